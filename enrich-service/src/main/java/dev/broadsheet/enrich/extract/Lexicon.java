package dev.broadsheet.enrich.extract;

import dev.broadsheet.chinese.PairFilter;
import java.util.Arrays;
import java.util.Collection;

/**
 * A set of words that finds the longest of them starting (or ending) at a position in one pass over at most the longest word.
 * Words carry their row number. Immutable once built.
 */
public final class Lexicon {
    /** A word that was met. */
    interface Match {
        void at(int length, int row);
    }

    private static final int PAIR_BITS = 16;

    private long[] keys = new long[64];
    private int[] targets = new int[64];
    private int[] rows = new int[32];
    private int nodes = 1;
    private int edges;

    /** The characters that words begin with, and those that are words: most positions of a text need no more than a look at these. */
    private final CharacterSet opens = new CharacterSet();

    private final CharacterSet alone = new CharacterSet();
    private final PairFilter pairs = new PairFilter(PAIR_BITS);

    private Lexicon() {
        Arrays.fill(rows, -1);
    }

    public static Lexicon of(Collection<String> words) {
        Lexicon lexicon = new Lexicon();
        int row = 0;
        for (String word : words) {
            lexicon.add(word, row++);
        }
        return lexicon;
    }

    /** The same words read from their last character, for {@link #longestEnding}. */
    public static Lexicon reversed(Collection<String> words) {
        return of(words.stream()
                .map(w -> new StringBuilder(w).reverse().toString())
                .toList());
    }

    public boolean contains(String word) {
        return matchLength(word, 0, word.length()) == word.length() && word.length() > 0;
    }

    /** Length of the longest word that starts at {@code from} and ends before {@code limit}; 0 if none. */
    public int matchLength(String text, int from, int limit) {
        if (from >= limit || !opens.has(text.charAt(from))) {
            return 0;
        }
        if (from + 1 == limit || !pairs.mayHave(text.charAt(from), text.charAt(from + 1))) {
            return alone.has(text.charAt(from)) ? 1 : 0;
        }
        int node = 0;
        int best = 0;
        for (int i = from; i < limit; i++) {
            node = step(node, text.charAt(i));
            if (node < 0) {
                break;
            }
            if (rows[node] >= 0) {
                best = i - from + 1;
            }
        }
        return best;
    }

    /** Length of the longest word of a reversed lexicon that ends at {@code end} and starts at or after {@code floor}. */
    public int longestEnding(String text, int end, int floor) {
        if (end <= floor || !opens.has(text.charAt(end - 1))) {
            return 0;
        }
        if (end - 1 == floor || !pairs.mayHave(text.charAt(end - 1), text.charAt(end - 2))) {
            return alone.has(text.charAt(end - 1)) ? 1 : 0;
        }
        int node = 0;
        int best = 0;
        for (int i = end - 1; i >= floor; i--) {
            node = step(node, text.charAt(i));
            if (node < 0) {
                break;
            }
            if (rows[node] >= 0) {
                best = end - i;
            }
        }
        return best;
    }

    /** Tells {@code each} the length and row of every word of a reversed lexicon that ends at {@code end}, shortest first. */
    void endings(String text, int end, int floor, Match each) {
        if (end <= floor || !opens.has(text.charAt(end - 1))) {
            return;
        }
        if ((end - 1 == floor || !pairs.mayHave(text.charAt(end - 1), text.charAt(end - 2)))
                && !alone.has(text.charAt(end - 1))) {
            return;
        }
        int node = 0;
        for (int i = end - 1; i >= floor; i--) {
            node = step(node, text.charAt(i));
            if (node < 0) {
                break;
            }
            if (rows[node] >= 0) {
                each.at(end - i, rows[node]);
            }
        }
    }

    /** Row of exactly the word from {@code from} to {@code end}, or -1. */
    int row(String text, int from, int end) {
        if (end - from > 1 && !pairs.mayHave(text.charAt(from), text.charAt(from + 1))) {
            return -1;
        }
        int node = 0;
        for (int i = from; i < end; i++) {
            node = step(node, text.charAt(i));
            if (node < 0) {
                return -1;
            }
        }
        return rows[node];
    }

    private void add(String word, int row) {
        if (!word.isEmpty()) {
            opens.add(word.charAt(0));
        }
        if (word.length() == 1) {
            alone.add(word.charAt(0));
        } else if (word.length() > 1) {
            pairs.add(word.charAt(0), word.charAt(1));
        }
        int node = 0;
        for (int i = 0; i < word.length(); i++) {
            int next = step(node, word.charAt(i));
            if (next < 0) {
                next = nodes++;
                if (next == rows.length) {
                    rows = Arrays.copyOf(rows, nodes * 2);
                    Arrays.fill(rows, next, rows.length, -1);
                }
                put(key(node, word.charAt(i)), next);
            }
            node = next;
        }
        if (rows[node] < 0) {
            rows[node] = row;
        }
    }

    private int step(int node, char c) {
        long key = key(node, c);
        int slot = slot(key, keys.length);
        while (targets[slot] != 0) {
            if (keys[slot] == key) {
                return targets[slot];
            }
            slot = (slot + 1) & (keys.length - 1);
        }
        return -1;
    }

    private void put(long key, int target) {
        if (++edges * 2 > keys.length) {
            long[] oldKeys = keys;
            int[] oldTargets = targets;
            keys = new long[oldKeys.length * 2];
            targets = new int[keys.length];
            for (int i = 0; i < oldKeys.length; i++) {
                if (oldTargets[i] != 0) {
                    place(oldKeys[i], oldTargets[i]);
                }
            }
        }
        place(key, target);
    }

    private void place(long key, int target) {
        int slot = slot(key, keys.length);
        while (targets[slot] != 0) {
            slot = (slot + 1) & (keys.length - 1);
        }
        keys[slot] = key;
        targets[slot] = target;
    }

    private static long key(int node, char c) {
        return ((long) node << 16) | c;
    }

    private static int slot(long key, int size) {
        return (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & (size - 1);
    }
}
