package dev.broadsheet.enrich.extract;

import java.util.Arrays;

/** A list of clues that is filled anew for each stretch. Not thread-safe. */
final class ClueBuffer {
    private long[] clues = new long[64];
    private int size;

    void clear() {
        size = 0;
    }

    void add(long clue) {
        if (size == clues.length) {
            clues = Arrays.copyOf(clues, size * 2);
        }
        clues[size++] = clue;
    }

    /**
     * Keeps those whose bit is set in a filter, in their order. Takes no branch that depends on a clue, so that what they ask of the memory is
     * asked at once.
     *
     * @param filter of 2^{@code bits} bits
     * @param factor spreads clues over them, by the high bits of the product
     */
    void retain(long[] filter, int bits, long factor) {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            long clue = clues[i];
            int bit = (int) ((clue * factor) >>> (Long.SIZE - bits));
            clues[kept] = clue;
            kept += (int) (filter[bit >>> 6] >>> bit) & 1;
        }
        size = kept;
    }

    int size() {
        return size;
    }

    long get(int index) {
        return clues[index];
    }

    long[] copy() {
        return copyFrom(0);
    }

    /** Those from this index on. */
    long[] copyFrom(int index) {
        return Arrays.copyOfRange(clues, index, size);
    }
}
