package dev.broadsheet.enrich.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FigureClueTest {
    @ParameterizedTest
    @EnumSource
    @DisplayName("every kind of clue is written and read again, whatever its parts")
    void roundTrip(FigureClue clue) {
        for (long packed : new long[] {clue.of(), clue.of('b', 7), clue.of(' ', '\t', '#'), clue.of('n', "网格员")}) {
            assertThat(FigureClue.parse(FigureClue.name(packed))).isEqualTo(packed);
            assertThat(FigureClue.name(packed)).doesNotContain("\t").startsWith(clue.name());
        }
    }

    @Test
    @DisplayName("no more than two characters of a word are kept")
    void twoCharacters() {
        assertThat(FigureClue.NEXT_WORD.of('b', "网格员")).isEqualTo(FigureClue.NEXT_WORD.of('b', "网格"));
    }

    @Test
    @DisplayName("clues of topics and nouns are of subjects, those of words around a figure are not")
    void ofSubjects() {
        assertThat(List.of(FigureClue.TOPIC, FigureClue.NOUN_VERB, FigureClue.NO_TOPIC))
                .allMatch(clue -> FigureClue.isOfSubject(clue.of('g')));
        assertThat(List.of(FigureClue.UNIT_SORT, FigureClue.NOUNS, FigureClue.OWN_TAGS))
                .noneMatch(clue -> FigureClue.isOfSubject(clue.of('b')));
    }

    @Test
    @DisplayName("what is no clue is refused")
    void refuses() {
        assertThatIllegalArgumentException().isThrownBy(() -> FigureClue.parse("FORM b"));
        assertThatIllegalArgumentException().isThrownBy(() -> FigureClue.parse("NOSUCH b #0 #0"));
    }
}
