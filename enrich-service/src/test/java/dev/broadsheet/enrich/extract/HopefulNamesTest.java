package dev.broadsheet.enrich.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HopefulNamesTest {
    private static final int TYPES = NameWeights.TYPES;
    private static final String TEXT = "甲乙、丙丁和戊己庚辛壬癸、子丑";

    @Test
    @DisplayName("without the stretches that are left out the best set is the same, however names follow each other")
    void sameSet() {
        Random random = new Random(11);
        int left = 0;
        int out = 0;
        for (int round = 0; round < 300; round++) {
            long[] spans = spans(random);
            double[] scores = hundredths(random, spans.length * TYPES, 700, 550);
            double[] links = hundredths(random, NameLattice.JOINTS * TYPES * TYPES, 300, 200);
            List<Candidate> all = best(spans, scores, links);

            long[] hopeful = spans.clone();
            double[] own = scores.clone();
            int kept = new HopefulNames(links).toFront(hopeful, own);
            assertThat(best(Arrays.copyOf(hopeful, kept), own, links)).isEqualTo(all);
            left += kept;
            out += spans.length - kept;
        }
        assertThat(left).isPositive();
        assertThat(out).isPositive();
    }

    @Test
    @DisplayName("what only the links to its neighbours make a name of is kept")
    void joined() {
        double[] links = new double[NameLattice.JOINTS * TYPES * TYPES];
        links[1] = 3; // a name of type 1 right behind one of type 0
        double[] scores = new double[3 * TYPES];
        Arrays.fill(scores, -9);
        scores[1] = -2.9;
        scores[TYPES + 1] = -3.1;
        scores[2 * TYPES] = -2.9;
        long[] spans = {Proposals.span(0, 2), Proposals.span(2, 4), Proposals.span(4, 6)};

        assertThat(new HopefulNames(links).toFront(spans, scores)).isEqualTo(2);
        assertThat(spans).startsWith(Proposals.span(0, 2), Proposals.span(4, 6));
        assertThat(scores[TYPES]).isEqualTo(-2.9);
    }

    private static List<Candidate> best(long[] spans, double[] scores, double[] links) {
        FlatText flat = FlatText.of(TEXT, false);
        return new NameLattice(new Sentence(flat, 0, 0, TEXT.length(), List.of()), spans, scores, links).best();
    }

    private static long[] spans(Random random) {
        return random.ints(24, 0, TEXT.length() - 2)
                .mapToLong(start -> Proposals.span(start, Math.min(TEXT.length(), start + 2 + random.nextInt(4))))
                .distinct()
                .sorted()
                .toArray();
    }

    /** Between minus {@code below} and {@code range - below} hundredths. */
    private static double[] hundredths(Random random, int size, int range, int below) {
        return random.ints(size, 0, range)
                .mapToDouble(i -> (i - below) * NameWeights.UNIT)
                .toArray();
    }
}
