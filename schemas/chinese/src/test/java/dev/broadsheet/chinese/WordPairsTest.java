package dev.broadsheet.chinese;

import static org.assertj.core.api.Assertions.assertThat;

import com.hankcs.hanlp.dictionary.CoreBiGramTableDictionary;
import com.hankcs.hanlp.dictionary.CoreDictionary;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WordPairsTest {
    /** HanLP numbers more words than that. */
    private static final int WORDS = 40_000;

    private final WordPairs pairs = new WordPairs();

    @Test
    void knows_what_hanlp_has_counted_the_first_time_and_the_second() {
        int of = CoreDictionary.getWordID("的");
        int word = IntStream.range(0, WORDS)
                .filter(behind -> CoreBiGramTableDictionary.getBiFrequency(of, behind) > 0)
                .findFirst()
                .orElseThrow();
        int times = CoreBiGramTableDictionary.getBiFrequency(of, word);

        assertThat(pairs.times(of, word)).isEqualTo(times);
        assertThat(pairs.times(of, word)).isEqualTo(times);
    }

    @Test
    void pairs_that_push_one_another_out_are_told_apart() {
        Random random = new Random(7);
        int[] often = IntStream.range(0, 300).map(i -> random.nextInt(WORDS)).toArray();
        for (int round = 0; round < 2; round++) {
            for (int before : often) {
                for (int word : often) {
                    assertThat(pairs.times(before, word))
                            .isEqualTo(CoreBiGramTableDictionary.getBiFrequency(before, word));
                }
            }
        }
    }

    @Test
    void words_that_hanlp_does_not_number_are_asked_of_it() {
        assertThat(pairs.times(-1, 5)).isEqualTo(CoreBiGramTableDictionary.getBiFrequency(-1, 5));
        assertThat(pairs.times(5, -1)).isEqualTo(CoreBiGramTableDictionary.getBiFrequency(5, -1));
        assertThat(pairs.times(0, 0)).isEqualTo(CoreBiGramTableDictionary.getBiFrequency(0, 0));
    }
}
