package dev.broadsheet.enrich.extract;

/**
 * What is counted along a sentence once, so that the count of any stretch is the difference of two: digits, Latin letters and marks by
 * position, and by word what makes a name proper or only describes. Up to 65,535 of each. Immutable.
 */
final class StretchCounts {
    /** Four counts in one long. */
    private static final int BITS = 16;

    private static final int MASK = (1 << BITS) - 1;
    private static final int DIGITS = 0;
    private static final int LATIN = 1;
    private static final int OPENING = 2;
    private static final int CLOSING = 3;
    private static final int PROPER = 0;
    /** Words of one character behind another such. */
    private static final int PAIRS = 1;

    private static final int SPECIAL = 2;

    private final Sentence sentence;
    /** What stands before each position; {@link #words} before each word. */
    private final long[] characters;

    private final long[] words;

    /** @param kinds of the words of the sentence, as {@link WordKind} has them */
    StretchCounts(Sentence sentence, int[] kinds) {
        this.sentence = sentence;
        this.characters = new long[sentence.end() - sentence.start() + 1];
        for (int i = 1; i < characters.length; i++) {
            characters[i] = characters[i - 1] + counted(sentence.at(sentence.start() + i - 1));
        }
        this.words = new long[kinds.length + 1];
        boolean single = false;
        for (int i = 0; i < kinds.length; i++) {
            boolean before = single;
            single = WordKind.isSingle(kinds[i]);
            words[i + 1] = words[i]
                    + one(PROPER, WordKind.isProper(kinds[i]))
                    + one(PAIRS, single && before)
                    + one(SPECIAL, !WordKind.isGeneric(kinds[i]));
        }
    }

    private static long counted(char c) {
        return switch (c) {
            case '“', '《', '（' -> one(OPENING, true);
            case '”', '》', '）' -> one(CLOSING, true);
            default -> one(DIGITS, FlatText.isDigit(c)) + one(LATIN, NameEdges.isLatin(c));
        };
    }

    private static long one(int field, boolean there) {
        return there ? 1L << (field * BITS) : 0;
    }

    private static int field(long counts, int field) {
        return (int) (counts >>> (field * BITS)) & MASK;
    }

    private int characters(int field, int start, int end) {
        return field(characters[end - sentence.start()] - characters[start - sentence.start()], field);
    }

    boolean hasDigit(int start, int end) {
        return characters(DIGITS, start, end) > 0;
    }

    boolean hasLatin(int start, int end) {
        return characters(LATIN, start, end) > 0;
    }

    /** How many quotation marks, brackets and title marks open there. */
    int opening(int start, int end) {
        return characters(OPENING, start, end);
    }

    int closing(int start, int end) {
        return characters(CLOSING, start, end);
    }

    /** As {@link NameEdges#isNamed} without places. */
    boolean isNamed(int start, int end) {
        int first = sentence.tokenAt(start);
        int behind = sentence.tokenAt(end - 1) + 1;
        return field(words[behind] - words[first], PROPER) > 0 || field(words[behind] - words[first + 1], PAIRS) > 0;
    }

    /** As {@link NameEdges#isGeneric}. */
    boolean isGeneric(int start, int end) {
        return field(words[sentence.tokenAt(end - 1) + 1] - words[sentence.tokenAt(start)], SPECIAL) == 0;
    }
}
