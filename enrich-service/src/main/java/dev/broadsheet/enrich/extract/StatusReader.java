package dev.broadsheet.enrich.extract;

import dev.broadsheet.chinese.Token;
import org.jspecify.annotations.Nullable;

/**
 * Tells a target from what has happened by the last cue before the figure in its sentence. Weak cues (推进, 谋划) count only
 * while the sentence has reported nothing (已, 目前, 累计) before them. Stateless.
 */
final class StatusReader {
    private static final Table WORDS = Table.read("figure-words.tsv", 2);
    private static final Lexicon STRONG = Lexicon.of(WORDS.group("target-strong"));
    private static final Lexicon WEAK = Lexicon.of(WORDS.group("target-weak"));
    private static final Lexicon ACTUAL = Lexicon.of(WORDS.group("actual"));
    private static final Lexicon NEUTRAL = Lexicon.of(WORDS.group("neutral"));

    private StatusReader() {}

    static Status at(Sentence sentence, int figure) {
        String text = sentence.text();
        @Nullable Status status = null;
        boolean reported = false;
        boolean announced = false;
        boolean weakOnly = false;
        for (int i = sentence.start(); i < figure; ) {
            int strong = STRONG.matchLength(text, i, figure);
            int weak = WEAK.matchLength(text, i, figure);
            int actual = ACTUAL.matchLength(text, i, figure);
            int neutral = NEUTRAL.matchLength(text, i, figure);
            int longest = Math.max(Math.max(strong, weak), Math.max(actual, neutral));
            if (Sentences.isClauseEnd(text.charAt(i))) {
                announced = false;
                if (weakOnly && "总其年".indexOf(sentence.at(i + 1)) < 0) {
                    status = null;
                    weakOnly = false;
                }
            }
            if (longest == 0) {
                if (text.charAt(i) == '将' && announces(sentence, i)) {
                    status = Status.TARGET;
                }
                i++;
                continue;
            }
            if (neutral == longest) {
                i += longest;
                continue;
            }
            if (strong == longest) {
                status = Status.TARGET;
                announced = true;
                weakOnly = false;
            } else if (actual == longest) {
                reported = true;
                weakOnly = false;
                status = announced ? status : Status.ACTUAL;
            } else if (status == null && !reported && text.charAt(Math.min(i + weak, figure - 1)) != '了') {
                status = Status.TARGET;
                weakOnly = true;
            }
            i += longest;
        }
        return status == null ? Status.ACTUAL : status;
    }

    /** 将 before a verb or adverb announces; 将 before a noun or a number is a preposition (将道路扩为 …). */
    private static boolean announces(Sentence sentence, int at) {
        int index = sentence.tokenAt(at);
        if (index >= sentence.tokens().size()) {
            return false;
        }
        Token token = sentence.tokens().get(index);
        if (token.start() != at || token.end() != at + 1) {
            return token.text().startsWith("将") && token.tag().startsWith("v");
        }
        if (index + 1 >= sentence.tokens().size()) {
            return false;
        }
        String next = sentence.tokens().get(index + 1).tag();
        return next.startsWith("v") || next.startsWith("d") || next.startsWith("p");
    }
}
