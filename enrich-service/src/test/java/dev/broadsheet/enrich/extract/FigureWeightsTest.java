package dev.broadsheet.enrich.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FigureWeightsTest {
    @Test
    void clues_of_which_something_was_learned_add_up_and_others_say_nothing() {
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
    void nothing_learned_says_nothing() {
        ClueBuffer clues = new ClueBuffer();
        clues.add(FigureClue.NO_TOPIC.of());

        assertThat(FigureWeights.of(Map.of()).sum(clues)).isZero();
    }
}
