package dev.broadsheet.enrich.extract;

import dev.broadsheet.chinese.Token;
import java.util.List;
import java.util.Set;

/**
 * What may be a member of a list: what stands from mark to mark (甲、乙和丙等), however many words it has, and what ends at the first mark, from
 * each word that may open it. Members of lists need no word that tells what they are: 城北水厂扩建、老街排水管更换等项目. Not thread-safe.
 */
final class ListItems {
    /** Takes a stretch. */
    interface Taker {
        void take(int start, int end);
    }

    private static final int LONGEST = 22;
    private static final int NOWHERE = -1;
    private static final Set<String> JOINTS = Set.of("和", "与", "及", "以及");

    private final List<Token> tokens;
    private final boolean[] never;
    private final Taker taker;
    /** Where the member begins that goes on now; and where it does if the word 和 or the like in front of it is a part of it. */
    private int start = NOWHERE;

    private int joined = NOWHERE;

    /** @param never of each word of the sentence whether no name holds it */
    ListItems(Sentence sentence, boolean[] never, Taker taker) {
        this.tokens = sentence.tokens();
        this.never = never;
        this.taker = taker;
    }

    void propose() {
        int quotes = 0;
        for (int t = 0; t < tokens.size(); t++) {
            Token token = tokens.get(t);
            String word = token.text();
            quotes += word.equals("“") ? 1 : word.equals("”") ? -1 : 0;
            if (word.equals("、")) {
                close(t);
                start = token.end();
                joined = start;
            } else if (start != NOWHERE && JOINTS.contains(word)) {
                close(t);
                start = token.end();
            } else if (start != NOWHERE && ends(word)) {
                close(t);
                start = NOWHERE;
            } else if (quotes <= 0 && isClause(t)) {
                start = NOWHERE;
            }
        }
    }

    private static boolean ends(String word) {
        return word.startsWith("等") || Proposals.isBreak(word);
    }

    private boolean isClause(int word) {
        return never[word] || tokens.get(word).text().equals("的");
    }

    private void close(int mark) {
        int end = tokens.get(mark).start();
        if (start == NOWHERE) {
            first(mark);
        } else {
            take(start, end);
            if (joined != start) {
                take(joined, end);
            }
        }
    }

    private void first(int mark) {
        int end = tokens.get(mark).start();
        for (int t = mark - 1; t >= 0; t--) {
            Token token = tokens.get(t);
            if (isClause(t) || Proposals.isBreak(token.text()) || end - token.start() > LONGEST) {
                break;
            }
            taker.take(token.start(), end);
        }
    }

    private void take(int from, int end) {
        if (end > from && end - from <= LONGEST) {
            taker.take(from, end);
        }
    }
}
