package dev.broadsheet.enrich.extract;

import java.util.List;
import java.util.Map;

/** What the model has learned of each clue: for each type of name, how much it speaks for it. Immutable, read by any number of threads. */
final class NameWeights {
    static final int TYPES = EntityType.values().length;
    private static final String FILE = "name-weights.tsv";

    /** Weights and their sums are whole hundredths. */
    static final double UNIT = 0.01;

    private static final int BITS = 16;
    private static final int MASK = (1 << BITS) - 1;
    /** A clue, and the weights of all types in two longs: one look at the memory for each clue. */
    private static final int CELLS = 3;

    private static final int TYPES_A_CELL = Long.SIZE / BITS;

    /** What stands for no weight, so that none is negative and the weights of several clues are added as the longs that they are in. */
    private static final int ZERO = 1 << 10;

    /** So many clues at most add up to no more than the bits of a type can hold. */
    private static final int MOST_AT_ONCE = MASK / (2 * ZERO - 1);

    /** Of half of all clues nothing was learned; 64 KB, which stay near the processor, tell most of them. */
    private static final int KNOWN_BITS = 19;

    private final long[] known = new long[1 << (KNOWN_BITS - 6)];
    private final long[] cells;
    private final int slots;

    private NameWeights(int clues) {
        slots = Integer.highestOneBit(Math.max(clues, 1)) * 2;
        cells = new long[slots * CELLS];
    }

    /**
     * @param learned whole hundredths between -10.23 and 10.23
     * @throws IllegalArgumentException for others
     */
    static NameWeights of(Map<Long, float[]> learned) {
        NameWeights weights = new NameWeights(learned.size());
        learned.forEach(weights::put);
        return weights;
    }

    /** The model in the jar: a clue and a weight for each type in a row. */
    static NameWeights load() {
        List<List<String>> table = Table.read(FILE, TYPES + 1).rows();
        NameWeights weights = new NameWeights(table.size());
        for (List<String> row : table) {
            float[] vector = new float[TYPES];
            for (int t = 0; t < TYPES; t++) {
                vector[t] = Float.parseFloat(row.get(t + 1));
            }
            weights.put(Clue.parse(row.get(0)), vector);
        }
        return weights;
    }

    /** Adds the weights of all clues to {@code sums}, one for each type from {@code at}. */
    void add(ClueBuffer clues, int[] sums, int at) {
        int added = 0;
        long first = 0;
        long second = 0;
        for (int i = 0; i < clues.size(); i++) {
            int cell = known(clues.get(i));
            if (cell < 0) {
                continue;
            }
            first += cells[cell + 1];
            second += cells[cell + 2];
            if (++added == MOST_AT_ONCE) {
                add(first, second, added, sums, at);
                first = 0;
                second = 0;
                added = 0;
            }
        }
        add(first, second, added, sums, at);
    }

    /** Adds the weights of a clue. */
    void add(long clue, int[] sums, int at) {
        int cell = known(clue);
        if (cell >= 0) {
            add(cells[cell + 1], cells[cell + 2], 1, sums, at);
        }
    }

    /** @param clues how many have been added up */
    private static void add(long first, long second, int clues, int[] sums, int at) {
        for (int t = 0; t < TYPES; t++) {
            long cell = t < TYPES_A_CELL ? first : second;
            sums[at + t] += ((int) (cell >>> (t % TYPES_A_CELL * BITS)) & MASK) - clues * ZERO;
        }
    }

    private void put(long clue, float[] vector) {
        int bit = bit(clue);
        known[bit >>> 6] |= 1L << bit;
        int cell = cell(clue);
        cells[cell] = clue;
        for (int t = 0; t < TYPES; t++) {
            long weight = Math.round(vector[t] / UNIT) + ZERO;
            if (weight <= 0 || weight >= 2 * ZERO) {
                throw new IllegalArgumentException("a weight of " + vector[t] + " for " + Clue.name(clue));
            }
            cells[cell + 1 + t / TYPES_A_CELL] |= weight << (t % TYPES_A_CELL * BITS);
        }
    }

    /** Where the clue's cell is; -1 where nothing was learned of it. */
    private int known(long clue) {
        if (!mayKnow(clue)) {
            return -1;
        }
        int cell = cell(clue);
        return cells[cell] == clue ? cell : -1;
    }

    /** False where nothing was learned of the clue. */
    private boolean mayKnow(long clue) {
        int bit = bit(clue);
        return (known[bit >>> 6] & (1L << bit)) != 0;
    }

    private static int bit(long clue) {
        return (int) ((clue * 0xD6E8FEB86659FD93L) >>> (Long.SIZE - KNOWN_BITS));
    }

    /** Where the clue is, or would be: no clue is 0. */
    private int cell(long clue) {
        int slot = (int) ((clue * 0x9E3779B97F4A7C15L) >>> 33) & (slots - 1);
        while (cells[slot * CELLS] != 0 && cells[slot * CELLS] != clue) {
            slot = (slot + 1) & (slots - 1);
        }
        return slot * CELLS;
    }
}
