package dev.broadsheet.enrich.extract;

/**
 * Tells which stretches may be in the best set of names: not those of which the set is better without, whatever names stand beside them. So the
 * set is the same without them, and found sooner. Any thread.
 */
final class HopefulNames {
    private static final int TYPES = NameWeights.TYPES;
    /** More than sums of hundredths lose by rounding. */
    private static final double ROUNDING = 0.005;

    /** Of each type what a name has to score at least. */
    private final double[] least = new double[TYPES];

    /** @param links as {@link NameLattice} has them */
    HopefulNames(double[] links) {
        double[] mostBefore = new double[TYPES];
        double[] mostBehind = new double[TYPES];
        for (int i = 0; i < links.length; i++) {
            int before = i / TYPES % TYPES;
            int type = i % TYPES;
            mostBefore[type] = Math.max(mostBefore[type], links[i]);
            mostBehind[before] = Math.max(mostBehind[before], links[i]);
        }
        for (int t = 0; t < TYPES; t++) {
            least[t] = -mostBefore[t] - mostBehind[t] - ROUNDING;
        }
    }

    /** Moves those that may be, and their scores for each type, to the front, in their order; returns how many these are. */
    int toFront(long[] spans, double[] scores) {
        int kept = 0;
        for (int i = 0; i < spans.length; i++) {
            if (mayBe(scores, i * TYPES)) {
                System.arraycopy(scores, i * TYPES, scores, kept * TYPES, TYPES);
                spans[kept++] = spans[i];
            }
        }
        return kept;
    }

    private boolean mayBe(double[] scores, int at) {
        for (int t = 0; t < TYPES; t++) {
            if (scores[at + t] > least[t]) {
                return true;
            }
        }
        return false;
    }
}
