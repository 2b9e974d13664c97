package dev.broadsheet.enrich.extract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How names end, of all kinds at once: a kind for each type of name, one for what ends no name, one for the suffixes of rules and one for
 * the ends of documents. Immutable.
 */
final class Endings {
    /** How no name ends. */
    static final int NOTHING = EntityType.values().length;

    /** What the rules know as a suffix. */
    static final int SUFFIX = NOTHING + 1;

    static final int DOCUMENT = SUFFIX + 1;
    static final int KINDS = DOCUMENT + 1;

    /** Room for the length of the ending of each kind. */
    private static final int BITS = 6;

    private static final int LONGEST = (1 << BITS) - 1;

    /** The kinds that are names. */
    private static final int NAMES = ((1 << NOTHING) - 1) | (1 << SUFFIX);

    private final Lexicon words;
    /** Of each word a one in the room of each kind it is of. */
    private final long[] kinds;
    /** The words that are of a kind of names. */
    private final Lexicon names;

    private Endings(Map<String, Integer> kindsOfWords) {
        words = Lexicon.reversed(kindsOfWords.keySet());
        kinds = kindsOfWords.values().stream().mapToLong(Endings::ones).toArray();
        names = Lexicon.reversed(kindsOfWords.entrySet().stream()
                .filter(word -> (word.getValue() & NAMES) != 0)
                .map(Map.Entry::getKey)
                .toList());
    }

    static Endings of(Table ends, List<String> suffixes, List<String> documents) {
        Map<String, Integer> kinds = new LinkedHashMap<>();
        for (EntityType type : EntityType.values()) {
            add(ends.group(type.name()), type.index(), kinds);
        }
        add(ends.group("NOTHING"), NOTHING, kinds);
        add(suffixes, SUFFIX, kinds);
        add(documents, DOCUMENT, kinds);
        return new Endings(kinds);
    }

    private static void add(List<String> words, int kind, Map<String, Integer> kinds) {
        for (String word : words) {
            if (word.length() > LONGEST) {
                throw new IllegalArgumentException("too long: " + word);
            }
            kinds.merge(word, 1 << kind, (a, b) -> a | b);
        }
    }

    private static long ones(int kinds) {
        long ones = 0;
        for (int kind = 0; kind < KINDS; kind++) {
            ones |= ((kinds >>> kind) & 1L) << (kind * BITS);
        }
        return ones;
    }

    /** The longest ending of each kind that ends at {@code end} and starts at or after {@code floor}, to be read by {@link #length}; never negative. */
    long at(String text, int end, int floor) {
        Longest longest = new Longest();
        words.endings(text, end, floor, longest);
        return longest.lengths;
    }

    /** The length of the longest ending of a kind; 0 for none. */
    static int length(long endings, int kind) {
        return (int) (endings >>> (kind * BITS)) & LONGEST;
    }

    /** Is told of endings from the shortest on. */
    private final class Longest implements Lexicon.Match {
        private long lengths;

        @Override
        public void at(int length, int row) {
            lengths = (lengths & ~(kinds[row] * LONGEST)) | (kinds[row] * length);
        }
    }

    /** Whether names of any type end so. */
    boolean isName(String text, int end, int floor) {
        return names.longestEnding(text, end, floor) > 0;
    }
}
