package dev.broadsheet.enrich.extract;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;

/**
 * Gives each of many clues a place of its own, so that one look tells whether a clue is among them: clues that share a bucket are moved until
 * each stands alone (hash and displace, Pagh 1999). Nothing that is asked needs a branch, so what many clues ask of the memory is asked at once.
 * Immutable.
 */
final class CluePlaces {
    private static final long FACTOR = 0x9E3779B97F4A7C15L;
    private static final long OTHER_FACTOR = 0xD6E8FEB86659FD93L;
    private static final int CLUES_A_BUCKET = 4;
    /** A place in so many stays empty: without some the last clues would find none. */
    private static final int EMPTY = 5;

    /** Of each bucket how its clues are moved; few enough to stay near the processor. */
    private final char[] moves;

    private final int shift;
    private final int size;

    /**
     * @param clues each once
     * @throws IllegalStateException where no way is found to part them, which among clues that are not made for it does not happen
     */
    CluePlaces(Collection<Long> clues) {
        int buckets = Integer.highestOneBit(Math.max(clues.size() / CLUES_A_BUCKET, 1)) * 2;
        this.moves = new char[buckets];
        this.shift = Long.SIZE - Integer.numberOfTrailingZeros(buckets);
        this.size = clues.size() + clues.size() / (EMPTY - 1) + 1;
        part(clues);
    }

    /** The fullest buckets first, while most places are free. */
    private void part(Collection<Long> clues) {
        long[][] buckets = new long[moves.length][0];
        for (long clue : clues) {
            int bucket = bucket(clue);
            buckets[bucket] = Arrays.copyOf(buckets[bucket], buckets[bucket].length + 1);
            buckets[bucket][buckets[bucket].length - 1] = clue;
        }
        Arrays.sort(buckets, Comparator.comparingInt((long[] bucket) -> -bucket.length));
        boolean[] taken = new boolean[size];
        for (long[] bucket : buckets) {
            if (bucket.length > 0) {
                move(bucket, taken);
            }
        }
    }

    private void move(long[] bucket, boolean[] taken) {
        for (int move = 0; move <= Character.MAX_VALUE; move++) {
            moves[bucket(bucket[0])] = (char) move;
            int placed = 0;
            while (placed < bucket.length && !taken[of(bucket[placed])]) {
                taken[of(bucket[placed++])] = true;
            }
            if (placed == bucket.length) {
                return;
            }
            while (placed > 0) {
                taken[of(bucket[--placed])] = false;
            }
        }
        throw new IllegalStateException("no places for " + Arrays.toString(bucket));
    }

    /** How many places there are. */
    int size() {
        return size;
    }

    /** The only place where that clue can be, from 0. */
    int of(long clue) {
        long hash = clue * OTHER_FACTOR * (2 * moves[bucket(clue)] + 1);
        return (int) (((hash >>> Integer.SIZE) * size) >>> Integer.SIZE);
    }

    private int bucket(long clue) {
        return (int) ((clue * FACTOR) >>> shift);
    }

    /** 0 where both are the same, else all bits. */
    static long differ(long clue, long other) {
        long difference = clue ^ other;
        return (difference | -difference) >> (Long.SIZE - 1);
    }
}
