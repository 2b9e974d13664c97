package dev.broadsheet.enrich.extract;

import dev.broadsheet.chinese.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * A list of things with as many figures behind it (甲、乙分别为5万户、3万户): proposes for each figure the thing in its place. Stateless.
 */
final class FigureList {
    private static final int LONGEST_JOINT = 3;
    private static final List<String> EACH = List.of("分别", "依次");

    private FigureList() {}

    /** Nothing where the figure stands in no list, or the things before it are fewer. */
    static List<IndicatorProposal> proposals(Sentence sentence, List<Span> periods, List<Quantity> figures, int index) {
        int first = index;
        while (first > 0 && isJoined(sentence, figures.get(first - 1), figures.get(first))) {
            first--;
        }
        int last = index;
        while (last + 1 < figures.size() && isJoined(sentence, figures.get(last), figures.get(last + 1))) {
            last++;
        }
        if (last == first) {
            return List.of();
        }
        int floor = first == 0 ? sentence.start() : figures.get(first - 1).end();
        List<Span> items = items(sentence, floor, figures.get(first).start());
        int own = items.size() - (last - index) - 1;
        if (items.size() <= last - first) {
            return List.of();
        }
        Span item = items.get(own);
        int start = own == 0 ? ClauseLead.skip(sentence, periods, List.of(), item.start(), item.end()) : item.start();
        return proposals(sentence, new Span(start, item.end()), items, index == last);
    }

    private static boolean isJoined(Sentence sentence, Quantity one, Quantity next) {
        int gap = next.start() - one.end();
        char mark = sentence.at(one.end());
        return gap > 0 && gap <= LONGEST_JOINT && ("、和与及".indexOf(mark) >= 0 || (gap == 1 && mark == '，'));
    }

    private static List<IndicatorProposal> proposals(Sentence sentence, Span item, List<Span> items, boolean last) {
        List<IndicatorProposal> found = new ArrayList<>();
        String text = sentence.text().substring(item.start(), item.end());
        found.add(IndicatorProposal.item(IndicatorForm.ITEM, item, text));
        Span whole = items.get(items.size() - 1);
        int head = sentence.tokenAt(whole.end() - 1);
        for (int back = 0; back < 2 && !last; back++) {
            Token word = sentence.token(head - back);
            if (word == null || word.start() <= whole.start()) {
                break;
            }
            found.add(IndicatorProposal.item(
                    back == 0 ? IndicatorForm.ITEM_WORD : IndicatorForm.ITEM_WORDS,
                    item,
                    text + sentence.text().substring(word.start(), whole.end())));
        }
        return found;
    }

    /** The things of the clause before the figures, up to 分别; or of the clause before that one. */
    private static List<Span> items(Sentence sentence, int floor, int figure) {
        int from = IndicatorProposals.clauseStart(sentence, floor, figure);
        int each = EACH.stream()
                .mapToInt(word -> sentence.text().substring(from, figure).indexOf(word))
                .max()
                .orElse(-1);
        int end = FigureWords.withoutTail(sentence.text(), from, each < 0 ? figure : from + each);
        List<Span> items = split(sentence, from, end);
        if (each < 0 || items.size() > 1 || from - 1 <= floor) {
            return items;
        }
        List<Span> earlier = split(sentence, IndicatorProposals.clauseStart(sentence, floor, from - 1), from - 1);
        return earlier.size() > 1 ? earlier : items;
    }

    private static List<Span> split(Sentence sentence, int from, int end) {
        List<Span> items = new ArrayList<>();
        int start = from;
        for (int i = from; i < end; i++) {
            char c = sentence.at(i);
            if (c == '、' || ("和与及".indexOf(c) >= 0 && sentence.isToken(i, i + 1, "c"))) {
                addIfAny(start, i, items);
                start = i + 1;
            }
        }
        addIfAny(start, end, items);
        return items;
    }

    private static void addIfAny(int start, int end, List<Span> items) {
        if (end > start) {
            items.add(new Span(start, end));
        }
    }
}
