package dev.broadsheet.enrich.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClueTest {
    @ParameterizedTest
    @EnumSource
    @DisplayName("every kind of clue is written and read again, whatever its parts")
    void roundTrip(Clue clue) {
        for (long packed : new long[] {
            clue.of(),
            clue.of(7),
            clue.of('局', '，'),
            clue.of(' ', '\t', '#'),
            clue.of(0x8000 | 'n', 0xffff, '1'),
            clue.of("“水")
        }) {
            assertThat(Clue.parse(Clue.name(packed))).isEqualTo(packed);
            assertThat(Clue.name(packed)).doesNotContain("\t").startsWith(clue.name());
        }
    }

    @Test
    @DisplayName("no more than three characters are kept")
    void threeCharacters() {
        assertThat(Clue.TOKEN_AFTER.of("人民政府")).isEqualTo(Clue.TOKEN_AFTER.of("人民政"));
    }

    @Test
    @DisplayName("what is no clue is refused")
    void refuses() {
        assertThatIllegalArgumentException().isThrownBy(() -> Clue.parse("LAST 局"));
        assertThatIllegalArgumentException().isThrownBy(() -> Clue.parse("NOSUCH 局 #0 #0"));
    }
}
