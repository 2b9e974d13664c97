package dev.broadsheet.enrich.extract;

import dev.broadsheet.chinese.Token;
import java.util.List;

/**
 * Words of the clause around names, which no name holds but between quotation marks (现有, 位于, 其中), however the segmenter cuts them.
 * Stateless.
 */
final class ClauseWords {
    private static final List<String> LISTED = Table.read("name-edges.tsv", 2).group("never");
    private static final Lexicon WORDS = Lexicon.of(LISTED);
    private static final int LONGEST =
            LISTED.stream().mapToInt(String::length).max().orElse(0);
    private static final CharacterSet SOME = CharacterSet.of("一几多数");
    private static final CharacterSet COUNTERS = CharacterSet.of("家套座批款种位名所间台辆份");

    private ClauseWords() {}

    /** Of each word of the sentence whether it is one, or a part of one. */
    static boolean[] of(Sentence sentence) {
        List<Token> tokens = sentence.tokens();
        boolean[] all = new boolean[tokens.size()];
        int end = sentence.start();
        for (int i = 0; i < all.length; i++) {
            Token token = tokens.get(i);
            end = Math.max(end, token.start() + length(sentence, token));
            all[i] = token.start() < end || isSome(tokens, i);
        }
        return all;
    }

    /** The same for one word, where few of a sentence are asked for. */
    static boolean has(Sentence sentence, int index) {
        List<Token> tokens = sentence.tokens();
        int start = tokens.get(index).start();
        for (int i = index; i >= 0 && start - tokens.get(i).start() < LONGEST; i--) {
            if (tokens.get(i).start() + length(sentence, tokens.get(i)) > start) {
                return true;
            }
        }
        return isSome(tokens, index);
    }

    /** 一/套, 几/家: some of a kind, and no name of one. */
    private static boolean isSome(List<Token> tokens, int index) {
        return isOneOf(SOME, tokens.get(index))
                && index + 1 < tokens.size()
                && isOneOf(COUNTERS, tokens.get(index + 1));
    }

    private static boolean isOneOf(CharacterSet characters, Token word) {
        return word.text().length() == 1 && characters.has(word.text().charAt(0));
    }

    /** Behind the last of them between the two; {@code from} where there is none. */
    static int behind(Sentence sentence, int from, int to) {
        int start = from;
        boolean quoted = false;
        for (int i = sentence.tokenAt(from); i < sentence.tokens().size(); i++) {
            Token token = sentence.tokens().get(i);
            if (token.start() >= to) {
                break;
            }
            quoted = token.text().equals("“") || (quoted && !token.text().equals("”"));
            int length = quoted ? 0 : length(sentence, token);
            if (length > 0 && token.start() + length <= to) {
                start = token.start() + length;
            }
        }
        return start;
    }

    /** Of the one that begins with this word, or 0. */
    private static int length(Sentence sentence, Token word) {
        int own = word.text().length();
        int length = WORDS.matchLength(sentence.text(), word.start(), sentence.end());
        if (length <= own || sentence.isEdge(word.start() + length)) {
            return length < own ? 0 : length;
        }
        return WORDS.contains(word.text()) ? own : 0;
    }
}
