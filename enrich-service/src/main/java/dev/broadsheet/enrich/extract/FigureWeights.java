package dev.broadsheet.enrich.extract;

import java.util.HashMap;
import java.util.Map;

/** How much each clue speaks for a proposal, in whole hundredths. Immutable, read by any number of threads. */
final class FigureWeights {
    private static final String FILE = "figure-weights.tsv";
    private static final float UNIT = 0.01f;

    private final long[] clues;
    private final int[] weights;

    private FigureWeights(Map<Long, Integer> learned) {
        clues = new long[Integer.highestOneBit(Math.max(learned.size(), 1)) * 4];
        weights = new int[clues.length];
        learned.forEach((clue, weight) -> {
            int slot = slot(clue);
            clues[slot] = clue;
            weights[slot] = weight;
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

    int sum(ClueBuffer seen) {
        int sum = 0;
        for (int i = 0; i < seen.size(); i++) {
            long clue = seen.get(i);
            int slot = slot(clue);
            sum += clues[slot] == clue ? weights[slot] : 0;
        }
        return sum;
    }

    /** Where the clue is, or would be: no clue is 0. */
    private int slot(long clue) {
        int slot = (int) ((clue * 0x9E3779B97F4A7C15L) >>> 33) & (clues.length - 1);
        while (clues[slot] != 0 && clues[slot] != clue) {
            slot = (slot + 1) & (clues.length - 1);
        }
        return slot;
    }
}
