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
