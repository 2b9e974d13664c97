package dev.broadsheet.enrich.extract;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A list of things with as many figures behind it: 甲、乙用户分别为5万户、3万户; or as many figures with what they measure: 进口3亿元、出口2亿元，分别增长5%、6%.
 * Tells for one figure which thing is its own. One object per figure.
 */
final class FigureList {
    private static final int LONGEST_JOINT = 3;
    private static final List<String> EACH = List.of("分别", "依次");
    private static final int EACH_LENGTH = 2;
    /** How many lists of as many figures what is counted stands before. */
    private static final int MOST_LISTS = 3;

    /** What opens words between 分别 and the figures that compare the things and name no other. */
    private static final String COMPARES = "比较占是";

    private final ItemNames names;
    private final int own;
    private final boolean apart;
    private final Supplier<List<IndicatorProposal>> proposals;

    /**
     * @param names of the things, where the text says that each has its own figure; else of none
     * @param own the place of the figure's thing among them
     * @param apart whether the text says that each has its own, and nothing else can be what the figures measure
     */
    private FigureList(ItemNames names, int own, boolean apart, Supplier<List<IndicatorProposal>> proposals) {
        this.names = names;
        this.own = own;
        this.apart = apart;
        this.proposals = proposals;
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
        List<Span> items = items(sentence, periods, floor, figure);
        if (items.size() < count) {
            return ofEarlier(sentence, names, figures, first, count, items);
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
        Span said = compares ? new Span(figure, figure) : behind;
        String shared = each ? shared(sentence, periods, floor, items, word, behind) : "";
        int own = items.size() - (last - index) - 1;
        ItemWords words = new ItemWords(sentence, items, own, shared, said);
        if (!named.areAll()) {
            return new FigureList(named, own, each, words::proposals);
        }
        String had = named.shared() + shared;
        boolean acts = had.isEmpty() && own > 0; // of the first one the words stand right before the figure
        String told = acts ? sentence.text().substring(said.start(), said.end()) : had;
        if (told.isEmpty() && said.isEmpty() && first > 0) {
            return new FigureList(named, own, true, () -> List.of(earlier(1)));
        }
        List<IndicatorProposal> one = told.isEmpty() ? List.of() : List.of(words.item(IndicatorForm.ITEM, told));
        return new FigureList(named, own, acts || said.isEmpty(), () -> one);
    }

    /** Of figures that measure what those right before them do, or that belong to what these count. */
    private static @Nullable FigureList ofEarlier(
            Sentence sentence, List<Candidate> names, List<Quantity> figures, int first, int count, List<Span> items) {
        ItemNames nobody = new ItemNames(sentence, List.of(), names);
        if (goesBack(sentence, figures, first, count)) {
            return new FigureList(nobody, 0, true, () -> List.of(earlier(count)));
        }
        int back = counted(sentence, figures, first, count);
        if (back == 0
                || items.size() != 1
                || each(sentence, items.get(0).end(), figures.get(first).start()) < 0) {
            return null;
        }
        IndicatorProposal with = IndicatorProposal.of(IndicatorForm.EARLIER_BEFORE, items.get(0), back);
        return new FigureList(nobody, 0, true, () -> List.of(with));
    }

    private static IndicatorProposal earlier(int back) {
        return IndicatorProposal.of(IndicatorForm.EARLIER, new Span(0, 0), back);
    }

    /** What is said of all behind the things: 销量 in 甲、乙热卖，销量分别为, or 占全国 in 甲、乙产量分别占全国的. */
    private static String shared(
            Sentence sentence, List<Span> periods, int floor, List<Span> items, int word, Span behind) {
        int clause = Math.max(
                FigureClause.start(sentence, floor, behind.end()),
                items.get(items.size() - 1).end());
        boolean isShare = sentence.at(behind.start()) == '占';
        return words(sentence, periods, clause, word)
                + (isShare ? sentence.text().substring(behind.start(), behind.end()) : "");
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

    /** 分别: a word that tells apart what stands before it. */
    static boolean isEach(String word) {
        return EACH.contains(word);
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
        if (hasClauseEnd(sentence, floor, from - 1)) {
            return false;
        }
        int word = each(sentence, from, figure);
        boolean told = word >= 0 || areList(sentence, figures, first - count, first);
        return told && from > floor && FigureWords.withoutTail(sentence.text(), from, word < 0 ? figure : word) == from;
    }

    /** How many figures before stands the one that counts what has this one: 省级项目|8个|、市级项目5个，投资分别为|3亿元|、2亿元; 0 where none does. */
    private static int counted(Sentence sentence, List<Quantity> figures, int first, int count) {
        for (int from = first - count; from >= Math.max(0, first - MOST_LISTS * count); from -= count) {
            List<Quantity> earlier = figures.subList(from, from + count);
            if (!areInClause(sentence, earlier)) {
                return 0;
            }
            if (earlier.stream().allMatch(figure -> figure.unit().isCount())) {
                return first - from;
            }
        }
        return 0;
    }

    private static boolean areInClause(Sentence sentence, List<Quantity> figures) {
        int end = figures.get(figures.size() - 1).start();
        return !hasClauseEnd(sentence, figures.get(0).end(), end);
    }

    private static boolean hasClauseEnd(Sentence sentence, int from, int to) {
        for (int i = from; i < to; i++) {
            if (Sentences.isClauseEnd(sentence.at(i))) {
                return true;
            }
        }
        return false;
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
    private static List<Span> items(Sentence sentence, List<Span> periods, int floor, int figure) {
        int from = FigureClause.start(sentence, floor, figure);
        int each = each(sentence, from, figure);
        int said = each < 0 ? figure : withoutPeriod(periods, from, each);
        List<Span> items = split(sentence, from, FigureWords.withoutTail(sentence.text(), from, said));
        if (each < 0 || items.size() > 1 || from - 1 <= floor) {
            return items;
        }
        List<Span> earlier = split(sentence, FigureClause.start(sentence, floor, from - 1), from - 1);
        return earlier.size() > 1 ? earlier : items;
    }

    /** 甲县、乙县|今年|分别: when it was is none of their words. */
    private static int withoutPeriod(List<Span> periods, int from, int end) {
        for (Span period : periods) {
            if (period.end() == end && period.start() > from) {
                return period.start();
            }
        }
        return end;
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
        return proposals.get();
    }
}
