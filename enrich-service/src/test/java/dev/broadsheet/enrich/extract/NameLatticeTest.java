package dev.broadsheet.enrich.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Five characters, 甲乙、丙丁, and three stretches: 甲乙, 丙丁, and one that overlaps both. */
class NameLatticeTest {
    private static final int TYPES = NameWeights.TYPES;
    private static final int PERSON = EntityType.PERSON.index();
    private static final long[] SPANS = {Proposals.span(0, 2), Proposals.span(1, 5), Proposals.span(3, 5)};

    private final double[] scores = new double[SPANS.length * TYPES];
    private final double[] links = new double[NameLattice.JOINTS * TYPES * TYPES];

    NameLatticeTest() {
        Arrays.fill(scores, -20);
    }

    private NameLattice lattice() {
        Sentence sentence = new Sentence(FlatText.of("甲乙、丙丁", false), 0, 0, 5, List.of());
        return new NameLattice(sentence, SPANS, scores, links);
    }

    private void score(int span, EntityType type, double score) {
        scores[span * TYPES + type.index()] = score;
    }

    @Test
    @DisplayName("of overlapping names those with the greatest sum stand")
    void picksTheBestSum() {
        score(0, EntityType.PERSON, 2);
        score(1, EntityType.PROJECT, 3);
        score(2, EntityType.PERSON, 2);
        assertThat(lattice().best()).extracting(Candidate::start).containsExactly(0, 3);
        score(1, EntityType.PROJECT, 5);
        assertThat(lattice().best()).extracting(Candidate::type).containsExactly(EntityType.PROJECT);
    }

    @Test
    @DisplayName("nothing that speaks against itself is a name")
    void picksNothing() {
        assertThat(lattice().best()).isEmpty();
    }

    @Test
    @DisplayName("behind 、 a doubtful name is what the name before is, if that was learned")
    void linksCount() {
        score(0, EntityType.PERSON, 2);
        score(2, EntityType.PERSON, -1);
        assertThat(lattice().best()).hasSize(1);
        links[(TYPES + PERSON) * TYPES + PERSON] = 2;
        assertThat(lattice().best()).hasSize(2);
        assertThat(lattice().link(PERSON, 2, 3, PERSON)).isEqualTo((TYPES + PERSON) * TYPES + PERSON);
        assertThat(lattice().link(PERSON, 2, 4, PERSON)).isNegative();
    }
}
