package dev.broadsheet.enrich.extract;

import java.util.HashMap;
import java.util.Map;

/** How much each clue speaks for a proposal, in whole hundredths. Immutable, read by any number of threads. */
final class FigureWeights {
    private static final String FILE = "figure-weights.tsv";
    private static final float UNIT = 0.01f;

    /** Of most clues nothing was learned; 64 KB, which stay near the processor, tell nearly all of them. */
    private static final int KNOWN_BITS = 19;

    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    private final long[] known = new long[1 << (KNOWN_BITS - 6)];
    /** A clue and its weight side by side: one look at the memory for each clue. */
    private static final int CELL = 2;

    /**
     * At least half of the places are empty: nearly four of five were full, and a fifth of the time that choosing an indicator took went to going
     * through them.
     */
    private final long[] cells;

    private final int slots;

    private FigureWeights(Map<Long, Integer> learned) {
        slots = Integer.highestOneBit(Math.max(learned.size(), 1)) * 4;
        cells = new long[slots * CELL];
        learned.forEach((clue, weight) -> {
            long hash = hash(clue);
            known[bit(hash) >>> 6] |= 1L << bit(hash);
            int cell = cell(clue, hash);
            cells[cell] = clue;
            cells[cell + 1] = weight;
        });
    }

    static FigureWeights of(Map<Long, Float> learned) {
        Map<Long, Integer> hundredths = new HashMap<>();
        learned.forEach((clue, weight) -> hundredths.put(clue, Math.round(weight / UNIT)));
        return new FigureWeights(hundredths);
    }

    /** The model in the jar: a clue and its weight in a row. */
    static FigureWeights load() {
        Map<Long, Float> learned = new HashMap<>();
        Table.read(FILE, 2)
                .rows()
                .forEach(row -> learned.put(FigureClue.parse(row.get(0)), Float.parseFloat(row.get(1))));
        return of(learned);
    }

    /** Of the clues only those are left that may be learned. */
    int sum(ClueBuffer seen) {
        seen.retain(known, KNOWN_BITS, FACTOR);
        int sum = 0;
        for (int i = 0; i < seen.size(); i++) {
            long clue = seen.get(i);
            sum += (int) cells[cell(clue, hash(clue)) + 1];
        }
        return sum;
    }

    private static long hash(long clue) {
        return clue * FACTOR;
    }

    private static int bit(long hash) {
        return (int) (hash >>> (Long.SIZE - KNOWN_BITS));
    }

    /** Where the clue is, or would be with no weight: no clue is 0. */
    private int cell(long clue, long hash) {
        int slot = (int) (hash >>> 32) & (slots - 1);
        while (cells[slot * CELL] != 0 && cells[slot * CELL] != clue) {
            slot = (slot + 1) & (slots - 1);
        }
        return slot * CELL;
    }
}
