package dev.broadsheet.enrich.extract;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells levels, growths and shares apart. Stateless. */
final class FigureKind {
    private static final String YEAR_ON_YEAR = "同比";
    /** Right before a figure behind 比 and a time: by how much it differs from then. */
    private static final Lexicon DIFFERS =
            Lexicon.reversed(Table.read("figure-words.tsv", 2).group("differs"));

    private static final int CHANGE_REACH = 40;
    private static final String TIMES = "年月周日期天次届前时季";
    private static final List<String> CHANGES = List.of("增幅", "涨幅", "升幅", "跌幅", "降幅", "增速");
    /** 增速由3%回升到5%: of such a clause both figures are growths. */
    private static final Lexicon CHANGES_FROM = Lexicon.of(CHANGES.stream()
            .flatMap(change -> Stream.of(change + "由", change + "从"))
            .toList());

    private static final List<String> INDICES = List.of("指数", "PMI");

    private FigureKind() {}

    /**
     * @param floor where the figure before ends, or the sentence begins
     * @param last of the figure before; null where the sentence has none
     */
    static MetricKind of(Sentence sentence, Quantity quantity, int floor, @Nullable MetricKind last) {
        boolean ratio = quantity.unit().isPercent() || quantity.unit().isTimes();
        String text = sentence.text();
        boolean grows = FigureWords.endsWithGrowth(text, floor, quantity.start())
                && (ratio
                        || FigureWords.isChange(text, floor, quantity.start())
                        || text.startsWith(YEAR_ON_YEAR, Math.max(floor, quantity.start() - 4)));
        boolean change =
                quantity.unit().text().endsWith("百分点") || quantity.unit().isDoubling();
        String clause = clause(sentence, quantity.start());
        boolean series = last == MetricKind.GROWTH
                && isSeries(sentence, floor, quantity.start())
                && (ratio || clause.contains("分别"));
        boolean told = ratio && (isToldBefore(sentence, floor, quantity) || isOfChangingRate(clause));
        if (grows || change || series || told || isThanThen(clause)) {
            return MetricKind.GROWTH;
        }
        boolean share = quantity.unit().isPercent()
                && !quantity.unit().isBasisPoint()
                && INDICES.stream().noneMatch(clause::contains);
        return share ? MetricKind.SHARE : MetricKind.LEVEL;
    }

    /** What stands before that position in its clause. */
    private static String clause(Sentence sentence, int end) {
        int from = end;
        while (from > sentence.start() && !Sentences.isClauseEnd(sentence.at(from - 1))) {
            from--;
        }
        return sentence.text().substring(from, end);
    }

    /** 比上月多|2个|, 较去年便宜|三成|; not 比周边低, which compares with others. */
    private static boolean isThanThen(String clause) {
        int word = DIFFERS.longestEnding(clause, clause.length(), 0);
        int than = Math.max(clause.lastIndexOf('比'), clause.lastIndexOf('较'));
        return word > 0
                && than >= 0
                && clause.substring(than, clause.length() - word)
                        .replace("周边", "")
                        .chars()
                        .anyMatch(c -> TIMES.indexOf(c) >= 0);
    }

    /** 菠菜跌幅最大，达|21.5%|: the clause before says how it changed, the figure's own nothing. */
    private static boolean isToldBefore(Sentence sentence, int floor, Quantity quantity) {
        int from = FigureClause.start(sentence, floor, quantity.start());
        if (from <= floor
                || sentence.at(from - 1) != '，'
                || FigureWords.withoutTail(sentence.text(), from, quantity.start()) > from) {
            return false;
        }
        String before = sentence.text().substring(FigureClause.start(sentence, floor, from - 1), from - 1);
        return CHANGES.stream().anyMatch(before::contains);
    }

    /** 增速由3%回升到|5%|; not the share in brackets behind such a change. */
    private static boolean isOfChangingRate(String clause) {
        int at = clause.length() - 1;
        int floor = clause.length() - CHANGE_REACH;
        while (at >= Math.max(0, floor) && "（）".indexOf(clause.charAt(at)) < 0) {
            if (CHANGES_FROM.matchLength(clause, at, clause.length()) > 0) {
                return true;
            }
            at--;
        }
        return false;
    }

    /** 分别增长9%、7%和5%: only a mark or 和 stands between the figures. */
    private static boolean isSeries(Sentence sentence, int floor, int start) {
        return floor > sentence.start() && start - floor == 1 && "、和与".indexOf(sentence.at(floor)) >= 0;
    }
}
