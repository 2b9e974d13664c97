package dev.broadsheet.enrich.extract;

import java.util.List;
import java.util.Map;

/** What the model has learned of each clue: for each type of name, how much it speaks for it. Immutable, read by any number of threads. */
final class NameWeights {
    static final int TYPES = EntityType.values().length;
    private static final String FILE = "name-weights.tsv";

    private final long[] keys;
    private final int[] rows;
    private final float[] values;

    private NameWeights(int clues) {
        int size = Integer.highestOneBit(Math.max(clues, 1)) * 4;
        keys = new long[size];
        rows = new int[size];
        values = new float[(clues + 1) * TYPES];
    }

    static NameWeights of(Map<Long, float[]> learned) {
        NameWeights weights = new NameWeights(learned.size());
        int row = 1;
        for (Map.Entry<Long, float[]> entry : learned.entrySet()) {
            weights.put(entry.getKey(), row, entry.getValue());
            row++;
        }
        return weights;
    }

    /** The model in the jar: a clue and a weight for each type in a row. */
    static NameWeights load() {
        List<List<String>> table = Table.read(FILE, TYPES + 1).rows();
        NameWeights weights = new NameWeights(table.size());
        for (int row = 1; row <= table.size(); row++) {
            List<String> cells = table.get(row - 1);
            float[] vector = new float[TYPES];
            for (int t = 0; t < TYPES; t++) {
                vector[t] = Float.parseFloat(cells.get(t + 1));
            }
            weights.put(Clue.parse(cells.get(0)), row, vector);
        }
        return weights;
    }

    /** Adds the weights of a clue to {@code sums}, one for each type from {@code at}. */
    void add(long clue, double[] sums, int at) {
        int slot = slot(clue);
        while (rows[slot] != 0) {
            if (keys[slot] == clue) {
                int row = rows[slot] * TYPES;
                for (int t = 0; t < TYPES; t++) {
                    sums[at + t] += values[row + t];
                }
                return;
            }
            slot = (slot + 1) & (keys.length - 1);
        }
    }

    private void put(long clue, int row, float[] vector) {
        int slot = slot(clue);
        while (rows[slot] != 0) {
            slot = (slot + 1) & (keys.length - 1);
        }
        keys[slot] = clue;
        rows[slot] = row;
        System.arraycopy(vector, 0, values, row * TYPES, TYPES);
    }

    private int slot(long clue) {
        return (int) ((clue * 0x9E3779B97F4A7C15L) >>> 33) & (keys.length - 1);
    }
}
