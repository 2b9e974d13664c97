package dev.broadsheet.chinese;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PairFilterTest {
    private static final int MANY = 10_000;

    @Test
    @DisplayName("never denies a pair that was added, and denies most others, the same two the other way round too")
    void filters() {
        PairFilter filter = new PairFilter(17);
        Random random = new Random(3);
        for (int i = 0; i < MANY; i++) {
            filter.add((char) random.nextInt(0x4e00, 0x9fff), (char) random.nextInt(0x10000));
        }
        random = new Random(3);
        int denied = 0;
        for (int i = 0; i < MANY; i++) {
            char first = (char) random.nextInt(0x4e00, 0x9fff);
            char second = (char) random.nextInt(0x10000);
            assertThat(filter.mayHave(first, second)).isTrue();
            denied += filter.mayHave(second, first) ? 0 : 1;
        }
        assertThat(denied).isGreaterThan(MANY * 8 / 10);
    }
}
