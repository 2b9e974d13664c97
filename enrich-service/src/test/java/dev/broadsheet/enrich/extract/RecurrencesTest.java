package dev.broadsheet.enrich.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RecurrencesTest {
    private static final List<String> BLOCKS = List.of("石塘夜校开课", "石塘夜校有三个班。报名石塘夜校的人多。", "他去过石塘夜市，夜市的人多。");

    private static Recurrences of(List<String> blocks) {
        return new Recurrences(
                blocks.stream().map(block -> FlatText.of(block, false)).toList());
    }

    private static int asked(String stretch, int block) {
        int start = BLOCKS.get(block).indexOf(stretch);
        return of(BLOCKS).of(block, start, start + stretch.length());
    }

    private static int answer(int times, int sides) {
        return (times << Recurrences.TIMES) | sides;
    }

    @Test
    @DisplayName("counts a stretch in all blocks, and sees whether what stands beside it changes")
    void counts() {
        int both = Recurrences.OTHER_BEFORE | Recurrences.OTHER_BEHIND;
        assertThat(asked("石塘夜校", 0)).isEqualTo(answer(3, both));
        assertThat(asked("石塘夜校", 1)).isEqualTo(answer(3, both));
        assertThat(asked("石塘夜", 2)).isEqualTo(answer(4, both));
        assertThat(asked("塘夜校", 1)).isEqualTo(answer(3, Recurrences.OTHER_BEHIND));
        assertThat(asked("的人", 2)).isEqualTo(answer(2, Recurrences.OTHER_BEFORE));
        assertThat(asked("夜市", 2)).isEqualTo(answer(2, both));
    }

    @Test
    @DisplayName("says nothing of what stands once, or reaches over the end of a block in another place")
    void once() {
        assertThat(asked("石塘夜校开课", 0)).isZero();
        assertThat(asked("三个班", 1)).isZero();
        assertThat(of(List.of("甲乙", "丙丁", "甲乙丙丁")).of(2, 1, 3)).isZero();
    }

    @Test
    @DisplayName("a text of one character, and one too long to know, are asked in no time and give no wrong answer")
    void bounded() {
        String same = "夜".repeat(60_000);
        Recurrences recurrences = of(List.of(same, same, "石塘夜校石塘夜校"));
        for (int i = 0; i < same.length() - 30; i++) {
            assertThat(recurrences.of(0, i, i + 26) >> Recurrences.TIMES).isEqualTo(4);
        }
        assertThat(recurrences.of(2, 0, 4)).isZero();
        assertThatCode(() -> recurrences.of(1, same.length() - 2, same.length()))
                .doesNotThrowAnyException();
        assertThat(of(List.of("", "夜校")).of(1, 0, 2)).isZero();
    }
}
