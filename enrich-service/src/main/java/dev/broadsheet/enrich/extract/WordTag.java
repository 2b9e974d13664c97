package dev.broadsheet.enrich.extract;

import dev.broadsheet.chinese.Token;
import org.jspecify.annotations.Nullable;

/** A word's part of speech as one character, as clues hold it. Stateless. */
final class WordTag {
    /** No word there. */
    static final char NONE = '0';

    private WordTag() {}

    static char of(@Nullable Token token) {
        if (token == null) {
            return NONE;
        }
        String tag = token.tag();
        if (tag.length() == 1) {
            return tag.charAt(0) == 'u' ? 'U' : tag.charAt(0);
        }
        return switch (tag) {
            case "vn" -> 'V';
            case "vshi" -> 'I';
            case "vyou" -> 'Y';
            case "nz" -> 'Z';
            default -> ofLonger(tag);
        };
    }

    private static char ofLonger(String tag) {
        if (tag.startsWith("nr")) {
            return 'R';
        }
        if (tag.startsWith("ns")) {
            return 'S';
        }
        if (tag.startsWith("nt")) {
            return 'T';
        }
        if (tag.startsWith("ud")) {
            return 'D';
        }
        return tag.startsWith("u") ? 'U' : tag.charAt(0);
    }

    /** Common nouns, names and verbal nouns. */
    static boolean isNoun(char tag) {
        return tag == 'n' || tag == 'V' || tag == 'Z' || tag == 'R' || tag == 'S' || tag == 'T';
    }
}
