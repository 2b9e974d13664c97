package dev.broadsheet.enrich.check;

import dev.broadsheet.enrich.extract.Lexicon;
import org.jspecify.annotations.Nullable;

/**
 * What the words between a total and the first figure behind it say of the figures that follow.
 *
 * @param closed whether a bracket opens them, which has to close behind the last one
 */
record Claim(Extent extent, boolean closed) {
    /** Longest noun behind a total's unit (390套|保障性住房), and longest name of a part. */
    static final int LONGEST_NOUN = 12;

    private static final int LONGEST_LABEL = 20;

    /** SOME: parts that may overlap. PARTS: parts that do not. ALL: every part. MADE: every part, where a closing word stands behind the last. */
    enum Extent {
        SOME,
        PARTS,
        ALL,
        MADE
    }

    /** Null where the words say nothing of parts. */
    static @Nullable Claim of(String gap) {
        int mark = firstOf(gap, "，（：；、");
        if (mark < 0) {
            return opened(gap, Math.max(0, gap.indexOf('由')), false);
        }
        if (mark > LONGEST_NOUN || gap.charAt(mark) == '、') {
            return null;
        }
        boolean bracket = gap.charAt(mark) == '（';
        Claim claim = opened(gap, mark + 1, bracket);
        boolean bare = claim == null && (bracket || gap.charAt(mark) == '：') && isLabel(gap.substring(mark + 1));
        return bare ? new Claim(Extent.ALL, bracket) : claim;
    }

    private static @Nullable Claim opened(String gap, int from, boolean bracket) {
        for (Extent extent : Extent.values()) {
            int length = words(extent).matchLength(gap, from, gap.length());
            if (length > 0) {
                int label = from + length;
                boolean pause = label < gap.length() && "，：".indexOf(gap.charAt(label)) >= 0;
                return isLabel(gap.substring(pause ? label + 1 : label)) ? new Claim(extent, bracket) : null;
            }
        }
        return null;
    }

    private static Lexicon words(Extent extent) {
        return switch (extent) {
            case SOME -> CheckWords.SOME;
            case PARTS -> CheckWords.PARTS;
            case ALL -> CheckWords.ALL;
            case MADE -> CheckWords.MADE;
        };
    }

    /** Whether the text can be the name of a part: short, within one clause. */
    static boolean isLabel(String text) {
        return text.length() <= LONGEST_LABEL && firstOf(text, "，。；：（）、！？") < 0;
    }

    static int firstOf(String text, String marks) {
        for (int i = 0; i < text.length(); i++) {
            if (marks.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }
}
