package dev.broadsheet.enrich.extract;

/** What the weights say of something that has few cases, each summed once for all texts. Immutable, read by any number of threads. */
final class CaseSums {
    private static final int TYPES = NameWeights.TYPES;

    /** Lists the clues of a case. */
    interface Case {
        void add(int number, ClueBuffer out);
    }

    /** Of each case, for all types; the few weights of a case add up to what a short holds. */
    private final short[] sums;

    /** @param cases how many there are, numbered from 0 */
    CaseSums(NameWeights weights, int cases, Case each) {
        this.sums = new short[cases * TYPES];
        ClueBuffer clues = new ClueBuffer();
        for (int number = 0; number < cases; number++) {
            clues.clear();
            each.add(number, clues);
            int[] sum = new int[TYPES];
            weights.add(clues, sum, 0);
            for (int t = 0; t < TYPES; t++) {
                sums[number * TYPES + t] = (short) sum[t];
            }
        }
    }

    /** Adds those of a case. */
    void add(int number, int[] to) {
        for (int t = 0; t < TYPES; t++) {
            to[t] += sums[number * TYPES + t];
        }
    }
}
