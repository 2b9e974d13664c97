package dev.broadsheet.enrich.extract;

import dev.broadsheet.chinese.Token;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads bounds that a verb parts from their figure: 至少安排|5000万元, 最高可补贴|500元. A superlative is a bound only of what may be; of what
 * was (单日最高接待2.4万人次) it tells the level that was reached. Stateless.
 */
final class BoundVerb {
    private static final Table WORDS = Table.read("figure-words.tsv", 2);
    private static final Lexicon LEAST = Lexicon.reversed(WORDS.group("bound-over"));
    private static final Lexicon MOST = Lexicon.reversed(WORDS.group("bound-under"));
    private static final Lexicon LOWEST = Lexicon.reversed(WORDS.group("superlative-over"));
    private static final Lexicon HIGHEST = Lexicon.reversed(WORDS.group("superlative-under"));
    private static final List<String> ALLOWING = WORDS.group("allowing");
    private static final int MOST_WORDS = 4;
    private static final String VERBS = "vVYdU";
    /** A figure that is reached is a level. */
    private static final String REACHES = "达到至为";

    private BoundVerb() {}

    /** What such a word says of the figure at {@code start}; null where there is none, or none behind {@code floor}. */
    static @Nullable Qualifier before(Sentence sentence, int start, int floor) {
        boolean allowed = false;
        int from = start;
        for (int words = 0; words < MOST_WORDS && from > floor; words++) {
            int index = sentence.tokenAt(from - 1);
            Token word = sentence.token(index);
            boolean allowing = word != null && ALLOWING.contains(word.text());
            if (word == null || word.end() != from || !(allowing || VERBS.indexOf(sentence.tag(index)) >= 0)) {
                return null;
            }
            allowed |= allowing;
            from = word.start();
            boolean may = allowed && REACHES.indexOf(sentence.at(start - 1)) < 0;
            Qualifier qualifier = endingAt(sentence.text(), from, floor, may);
            if (qualifier != null) {
                return qualifier;
            }
        }
        return null;
    }

    private static @Nullable Qualifier endingAt(String text, int end, int floor, boolean may) {
        if (LEAST.longestEnding(text, end, floor) > 0 || (may && LOWEST.longestEnding(text, end, floor) > 0)) {
            return Qualifier.OVER;
        }
        boolean most = MOST.longestEnding(text, end, floor) > 0 || (may && HIGHEST.longestEnding(text, end, floor) > 0);
        return most ? Qualifier.UNDER : null;
    }
}
