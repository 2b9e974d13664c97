package dev.broadsheet.chinese;

/**
 * Where in a sorted list the names stand that begin with a pair of characters: one look, where a search among all that share the first takes
 * some twenty. Any thread, once all are added.
 */
final class PairRanges {
    static final int NONE = -1;

    private long[] cells = new long[64];
    /** Where each cell's range ends; 0 for an empty cell. */
    private int[] ends = new int[cells.length];

    private int size;

    /** @param end greater than 0, behind the last of the names */
    void add(char first, char second, int start, int end) {
        if (++size * 4 > cells.length * 3) {
            grow();
        }
        put(pair(first, second) | start, end);
    }

    private void grow() {
        long[] oldCells = cells;
        int[] oldEnds = ends;
        cells = new long[oldCells.length * 2];
        ends = new int[cells.length];
        for (int i = 0; i < oldCells.length; i++) {
            if (oldEnds[i] > 0) {
                put(oldCells[i], oldEnds[i]);
            }
        }
    }

    private void put(long cell, int end) {
        int slot = slot(cell);
        cells[slot] = cell;
        ends[slot] = end;
    }

    /** What {@link #start} and {@link #end} are asked with, {@link #NONE} where no name begins so. */
    int find(char first, char second) {
        int slot = slot(pair(first, second));
        return ends[slot] == 0 ? NONE : slot;
    }

    int start(int found) {
        return (int) cells[found];
    }

    int end(int found) {
        return ends[found];
    }

    private static long pair(char first, char second) {
        return (long) ((first << Character.SIZE) | second) << Integer.SIZE;
    }

    /** Where the pair of this cell is, or would be. */
    private int slot(long cell) {
        int pair = (int) (cell >>> Integer.SIZE);
        int slot = ((pair * 0x9E3779B1) >>> 8) & (cells.length - 1);
        while (ends[slot] > 0 && (int) (cells[slot] >>> Integer.SIZE) != pair) {
            slot = (slot + 1) & (cells.length - 1);
        }
        return slot;
    }
}
