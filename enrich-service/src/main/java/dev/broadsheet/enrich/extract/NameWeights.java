package dev.broadsheet.enrich.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the model has learned of each clue: for each type of name, how much it speaks for it. Immutable, read by any number of threads. */
final class NameWeights {
    static final int TYPES = EntityType.values().length;
    private static final String FILE = "name-weights.tsv";

    /** Weights and their sums are whole hundredths. */
    static final double UNIT = 0.01;

    /** The weights of a clue stand side by side in one long, each moved up so that none is negative. */
    private static final int BITS = 9;

    private static final int MASK = (1 << BITS) - 1;
    private static final int ZERO = 1 << (BITS - 1);
    /** What a cell holds of a weight at most; the rest is in another cell, and this one negative. */
    private static final int MOST = ZERO - 1;

    private static final long GOES_ON = Long.MIN_VALUE;
    /** Added to a clue it is the key of the cell with the rest. */
    private static final long REST = 1L << 56;

    private static final int GREATEST = 1023;
    /** A clue and its weights, which never lie in two lines of a cache: one look at the memory for each clue. */
    private static final int CELL = 2;

    /** Every other weight of a cell: these have room to be added up without being taken out. */
    private static final int ROOM = 2 * BITS;

    private static final long EVERY_OTHER = MASK | ((long) MASK << ROOM) | ((long) MASK << (2 * ROOM));
    private static final int SUM = (1 << ROOM) - 1;
    private static final int MOST_AT_ONCE = SUM / MASK;

    private final CluePlaces places;
    private final long[] cells;

    /** @param keys of all cells that will be filled */
    private NameWeights(List<Long> keys) {
        places = new CluePlaces(keys);
        cells = new long[places.size() * CELL];
    }

    /**
     * @param learned whole hundredths between -10.23 and 10.23
     * @throws IllegalArgumentException for others
     */
    static NameWeights of(Map<Long, float[]> learned) {
        List<Long> keys = new ArrayList<>();
        for (Map.Entry<Long, float[]> clue : learned.entrySet()) {
            int parts = cells(hundredths(clue.getKey(), clue.getValue()));
            for (int part = 0; part < parts; part++) {
                keys.add(clue.getKey() + part * REST);
            }
        }
        NameWeights weights = new NameWeights(keys);
        learned.forEach(weights::put);
        return weights;
    }

    /** The model in the jar: a clue and a weight for each type in a row. */
    static NameWeights load() {
        Map<Long, float[]> learned = new HashMap<>();
        for (List<String> row : Table.read(FILE, TYPES + 1).rows()) {
            float[] vector = new float[TYPES];
            for (int t = 0; t < TYPES; t++) {
                vector[t] = Float.parseFloat(row.get(t + 1));
            }
            learned.put(Clue.parse(row.get(0)), vector);
        }
        return of(learned);
    }

    /** Adds the weights of all clues to {@code sums}, one for each type from {@code at}. */
    void add(ClueBuffer clues, int[] sums, int at) {
        int added = 0;
        long even = 0;
        long odd = 0;
        int last = 0;
        for (int i = 0; i < clues.size(); i++) {
            long clue = clues.get(i);
            int cell = places.of(clue) * CELL;
            long unknown = CluePlaces.differ(cells[cell], clue);
            long weights = cells[cell + 1] & ~unknown;
            if (weights < 0) {
                addRest(clue + REST, sums, at);
            }
            even += weights & EVERY_OTHER;
            odd += (weights >>> BITS) & EVERY_OTHER;
            last += last(weights);
            added += 1 + (int) unknown;
            if (added == MOST_AT_ONCE) {
                add(even, odd, last, added, sums, at);
                added = 0;
                even = 0;
                odd = 0;
                last = 0;
            }
        }
        add(even, odd, last, added, sums, at);
    }

    /** Adds the weights of a clue. */
    void add(long clue, int[] sums, int at) {
        if (cells[places.of(clue) * CELL] == clue) {
            addRest(clue, sums, at);
        }
    }

    /** Adds what the cell of this key holds, and the rest of it. */
    private void addRest(long key, int[] sums, int at) {
        long weights = cells[places.of(key) * CELL + 1];
        add(weights & EVERY_OTHER, (weights >>> BITS) & EVERY_OTHER, last(weights), 1, sums, at);
        if (weights < 0) {
            addRest(key + REST, sums, at);
        }
    }

    private static int last(long weights) {
        return (int) (weights >>> ((TYPES - 1) * BITS)) & MASK;
    }

    /** @param clues how many have been added up */
    private static void add(long even, long odd, int last, int clues, int[] sums, int at) {
        for (int t = 0; t < TYPES - 1; t++) {
            long of = t % 2 == 0 ? even : odd;
            sums[at + t] += ((int) (of >>> (t / 2 * ROOM)) & SUM) - clues * ZERO;
        }
        sums[at + TYPES - 1] += last - clues * ZERO;
    }

    private void put(long clue, float[] vector) {
        int[] left = hundredths(clue, vector);
        int parts = cells(left);
        for (int part = 0; part < parts; part++) {
            int cell = places.of(clue + part * REST) * CELL;
            cells[cell] = clue + part * REST;
            long weights = part + 1 < parts ? GOES_ON : 0;
            for (int t = 0; t < TYPES; t++) {
                int held = Math.max(-MOST, Math.min(MOST, left[t]));
                left[t] -= held;
                weights |= (long) (held + ZERO) << (t * BITS);
            }
            cells[cell + 1] = weights;
        }
    }

    private static int[] hundredths(long clue, float[] vector) {
        int[] weights = new int[TYPES];
        for (int t = 0; t < TYPES; t++) {
            long weight = Math.round(vector[t] / UNIT);
            if (weight > GREATEST || weight < -GREATEST) {
                throw new IllegalArgumentException("a weight of " + vector[t] + " for " + Clue.name(clue));
            }
            weights[t] = (int) weight;
        }
        return weights;
    }

    /** How many cells the weights of a clue take. */
    private static int cells(int[] weights) {
        int greatest = 1;
        for (int weight : weights) {
            greatest = Math.max(greatest, Math.abs(weight));
        }
        return (greatest + MOST - 1) / MOST;
    }
}
