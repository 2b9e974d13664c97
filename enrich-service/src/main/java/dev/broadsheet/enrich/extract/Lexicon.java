package dev.broadsheet.enrich.extract;

import dev.broadsheet.chinese.OpeningFilter;
import dev.broadsheet.chinese.PairFilter;
import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A set of words that finds the longest of them starting (or ending) at a position in one pass over at most the longest word.
 * Words carry their row number. Immutable once built.
 */
public final class Lexicon {
    /** A word that was met. */
    interface Match {
        void at(int length, int row);
    }

    /** Bits spent on telling which characters open a word, for each word; and no more than there are characters. */
    private static final int OPENING_BITS_A_WORD = 32;

    private static final int OPENING_BITS = Character.MAX_VALUE + 1;

    private static final CharacterSet NO_CHARACTER = new CharacterSet();

    private static final Lexicon EMPTY = new Lexicon(0);

    /** Bits spent on telling which pairs of characters open a word: at least so many, and so many for each word. */
    private static final int PAIR_BITS = 14;

    private static final int PAIR_BITS_A_WORD = 8;

    /** Where there are so many words, three characters are looked at before the table, which does not stay near the processor. */
    private static final int MANY_WORDS = 10_000;

    private static final int OPENING_FILTER_BITS_A_WORD = 8;

    /** An edge is one long, so that a step costs one look at the memory: node and character, whether a word ends there, the next node. */
    private static final int NODE_BITS = 23;

    private static final long ENDS = 1L << NODE_BITS;
    private static final int KEY_SHIFT = NODE_BITS + 1;
    private static final int TARGET = (1 << NODE_BITS) - 1;
    private static final int NONE = -1;

    private long[] table = new long[64];
    private int[] rows = new int[32];
    private int nodes = 1;

    /**
     * A bit for the low bits of each character that words begin with: most positions of a text need no more than a look at this. A text is held
     * against dozens of lists at each position, so they are kept small enough to stay near the processor together.
     */
    private final long[] opens;

    /** The characters that are words. */
    private CharacterSet alone = NO_CHARACTER;

    private final PairFilter pairs;

    /** Null for few words. */
    private final @Nullable OpeningFilter openings;

    private Lexicon(int words) {
        pairs = new PairFilter(
                Math.max(PAIR_BITS, Integer.SIZE - Integer.numberOfLeadingZeros(words * PAIR_BITS_A_WORD)));
        openings = words < MANY_WORDS ? null : new OpeningFilter(words * OPENING_FILTER_BITS_A_WORD);
        long bits = Math.min(OPENING_BITS, Math.max(Long.SIZE, (long) words * OPENING_BITS_A_WORD));
        opens = new long[(int) (Long.highestOneBit(bits) / Long.SIZE)];
        Arrays.fill(rows, -1);
    }

    /**
     * Words that are found as often as they come.
     *
     * @throws IllegalArgumentException for words with more than eight million different beginnings
     */
    public static Lexicon of(Collection<String> words) {
        if (words.isEmpty()) {
            return EMPTY;
        }
        Lexicon lexicon = new Lexicon(words.size());
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
        if (from >= limit || !mayOpen(text.charAt(from))) {
            return 0;
        }
        if (from + 1 == limit || !mayGoOn(text, from)) {
            return alone.has(text.charAt(from)) ? 1 : 0;
        }
        long edge = 0;
        int best = 0;
        for (int i = from; i < limit; i++) {
            edge = edge(node(edge), text.charAt(i));
            if (edge == NONE) {
                break;
            }
            if ((edge & ENDS) != 0) {
                best = i - from + 1;
            }
        }
        return best;
    }

    /** Length of the longest word of a reversed lexicon that ends at {@code end} and starts at or after {@code floor}. */
    public int longestEnding(String text, int end, int floor) {
        if (end <= floor || !mayOpen(text.charAt(end - 1))) {
            return 0;
        }
        if (end - 1 == floor || !pairs.mayHave(text.charAt(end - 1), text.charAt(end - 2))) {
            return alone.has(text.charAt(end - 1)) ? 1 : 0;
        }
        long edge = 0;
        int best = 0;
        for (int i = end - 1; i >= floor; i--) {
            edge = edge(node(edge), text.charAt(i));
            if (edge == NONE) {
                break;
            }
            if ((edge & ENDS) != 0) {
                best = end - i;
            }
        }
        return best;
    }

    /** Tells {@code each} the length and row of every word of a reversed lexicon that ends at {@code end}, shortest first. */
    void endings(String text, int end, int floor, Match each) {
        if (end <= floor || !mayOpen(text.charAt(end - 1))) {
            return;
        }
        if ((end - 1 == floor || !pairs.mayHave(text.charAt(end - 1), text.charAt(end - 2)))
                && !alone.has(text.charAt(end - 1))) {
            return;
        }
        long edge = 0;
        for (int i = end - 1; i >= floor; i--) {
            edge = edge(node(edge), text.charAt(i));
            if (edge == NONE) {
                break;
            }
            if ((edge & ENDS) != 0) {
                each.at(end - i, rows[node(edge)]);
            }
        }
    }

    /** Row of exactly the word from {@code from} to {@code end}, or -1. */
    int row(String text, int from, int end) {
        if (end <= from
                || !mayOpen(text.charAt(from))
                || (end - from > 1 && !pairs.mayHave(text.charAt(from), text.charAt(from + 1)))) {
            return -1;
        }
        long edge = 0;
        for (int i = from; i < end; i++) {
            edge = edge(node(edge), text.charAt(i));
            if (edge == NONE) {
                return -1;
            }
        }
        return rows[node(edge)];
    }

    /** False where no word begins with that character; seldom true where none does. */
    private boolean mayOpen(char c) {
        return (opens[opening(c)] & (1L << c)) != 0;
    }

    /** False where no word of two or more characters begins there, which has a character behind it. */
    private boolean mayGoOn(String text, int from) {
        return pairs.mayHave(text.charAt(from), text.charAt(from + 1))
                && (openings == null || openings.mayOpen(text, from));
    }

    private int opening(char c) {
        return (c / Long.SIZE) & (opens.length - 1);
    }

    private void add(String word, int row) {
        if (!word.isEmpty()) {
            opens[opening(word.charAt(0))] |= 1L << word.charAt(0);
        }
        if (word.length() == 1) {
            if (alone == NO_CHARACTER) {
                alone = new CharacterSet();
            }
            alone.add(word.charAt(0));
        } else if (word.length() > 1) {
            pairs.add(word.charAt(0), word.charAt(1));
            if (openings != null) {
                openings.add(word.toCharArray(), 0, word.length());
            }
        }
        int node = 0;
        for (int i = 0; i < word.length(); i++) {
            boolean ends = i + 1 == word.length();
            int slot = slot(key(node, word.charAt(i)), table);
            if (table[slot] == 0) {
                slot = put(key(node, word.charAt(i)));
            }
            table[slot] |= ends ? ENDS : 0;
            node = node(table[slot]);
        }
        if (rows[node] < 0) {
            rows[node] = row;
        }
    }

    private static int node(long edge) {
        return (int) edge & TARGET;
    }

    /** The edge from a node with that character; {@link #NONE} where there is none. */
    private long edge(int node, char c) {
        long edge = table[slot(key(node, c), table)];
        return edge == 0 ? NONE : edge;
    }

    /** Adds an edge to a new node, and returns its slot. */
    private int put(long key) {
        if (nodes > TARGET) {
            throw new IllegalArgumentException("too many words");
        }
        if (nodes == rows.length) {
            rows = Arrays.copyOf(rows, nodes * 2);
            Arrays.fill(rows, nodes, rows.length, -1);
        }
        if (nodes * 2 > table.length) {
            long[] larger = new long[table.length * 2];
            for (long edge : table) {
                if (edge != 0) {
                    larger[slot(edge >>> KEY_SHIFT, larger)] = edge;
                }
            }
            table = larger;
        }
        int slot = slot(key, table);
        table[slot] = (key << KEY_SHIFT) | nodes++;
        return slot;
    }

    private static long key(int node, char c) {
        return ((long) node << Character.SIZE) | c;
    }

    /** Where the edge of that key is, or would be: no edge is 0, as none leads to the first node. */
    private static int slot(long key, long[] table) {
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & (table.length - 1);
        while (table[slot] != 0 && table[slot] >>> KEY_SHIFT != key) {
            slot = (slot + 1) & (table.length - 1);
        }
        return slot;
    }
}
