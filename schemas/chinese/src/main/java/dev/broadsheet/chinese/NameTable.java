package dev.broadsheet.chinese;

import java.util.BitSet;
import java.util.List;

/**
 * Sorted names in one array, searched as a trie would be: each further character narrows the range of names that share
 * it. A look-up costs the length of the match times the logarithm of a range that is mostly a handful; the first two characters cost one look.
 */
final class NameTable {
    private static final int MOST_PAIR_BITS = 20;
    /** Spent on telling which two characters open a name, for each name. */
    private static final int PAIR_BITS_A_NAME = 32;
    /** Spent on telling which three characters open a name, for each name. */
    private static final int OPENING_BITS_A_NAME = 8;

    private final char[] letters;
    private final int[] starts;
    private final BitSet searched;
    /** How names of more than one character begin; those of one are always looked for. */
    private final PairFilter pairs;

    private final PairRanges ranges = new PairRanges();

    private final BitSet alone = new BitSet();
    /** Of most pairs that open a name the next character tells that none is there. */
    private final OpeningFilter openings;

    /** For each first character the first name that starts with it or a later one. */
    private final int[] firsts = new int[Character.MAX_VALUE + 2];

    /**
     * @param letters the names one after the other, sorted by UTF-16 units, each once and none empty
     * @param starts where each name starts, and at last where the last one ends
     * @param searched the names that are looked for in text
     */
    NameTable(char[] letters, int[] starts, BitSet searched) {
        this.letters = letters;
        this.starts = starts;
        this.searched = searched;
        int pairBits = Integer.SIZE - Integer.numberOfLeadingZeros(size() * PAIR_BITS_A_NAME + Long.SIZE);
        this.pairs = new PairFilter(Math.min(MOST_PAIR_BITS, pairBits));
        this.openings = new OpeningFilter(size() * OPENING_BITS_A_NAME);
        for (int i = searched.nextSetBit(0); i >= 0; i = searched.nextSetBit(i + 1)) {
            openings.add(letters, starts[i], length(i));
        }
        for (int i = 0; i < size(); ) {
            if (length(i) == 1) {
                alone.set(letters[starts[i++]]);
            } else {
                i = pair(i);
            }
        }
        int name = 0;
        for (int c = 0; c < firsts.length; c++) {
            while (name < size() && letters[starts[name]] < c) {
                name++;
            }
            firsts[c] = name;
        }
    }

    /** Notes how this name and those behind it begin that begin with the same two characters; the first that does not. */
    private int pair(int name) {
        char first = letters[starts[name]];
        char second = letters[starts[name] + 1];
        int end = name + 1;
        while (end < size() && length(end) > 1 && letters[starts[end]] == first && letters[starts[end] + 1] == second) {
            end++;
        }
        pairs.add(first, second);
        ranges.add(first, second, name, end);
        return end;
    }

    /** All of these names are looked for in text. */
    static NameTable of(List<String> sorted) {
        int[] starts = new int[sorted.size() + 1];
        for (int i = 0; i < sorted.size(); i++) {
            starts[i + 1] = starts[i] + sorted.get(i).length();
        }
        BitSet searched = new BitSet();
        searched.set(0, sorted.size());
        return new NameTable(String.join("", sorted).toCharArray(), starts, searched);
    }

    int size() {
        return starts.length - 1;
    }

    String name(int index) {
        return new String(letters, starts[index], starts[index + 1] - starts[index]);
    }

    int length(int index) {
        return starts[index + 1] - starts[index];
    }

    /** The index of this very name, searched for in text or not, or -1. */
    int find(CharSequence name) {
        return walk(name, 0, true);
    }

    /** The index of the longest name that stands in the text at {@code from}, or -1. */
    int longestAt(CharSequence text, int from) {
        boolean may = from < text.length()
                && (alone.get(text.charAt(from))
                        || (from + 1 < text.length()
                                && pairs.mayHave(text.charAt(from), text.charAt(from + 1))
                                && openings.mayOpen(text, from)));
        return may ? walk(text, from, false) : -1;
    }

    private int walk(CharSequence text, int from, boolean whole) {
        if (from >= text.length()) {
            return -1;
        }
        int low = firsts[text.charAt(from)];
        int high = firsts[text.charAt(from) + 1];
        int found = -1;
        for (int depth = 1; low < high; depth++) {
            // Sorted order puts the name that ends here before all that go on.
            boolean ends = length(low) == depth;
            if (ends && (whole ? from + depth == text.length() : searched.get(low))) {
                found = low;
            }
            if (from + depth >= text.length()) {
                break;
            }
            char next = text.charAt(from + depth);
            if (depth == 1) {
                int range = ranges.find(text.charAt(from), next);
                low = range == PairRanges.NONE ? high : ranges.start(range);
                high = range == PairRanges.NONE ? high : ranges.end(range);
            } else {
                low = lowest(ends ? low + 1 : low, high, depth, next);
                high = lowest(low, high, depth, next + 1);
            }
        }
        return found;
    }

    /** The first name of the range whose character at {@code depth} is {@code wanted} or later. */
    private int lowest(int from, int to, int depth, int wanted) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (letters[starts[middle] + depth] < wanted) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
