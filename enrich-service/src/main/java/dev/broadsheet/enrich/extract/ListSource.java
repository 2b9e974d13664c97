package dev.broadsheet.enrich.extract;

import dev.broadsheet.chinese.Token;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names without a suffix of their own that a list explains: 甲、乙、丙等企业. Stateless. */
final class ListSource {
    private record Head(EntityType type, boolean named) {}

    private static final List<List<String>> ROWS =
            Table.read("list-heads.tsv", 3).rows();
    private static final Lexicon HEADS =
            Lexicon.of(ROWS.stream().map(row -> row.get(0)).toList());
    private static final int REACH = 9;
    private static final int LONGEST = 12;
    private static final int MOST_ITEMS = 20;
    private static final int WEIGHT = 53;

    private ListSource() {}

    static void add(Sentence sentence, List<Candidate> places, List<Candidate> out) {
        for (int i = sentence.start() + 2; i < sentence.end(); i++) {
            if (sentence.at(i) == '等' && sentence.at(i + 1) != '级') {
                Head head = head(sentence, i);
                if (head != null) {
                    items(sentence, i, head, places, out);
                }
            }
        }
    }

    private static @Nullable Head head(Sentence sentence, int etc) {
        int limit = Math.min(sentence.end(), etc + 1 + REACH);
        for (int i = etc + 1; i < limit; i++) {
            char c = sentence.at(i);
            if (Sentences.isClauseEnd(c) || "、的“（".indexOf(c) >= 0) {
                return null;
            }
            int length = HEADS.matchLength(sentence.text(), i, limit);
            if (length > 0) {
                List<String> row = ROWS.get(HEADS.row(sentence.text(), i, i + length));
                return new Head(EntityType.valueOf(row.get(1)), row.get(2).equals("yes"));
            }
        }
        return null;
    }

    /** From the last item to the first; the first starts where a verb or preposition ends. */
    private static void items(Sentence sentence, int etc, Head head, List<Candidate> places, List<Candidate> out) {
        List<Span> items = new ArrayList<>();
        int end = etc;
        boolean more = true;
        while (more && items.size() < MOST_ITEMS) {
            int start = end;
            while (start > sentence.start()
                    && end - start <= LONGEST
                    && "、，；：。“”（）".indexOf(sentence.at(start - 1)) < 0) {
                start--;
            }
            more = sentence.at(start - 1) == '、';
            int edge = more ? start : firstStart(sentence, start, end);
            if (end - edge < 2 || end - edge > LONGEST) {
                break;
            }
            items.add(new Span(edge, end));
            end = start - 1;
        }
        if (!head.named() && items.size() < 3) {
            return;
        }
        for (Span item : items) {
            if (!head.named() || isName(sentence, item, places)) {
                out.add(new Candidate(head.type(), item.start(), item.end(), WEIGHT));
            }
        }
    }

    private static int firstStart(Sentence sentence, int start, int end) {
        int edge = end;
        for (int i = sentence.tokenAt(end - 1); i >= 0; i--) {
            Token token = sentence.tokens().get(i);
            char tag = token.tag().charAt(0);
            boolean verb = tag == 'v' && token.text().length() > 1 && edge < end;
            if (token.start() < start || NameEdges.isStop(token.text()) || "puc".indexOf(tag) >= 0 || verb) {
                break;
            }
            edge = token.start();
        }
        return edge;
    }

    private static boolean isName(Sentence sentence, Span item, List<Candidate> places) {
        int index = sentence.tokenAt(item.start());
        if (index >= sentence.tokens().size()) {
            return false;
        }
        Token first = sentence.tokens().get(index);
        boolean word = first.start() == item.start()
                && first.end() >= item.end()
                && !first.tag().startsWith("n");
        return !word && NameEdges.isNamed(sentence, item.start(), item.end(), places);
    }
}
