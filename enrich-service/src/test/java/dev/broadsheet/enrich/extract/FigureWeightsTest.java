package dev.broadsheet.enrich.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FigureWeightsTest {
    @Test
    @DisplayName("clues of which something was learned add up and others say nothing")
    void sums() {
        Random random = new Random(5);
        Map<Long, Float> learned = new HashMap<>();
        int expected = 0;
        ClueBuffer clues = new ClueBuffer();
        for (int i = 0; i < 10_000; i++) {
            int hundredths = random.nextInt(2001) - 1000;
            learned.put(FigureClue.FIRST_WORD.of(0, i, i % 7), hundredths / 100f);
            clues.add(FigureClue.FIRST_WORD.of(0, i, i % 7));
            clues.add(FigureClue.LAST_WORD.of(0, i, i % 7));
            expected += hundredths;
        }

        assertThat(FigureWeights.of(learned).sum(clues)).isEqualTo(expected);
    }

    @Test
    @DisplayName("nothing learned says nothing")
    void nothing() {
        ClueBuffer clues = new ClueBuffer();
        clues.add(FigureClue.NO_TOPIC.of());

        assertThat(FigureWeights.of(Map.of()).sum(clues)).isZero();
    }
}
