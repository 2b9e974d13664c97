package dev.broadsheet.enrich.extract;

import dev.broadsheet.chinese.Token;
import java.util.List;

/** Names that the operator lists. Of names that share a start, or of which one holds the other, the longest. Stateless. */
final class VocabularySource {
    /** The weight of a listed name, which no other rule gives. */
    static final int WEIGHT = 95;

    /** So short a name is part of many words. */
    private static final int SHORT = 2;
    /** Where Chinese, Japanese and Korean writing begins; words of what is below are set apart by other signs. */
    private static final char IDEOGRAPHIC = '\u2e80';

    private VocabularySource() {}

    static void add(Sentence sentence, Vocabulary vocabulary, List<Candidate> out) {
        if (vocabulary.size() == 0) {
            return;
        }
        int reached = sentence.start();
        for (int i = sentence.start(); i < sentence.end(); i++) {
            int start = i;
            if (cutsWord(sentence, start)) {
                continue;
            }
            int row =
                    vocabulary.longestAt(sentence.text(), start, sentence.end(), end -> mayStand(sentence, start, end));
            if (row >= 0 && start + vocabulary.length(row) > reached) {
                reached = start + vocabulary.length(row);
                out.add(new Candidate(vocabulary.type(row), start, reached, WEIGHT));
            }
        }
    }

    /** The segmenter knows no listed name, so its cuts say little of a long one. */
    private static boolean mayStand(Sentence sentence, int start, int end) {
        return end - start > SHORT ? !cutsWord(sentence, end) : sentence.isWhole(start, end);
    }

    /** Whether a Latin word or a number goes on over this position. */
    private static boolean cutsWord(Sentence sentence, int at) {
        if (at == sentence.start() || at == sentence.end()) {
            return false;
        }
        if (isLatin(sentence.at(at - 1)) && isLatin(sentence.at(at))) {
            return true;
        }
        Token token = sentence.tokens().get(sentence.tokenAt(at));
        return token.start() < at && token.tag().startsWith("m");
    }

    private static boolean isLatin(char c) {
        return c < IDEOGRAPHIC && Character.isLetterOrDigit(c);
    }
}
