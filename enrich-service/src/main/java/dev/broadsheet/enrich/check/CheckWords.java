package dev.broadsheet.enrich.check;

import dev.broadsheet.enrich.extract.Lexicon;
import dev.broadsheet.enrich.extract.Table;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The vocabulary of {@code check-words.tsv}. Immutable, any thread. */
final class CheckWords {
    private static final Set<String> GROUPS = Set.of(
            "some", "parts", "all", "made", "closing", "sum", "from", "reach", "up", "down", "filler", "apart",
            "single");
    private static final Table TABLE = Table.read(CheckWords.class, "check-words.tsv", 2, row -> {
        if (!GROUPS.contains(row.get(1))) {
            throw new IllegalArgumentException("unknown group " + row.get(1));
        }
    });

    static final Lexicon SOME = group("some");
    static final Lexicon PARTS = group("parts");
    static final Lexicon ALL = group("all");
    static final Lexicon MADE = group("made");
    static final Lexicon CLOSING = group("closing");
    static final Lexicon FROM = group("from");
    static final Lexicon UP = group("up");
    static final Lexicon DOWN = group("down");
    static final Lexicon FILLER = group("filler");
    static final Lexicon APART = group("apart");
    private static final Lexicon SUM = Lexicon.reversed(TABLE.group("sum"));
    private static final Lexicon REACH = Lexicon.reversed(TABLE.group("reach"));

    private static final Lexicon CHANGES =
            Lexicon.reversed(Stream.concat(TABLE.group("up").stream(), TABLE.group("down").stream())
                    .filter(word -> word.length() > 1)
                    .toList());

    private static final Lexicon SINGLE = group("single");

    private CheckWords() {}

    /** 每人购买200元, 最高500万元: an amount for each, or a bound, has no parts. */
    static boolean isRateOrBound(String before) {
        int clause = Math.max(before.lastIndexOf('，'), Math.max(before.lastIndexOf('；'), before.lastIndexOf('。'))) + 1;
        return holds(SINGLE, before.substring(clause));
    }

    private static Lexicon group(String name) {
        return Lexicon.of(TABLE.group(name));
    }

    /** How much of the end of the text is a word that announces a total; 0 where none does. */
    static int sumEnding(String text) {
        return SUM.longestEnding(text, text.length(), 0);
    }

    /** Whether the figure behind the text is what something has changed by: 较上年增加. */
    static boolean endsWithChange(String text) {
        int end = text.endsWith("了") ? text.length() - 1 : text.length();
        return CHANGES.longestEnding(text, end, 0) > 0;
    }

    static boolean endsWithReach(String text) {
        return REACH.longestEnding(text, text.length(), 0) > 0;
    }

    static boolean holds(Lexicon words, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (words.matchLength(text, i, text.length()) > 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether the growth told there is one upwards (true) or downwards; null where no word tells. */
    static @Nullable Boolean isUp(String text) {
        Boolean up = null;
        for (int i = 0; i < text.length(); ) {
            int rise = UP.matchLength(text, i, text.length());
            int fall = DOWN.matchLength(text, i, text.length());
            if (rise + fall > 0) {
                up = rise >= fall;
            }
            i += Math.max(1, Math.max(rise, fall));
        }
        return up;
    }

    /** Whether the text is words of growth and nothing else: 同比增长了. */
    static boolean isGrowthOnly(String text) {
        int at = 0;
        while (at < text.length()) {
            int word = Math.max(
                    FILLER.matchLength(text, at, text.length()),
                    Math.max(UP.matchLength(text, at, text.length()), DOWN.matchLength(text, at, text.length())));
            if (word == 0) {
                return false;
            }
            at += word;
        }
        return !text.isEmpty();
    }
}
