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
    /** A clue, and the weights of all types in two longs: one look at the memory for each clue. */
    private static final int CELLS = 3;

    private static final int TYPES_A_CELL = Long.SIZE / BITS;

    /** Of half of all clues nothing was learned; 64 KB, which stay near the processor, tell most of them. */
    private static final int KNOWN_BITS = 19;

    private final long[] known = new long[1 << (KNOWN_BITS - 6)];
    private final long[] cells;
    private final int slots;

    private NameWeights(int clues) {
        slots = Integer.highestOneBit(Math.max(clues, 1)) * 2;
        cells = new long[slots * CELLS];
    }

    /** @param learned whole hundredths between -327 and 327 */
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
        for (int i = 0; i < clues.size(); i++) {
            add(clues.get(i), sums, at);
        }
    }

    /** Adds the weights of a clue. */
    void add(long clue, int[] sums, int at) {
        if (!mayKnow(clue)) {
            return;
        }
        int cell = cell(clue);
        if (cells[cell] == clue) {
            for (int t = 0; t < TYPES; t++) {
                sums[at + t] += (short) (cells[cell + 1 + t / TYPES_A_CELL] >>> (t % TYPES_A_CELL * BITS));
            }
        }
    }

    private void put(long clue, float[] vector) {
        int bit = bit(clue);
        known[bit >>> 6] |= 1L << bit;
        int cell = cell(clue);
        cells[cell] = clue;
        for (int t = 0; t < TYPES; t++) {
            long bits = Math.round(vector[t] / UNIT) & 0xffff;
            cells[cell + 1 + t / TYPES_A_CELL] |= bits << (t % TYPES_A_CELL * BITS);
        }
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
