package dev.broadsheet.enrich.extract;

import dev.broadsheet.chinese.Token;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of things with as many figures behind it: 甲、乙用户分别为5万户、3万户. Tells for one figure which thing is its own. One object per figure.
 */
final class FigureList {
    private static final int LONGEST_JOINT = 3;
    private static final List<String> EACH = List.of("分别", "依次");

    private final Sentence sentence;
    private final List<Candidate> names;
    private final List<Span> items;
    private final int own;
    private final boolean each;
    private final boolean bare;

    /**
     * @param each whether there are as many things as figures, and 分别 says that they belong together
     * @param bare whether nothing stands between 分别 and the figures
     */
    private FigureList(
            Sentence sentence, List<Candidate> names, List<Span> items, int own, boolean each, boolean bare) {
        this.sentence = sentence;
        this.names = names;
        this.items = items;
        this.own = own;
        this.each = each;
        this.bare = bare;
    }

    /** Null where the figure stands in no list, or the things before it are fewer. */
    static @Nullable FigureList of(
            Sentence sentence, List<Span> periods, List<Candidate> names, List<Quantity> figures, int index) {
        int first = index;
        while (first > 0 && isJoined(sentence, figures.get(first - 1), figures.get(first))) {
            first--;
        }
        int last = index;
        while (last + 1 < figures.size() && isJoined(sentence, figures.get(last), figures.get(last + 1))) {
            last++;
        }
        int floor = first == 0 ? sentence.start() : figures.get(first - 1).end();
        int figure = figures.get(first).start();
        List<Span> items = last == first ? List.of() : items(sentence, floor, figure);
        if (last == first || items.size() <= last - first) {
            return null;
        }
        int from = items.get(0).start();
        int start = ClauseLead.skip(sentence, periods, names, from, items.get(0).end());
        items.set(0, new Span(start, items.get(0).end()));
        int word = each(sentence, from, figure);
        boolean each = word >= 0 && items.size() == last - first + 1;
        boolean bare = each && FigureWords.withoutTail(sentence.text(), word, figure) == word;
        return new FigureList(sentence, names, items, items.size() - (last - index) - 1, each, bare);
    }

    /** 甲园、乙园等|8个|: a count right behind a list that names some of what it counts. */
    static boolean isOpen(Sentence sentence, Quantity figure) {
        return figure.unit().isCount() && sentence.at(figure.start() - 1) == '等';
    }

    private static boolean isJoined(Sentence sentence, Quantity one, Quantity next) {
        int gap = next.start() - one.end();
        char mark = sentence.at(one.end());
        return gap > 0 && gap <= LONGEST_JOINT && ("、和与及".indexOf(mark) >= 0 || (gap == 1 && mark == '，'));
    }

    /** The things of the clause before the figures, up to 分别; or of the clause before that one. */
    private static List<Span> items(Sentence sentence, int floor, int figure) {
        int from = FigureClause.start(sentence, floor, figure);
        int each = each(sentence, from, figure);
        int end = FigureWords.withoutTail(sentence.text(), from, each < 0 ? figure : each);
        List<Span> items = split(sentence, from, end);
        if (each < 0 || items.size() > 1 || from - 1 <= floor) {
            return items;
        }
        List<Span> earlier = split(sentence, FigureClause.start(sentence, floor, from - 1), from - 1);
        return earlier.size() > 1 ? earlier : items;
    }

    /** Where 分别 stands, or -1. */
    private static int each(Sentence sentence, int from, int figure) {
        String between = sentence.text().substring(from, figure);
        int at = -1;
        for (String word : EACH) {
            at = Math.max(at, between.indexOf(word));
        }
        return at < 0 ? at : from + at;
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

    /** Whether the text says that each figure has its own thing, and nothing else can be what it measures. */
    boolean tellsApart() {
        return bare;
    }

    /** Whom the figure is about, where the things are places or bodies: 甲县、乙县返岗率分别为. */
    @Nullable
    String named() {
        Candidate name = name(items.get(own));
        return each && name != null && items.stream().allMatch(item -> name(item) != null)
                ? sentence.text().substring(name.start(), name.end())
                : null;
    }

    private @Nullable Candidate name(Span item) {
        boolean last = item.equals(items.get(items.size() - 1));
        return names.stream()
                .filter(name -> name.type() == EntityType.PLACE || name.type() == EntityType.ORGANIZATION)
                .filter(name ->
                        name.start() == item.start() && (name.end() == item.end() || (last && name.end() < item.end())))
                .findFirst()
                .orElse(null);
    }

    List<IndicatorProposal> proposals() {
        Span whole = items.get(items.size() - 1);
        Candidate last = named() == null ? null : name(whole);
        if (last != null) {
            return last.end() == whole.end()
                    ? List.of()
                    : List.of(item(IndicatorForm.ITEM, sentence.text().substring(last.end(), whole.end())));
        }
        String text =
                sentence.text().substring(items.get(own).start(), items.get(own).end());
        List<IndicatorProposal> found = new ArrayList<>();
        found.add(item(IndicatorForm.ITEM, text));
        int head = sentence.tokenAt(whole.end() - 1);
        for (int back = 0; back < 2 && own < items.size() - 1; back++) {
            Token word = sentence.token(head - back);
            if (word == null || word.start() <= whole.start() || text.endsWith(word.text())) {
                break;
            }
            found.add(item(
                    back == 0 ? IndicatorForm.ITEM_WORD : IndicatorForm.ITEM_WORDS,
                    text + sentence.text().substring(word.start(), whole.end())));
        }
        return found;
    }

    private IndicatorProposal item(IndicatorForm form, String text) {
        return IndicatorProposal.item(form, items.get(own), text);
    }
}
