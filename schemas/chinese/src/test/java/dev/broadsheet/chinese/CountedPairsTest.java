package dev.broadsheet.chinese;

import static org.assertj.core.api.Assertions.assertThat;

import com.hankcs.hanlp.dictionary.CoreBiGramTableDictionary;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CountedPairsTest {
    @Test
    @DisplayName("every pair comes once, with the number that HanLP tells when it is asked for it")
    void pairs() {
        Map<String, Integer> pairs = new HashMap<>();
        int[] wrong = new int[1];

        CountedPairs.visit((before, word, times) -> {
            pairs.put(before + "\t" + word, times);
            wrong[0] += CoreBiGramTableDictionary.getBiFrequency(before, word) == times ? 0 : 1;
        });

        assertThat(wrong[0]).isZero();
        assertThat(pairs).hasSize(403_357).containsKey("经济\t发展");
    }
}
