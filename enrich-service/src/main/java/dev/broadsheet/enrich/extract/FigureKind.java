package dev.broadsheet.enrich.extract;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells levels, growths and shares apart. Stateless. */
final class FigureKind {
    private static final String YEAR_ON_YEAR = "同比";
    /** Right before a figure behind 比 and what it is compared with: by how much the two differ. */
    private static final Lexicon DIFFERS =
            Lexicon.reversed(Table.read("figure-words.tsv", 2).group("differs"));

    private static final String ABOVE = "高出";
    /** What 高出 compares with where it tells no height (高出水面30米). */
    private static final List<String> OTHERS = List.of("全", "均", "价", "水平", "同期", "同类");

    private static final int CHANGE_REACH = 40;
    /** Words that hold a 比 which compares nothing. */
    private static final String RATIOS_BEFORE = "占对性";

    private static final String RATIOS_BEHIND = "例重如赛率值";
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
        if (grows || change || series || told || isCompared(clause)) {
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

    /** 比上月多|2个|, 比周边便宜|三成|, 高出全市平均数|9人|; not 占比高|3成|. */
    private static boolean isCompared(String clause) {
        int above = clause.lastIndexOf(ABOVE);
        if (above >= 0 && OTHERS.stream().anyMatch(other -> clause.indexOf(other, above) >= 0)) {
            return true;
        }
        int word = DIFFERS.longestEnding(clause, clause.length(), 0);
        int limit = clause.length() - word;
        for (int i = word == 0 ? -1 : limit - 1; i >= 0; i--) {
            if (clause.charAt(i) == '较' || (clause.charAt(i) == '比' && compares(clause, i, limit))) {
                return true;
            }
        }
        return false;
    }

    private static boolean compares(String clause, int at, int limit) {
        boolean ratio = at > 0 && RATIOS_BEFORE.indexOf(clause.charAt(at - 1)) >= 0;
        return !ratio && (at + 1 == limit || RATIOS_BEHIND.indexOf(clause.charAt(at + 1)) < 0);
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
