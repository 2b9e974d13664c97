package dev.broadsheet.enrich.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CluePlacesTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 100, 4_097, 100_000})
    void eachClueHasAPlaceOfItsOwn(int count) {
        List<Long> clues = IntStream.range(0, count)
                .mapToObj(i -> FigureClue.FIRST_WORD.of(i % 5, i / 5, i % 7))
                .toList();

        CluePlaces places = new CluePlaces(clues);

        Set<Integer> taken = clues.stream().map(places::of).collect(Collectors.toSet());
        assertThat(taken).hasSize(count);
        assertThat(taken).allMatch(place -> place >= 0 && place < places.size());
        assertThat(places.size()).isLessThanOrEqualTo(count + count / 4 + 1);
    }

    @Test
    void aClueThatHasNoneMayBeAskedFor() {
        assertThat(new CluePlaces(List.of()).of(Clue.BIAS.of())).isZero();
    }

    @Test
    void allBitsTellThatTwoDiffer() {
        assertThat(CluePlaces.differ(Long.MIN_VALUE, 0)).isEqualTo(-1);
        assertThat(CluePlaces.differ(1, 0)).isEqualTo(-1);
        assertThat(CluePlaces.differ(-1, -1)).isZero();
    }
}
