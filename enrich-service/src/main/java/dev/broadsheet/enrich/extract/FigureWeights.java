package dev.broadsheet.enrich.extract;

import java.util.HashMap;
import java.util.Map;

/** How much each clue speaks for a proposal, in whole hundredths. Immutable, read by any number of threads. */
final class FigureWeights {
    private static final String FILE = "figure-weights.tsv";
    private static final float UNIT = 0.01f;

    /** A clue and its weight side by side: one look at the memory for each clue. */
    private static final int CELL = 2;

    private final CluePlaces places;
    private final long[] cells;

    private FigureWeights(Map<Long, Integer> learned) {
        places = new CluePlaces(learned.keySet());
        cells = new long[places.size() * CELL];
        learned.forEach((clue, weight) -> {
            int cell = places.of(clue) * CELL;
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

    /** Takes no branch that depends on a clue, so that what they ask of the memory is asked at once. */
    int sum(ClueBuffer seen) {
        long sum = 0;
        for (int i = 0; i < seen.size(); i++) {
            long clue = seen.get(i);
            int cell = places.of(clue) * CELL;
            sum += cells[cell + 1] & ~CluePlaces.differ(cells[cell], clue);
        }
        return (int) sum;
    }
}
