package dev.broadsheet.enrich.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class NameExpectationsTest {
    private static final int TYPES = NameWeights.TYPES;
    private static final int LINKS = NameLattice.JOINTS * TYPES * TYPES;

    /** All sets of names of one sentence, counted one by one. */
    private static final class Counted {
        private final long[] spans;
        private final double[] scores;
        private final double[] links;
        private final NameLattice lattice;
        private final double[] names;
        private final double[] linked = new double[LINKS];
        private double all;

        Counted(Sentence sentence, long[] spans, double[] scores, double[] links) {
            this.spans = spans;
            this.scores = scores;
            this.links = links;
            this.lattice = new NameLattice(sentence, spans, scores, links);
            this.names = new double[scores.length];
            count(new ArrayList<>(), new ArrayList<>(), 0);
        }

        /** Every way to go on behind these names. */
        private void count(List<Integer> taken, List<Integer> used, double score) {
            double weight = Math.exp(score);
            all += weight;
            taken.forEach(name -> names[name] += weight);
            used.forEach(link -> linked[link] += weight);
            for (int name = 0; name < names.length; name++) {
                int last = taken.isEmpty() ? -1 : taken.get(taken.size() - 1);
                if (last >= 0 && Proposals.start(spans[name / TYPES]) < Proposals.end(spans[last / TYPES])) {
                    continue;
                }
                int link = last < 0
                        ? -1
                        : lattice.link(
                                last % TYPES,
                                Proposals.end(spans[last / TYPES]),
                                Proposals.start(spans[name / TYPES]),
                                name % TYPES);
                List<Integer> more = new ArrayList<>(taken);
                more.add(name);
                List<Integer> joined = new ArrayList<>(used);
                if (link >= 0) {
                    joined.add(link);
                }
                count(more, joined, score + scores[name] + (link < 0 ? 0 : links[link]));
            }
        }
    }

    private static Sentence sentence(String text) {
        return new Sentence(FlatText.of(text, false), 0, 0, text.length(), List.of());
    }

    @Test
    @DisplayName("are those of all sets counted one by one")
    void areThoseOfAllSets() {
        Random random = new Random(7);
        Sentence sentence = sentence("甲乙、丙丁和戊己庚");
        long[] spans = {
            Proposals.span(0, 2),
            Proposals.span(1, 5),
            Proposals.span(3, 5),
            Proposals.span(6, 8),
            Proposals.span(6, 9),
            Proposals.span(8, 9)
        };
        double[] scores = random.doubles((long) spans.length * TYPES, -4, 3).toArray();
        double[] links = random.doubles(LINKS, -2, 2).toArray();

        NameExpectations expected = new NameExpectations(sentence, spans, scores, links);

        Counted counted = new Counted(sentence, spans, scores, links);
        assertThat(expected.log()).isCloseTo(Math.log(counted.all), within(1e-9));
        assertClose(expected.names(), counted.names, counted.all);
        assertClose(expected.links(), counted.linked, counted.all);
    }

    private static void assertClose(double[] expected, double[] weights, double all) {
        for (int i = 0; i < weights.length; i++) {
            assertThat(expected[i]).isCloseTo(weights[i] / all, within(1e-9));
        }
    }

    @Test
    @DisplayName("of a long sentence full of names are not lost, though their sums are greater than any number")
    void holdsGreatSums() {
        int names = 150;
        Sentence sentence = sentence("甲乙、，".repeat(names));
        long[] spans = new long[names];
        double[] scores = new double[names * TYPES];
        Arrays.fill(scores, -300);
        for (int i = 0; i < names; i++) {
            spans[i] = Proposals.span(4 * i, 4 * i + 2);
            scores[i * TYPES] = i < names / 2 ? 0 : 40;
        }

        NameExpectations expected = new NameExpectations(sentence, spans, scores, new double[LINKS]);

        assertThat(expected.log()).isCloseTo(names / 2.0 * (Math.log(2) + 40), within(1e-6));
        assertThat(expected.names()[0]).isCloseTo(0.5, within(1e-9));
        assertThat(expected.names()[(names - 1) * TYPES]).isCloseTo(1, within(1e-9));
    }

    @Test
    @DisplayName("of scores beyond all bounds are refused")
    void refusesInfinity() {
        double[] scores = new double[TYPES];
        scores[0] = 1000;

        assertThatThrownBy(() -> new NameExpectations(
                        sentence("甲乙丙"), new long[] {Proposals.span(0, 2)}, scores, new double[LINKS]))
                .isInstanceOf(ArithmeticException.class);
    }
}
