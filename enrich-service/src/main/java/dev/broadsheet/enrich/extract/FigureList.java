package dev.broadsheet.enrich.extract;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of things with as many figures behind it: 甲、乙用户分别为5万户、3万户; or as many figures with what they measure: 进口3亿元、出口2亿元，分别增长5%、6%.
 * Tells for one figure which thing is its own. One object per figure.
 */
final class FigureList {
    private static final int LONGEST_JOINT = 3;
    private static final List<String> EACH = List.of("分别", "依次");
    private static final int EACH_LENGTH = 2;
    /** What opens words between 分别 and the figures that compare the things and name no other. */
    private static final String COMPARES = "比较占是";

    private final ItemNames names;
    private final @Nullable ItemWords words;
    private final int own;
    private final boolean apart;
    private final String shared;
    private final int back;

    /**
     * @param names of the things, where the text says that each has its own figure; else of none
     * @param words of the things; null where they are what the figures before measure
     * @param apart whether the text says that each has its own, and nothing else can be what the figures measure
     * @param shared what is said of all behind the things (销量 in 甲、乙热卖，销量分别为); may be empty
     * @param back how many figures before stands the one that measures the same, where {@code words} is null
     */
    private FigureList(ItemNames names, @Nullable ItemWords words, int own, boolean apart, String shared, int back) {
        this.names = names;
        this.words = words;
        this.own = own;
        this.apart = apart;
        this.shared = shared;
        this.back = back;
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
        int count = last - first + 1;
        if (count == 1) {
            return null;
        }
        int floor = floor(sentence, figures, first, count);
        int figure = figures.get(first).start();
        List<Span> items = items(sentence, floor, figure);
        if (items.size() < count) {
            ItemNames nobody = new ItemNames(sentence, List.of(), names);
            return goesBack(sentence, figures, first, count) ? new FigureList(nobody, null, 0, true, "", count) : null;
        }
        int from = items.get(0).start();
        int start = ClauseLead.skip(sentence, periods, names, from, items.get(0).end());
        items.set(0, new Span(start, items.get(0).end()));
        if (items.stream().anyMatch(periods::contains)) {
            return null;
        }
        int word = each(sentence, from, figure);
        boolean each = word >= 0 && items.size() == count;
        ItemNames named = new ItemNames(sentence, each ? items : List.of(), names);
        Span behind = each ? behindEach(sentence, word, figure) : new Span(figure, figure);
        boolean compares = !behind.isEmpty() && COMPARES.indexOf(sentence.at(behind.start())) >= 0;
        int clause = Math.max(
                FigureClause.start(sentence, floor, figure),
                items.get(items.size() - 1).end());
        String share =
                sentence.at(behind.start()) == '占' ? sentence.text().substring(behind.start(), behind.end()) : "";
        String shared = each ? words(sentence, periods, clause, word) + share : "";
        int own = items.size() - (last - index) - 1;
        Span said = compares ? new Span(figure, figure) : behind;
        boolean apart = each && (said.isEmpty() || !named.areAll());
        return new FigureList(named, new ItemWords(sentence, items, own, shared, said), own, apart, shared, 0);
    }

    /** Where the things begin at the earliest: behind the figure before, unless it counts them: 甲、乙|两个产业|分别为3亿元、2亿元. */
    private static int floor(Sentence sentence, List<Quantity> figures, int first, int count) {
        int before = first - 1;
        if (before >= 0
                && counts(sentence, figures.get(before), figures.get(first).start(), count)) {
            before--;
        }
        return before < 0 ? sentence.start() : figures.get(before).end();
    }

    private static boolean counts(Sentence sentence, Quantity figure, int next, int count) {
        return figure.unit().isCount()
                && figure.number().value().compareTo(BigDecimal.valueOf(count)) == 0
                && each(sentence, FigureClause.start(sentence, figure.end(), next), next) >= 0;
    }

    /** What stands between 分别 and the figures, without 为, 增长 and the like. */
    private static Span behindEach(Sentence sentence, int word, int figure) {
        int from = word + EACH_LENGTH;
        return new Span(from, Math.max(from, FigureWords.withoutTail(sentence.text(), from, figure)));
    }

    /** What the clause says before 分别, where the things stand in the one before; without times. */
    private static String words(Sentence sentence, List<Span> periods, int clause, int word) {
        int end = FigureWords.withoutTail(sentence.text(), Math.min(clause, word), word);
        int start = ClauseLead.skip(sentence, periods, List.of(), clause, end);
        for (Span period : periods) {
            if (period.covers(start)) {
                return "";
            }
        }
        return sentence.text().substring(start, Math.max(start, end));
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

    /** 进口3亿元、出口2亿元，|同比分别增长|5%、6%: the clause right behind as many figures names nothing itself. */
    private static boolean goesBack(Sentence sentence, List<Quantity> figures, int first, int count) {
        if (first < count) {
            return false;
        }
        int floor = figures.get(first - 1).end();
        int figure = figures.get(first).start();
        int from = FigureClause.start(sentence, floor, figure);
        for (int i = floor; i < from - 1; i++) {
            if (Sentences.isClauseEnd(sentence.at(i))) {
                return false;
            }
        }
        int word = each(sentence, from, figure);
        boolean told = word >= 0 || areList(sentence, figures, first - count, first);
        return told && from > floor && FigureWords.withoutTail(sentence.text(), from, word < 0 ? figure : word) == from;
    }

    /** Whether these figures stand in a list that no other stands in. */
    private static boolean areList(Sentence sentence, List<Quantity> figures, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (!isJoined(sentence, figures.get(i - 1), figures.get(i))) {
                return false;
            }
        }
        return from == 0 || !isJoined(sentence, figures.get(from - 1), figures.get(from));
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
        return apart;
    }

    /** Whom the figure is about, where the things are places or bodies: 甲县、乙县返岗率分别为. */
    @Nullable
    String named() {
        return names.areAll() ? names.text(own) : null;
    }

    List<IndicatorProposal> proposals() {
        if (words == null) {
            return List.of(IndicatorProposal.of(IndicatorForm.EARLIER, new Span(0, 0), back));
        }
        if (named() != null) {
            String told = names.shared() + shared;
            return told.isEmpty() ? List.of() : List.of(words.item(IndicatorForm.ITEM, told));
        }
        return words.proposals();
    }
}
