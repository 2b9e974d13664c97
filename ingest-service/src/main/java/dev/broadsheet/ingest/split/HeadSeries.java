package dev.broadsheet.ingest.split;

import java.util.List;

/**
 * Marks headlines among running text that are like each other in rows and lengths, as the subheads of an article are: two that are
 * about alike ({@link Trait#KIN}), three and more of exactly the same lengths ({@link Trait#SERIES}).
 */
final class HeadSeries {
    private static final int SLACK = 2;
    private static final int REACH = 25;
    private static final int FEWEST = 3;
    private static final int LONGEST = 12;

    private final List<Row> rows;
    private final long[] traits;
    /** Where the last `size` headlines of equal lengths begin. */
    private final int[] series = new int[FEWEST];

    private int size;

    HeadSeries(List<Row> rows, long[] traits) {
        this.rows = rows;
        this.traits = traits;
    }

    void mark() {
        for (int i = 0; i < traits.length; ) {
            if (Trait.DATELINE.in(traits[i]) || (size > 0 && i - series[size - 1] > REACH)) {
                size = 0;
            }
            int end = headEnd(i);
            if (end > i) {
                follow(i, end);
            }
            i = Math.max(end, i + 1);
        }
    }

    /** Compares a headline with the one before, and with the series of headlines that that one ends. */
    private void follow(int from, int to) {
        if (size > 0) {
            int last = series[size - 1];
            int difference = difference(last, from, to);
            if (difference <= SLACK) {
                set(last, Trait.KIN);
                set(from, Trait.KIN);
            }
            size = difference == 0 ? size : 0;
        }
        if (size == FEWEST) {
            System.arraycopy(series, 1, series, 0, --size);
        }
        series[size++] = from;
        if (size == FEWEST && rows.get(from).text().length() <= LONGEST) {
            for (int head : series) {
                set(head, Trait.SERIES);
            }
        }
    }

    private int headEnd(int from) {
        int end = from;
        while (end < traits.length && Trait.HEADISH.in(traits[end])) {
            end++;
        }
        return end;
    }

    /** The largest difference in length between the rows of two headlines. */
    private int difference(int other, int from, int to) {
        if (headEnd(other) - other != to - from) {
            return Integer.MAX_VALUE;
        }
        int largest = 0;
        for (int k = 0; k < to - from; k++) {
            largest = Math.max(largest, Math.abs(length(from + k) - length(other + k)));
        }
        return largest;
    }

    private int length(int i) {
        return rows.get(i).text().length();
    }

    private void set(int head, Trait trait) {
        for (int i = head; i < traits.length && Trait.HEADISH.in(traits[i]); i++) {
            traits[i] |= trait.bit();
        }
    }
}
