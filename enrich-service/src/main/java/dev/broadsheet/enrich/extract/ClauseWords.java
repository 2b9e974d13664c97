package dev.broadsheet.enrich.extract;

import dev.broadsheet.chinese.Token;
import java.util.List;
import java.util.Set;

/**
 * Words of the clause around names, which no name holds but between quotation marks (现有, 位于, 其中), however the segmenter cuts them.
 * Stateless.
 */
final class ClauseWords {
    private static final Lexicon WORDS =
            Lexicon.of(Table.read("name-edges.tsv", 2).group("never"));
    private static final Set<String> SOME = Set.of("一", "几", "多", "数");
    private static final Set<String> COUNTERS = Set.of("家", "套", "座", "批", "款", "种", "位", "名", "所", "间", "台", "辆", "份");

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

    /** 一/套, 几/家: some of a kind, and no name of one. */
    private static boolean isSome(List<Token> tokens, int index) {
        return index + 1 < tokens.size()
                && SOME.contains(tokens.get(index).text())
                && COUNTERS.contains(tokens.get(index + 1).text());
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
        int length = WORDS.matchLength(sentence.text(), word.start(), sentence.end());
        if (length > word.text().length() && sentence.isEdge(word.start() + length)) {
            return length;
        }
        return WORDS.contains(word.text()) ? word.text().length() : 0;
    }
}
