package dev.broadsheet.enrich.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class NameWeightsTest {
    private static final int TYPES = NameWeights.TYPES;

    @Test
    @DisplayName("clues add up however many there are")
    void sums() {
        Random random = new Random(3);
        Map<Long, float[]> learned = new HashMap<>();
        int[] expected = new int[TYPES + 1];
        ClueBuffer clues = new ClueBuffer();
        for (int i = 0; i < 600; i++) {
            float[] vector = new float[TYPES];
            for (int t = 0; t < TYPES; t++) {
                int hundredths = i < 100 ? 1023 : i < 200 ? -1023 : random.nextInt(2047) - 1023;
                vector[t] = hundredths / 100f;
                expected[t + 1] += hundredths;
            }
            clues.add(Clue.BEFORE.of(i));
            clues.add(Clue.AFTER.of(i));
            learned.put(Clue.BEFORE.of(i), vector);
        }
        int[] sums = new int[TYPES + 1];

        NameWeights.of(learned).add(clues, sums, 1);

        assertThat(sums).isEqualTo(expected);
    }

    @Test
    @DisplayName("a weight that would not fit is refused")
    void refused() {
        float[] vector = new float[TYPES];
        vector[TYPES - 1] = -10.24f;

        assertThatThrownBy(() -> NameWeights.of(Map.of(Clue.BIAS.of(), vector)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-10.24")
                .hasMessageContaining("BIAS");
    }
}
