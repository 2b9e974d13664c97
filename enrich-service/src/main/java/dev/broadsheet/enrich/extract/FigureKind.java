package dev.broadsheet.enrich.extract;

import org.jspecify.annotations.Nullable;

/** Tells levels, growths and shares apart. Stateless. */
final class FigureKind {
    private static final String YEAR_ON_YEAR = "同比";

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
        if (grows || change || (ratio && last == MetricKind.GROWTH && isSeries(sentence, floor, quantity.start()))) {
            return MetricKind.GROWTH;
        }
        boolean share = quantity.unit().isPercent() && !quantity.unit().isBasisPoint();
        return share ? MetricKind.SHARE : MetricKind.LEVEL;
    }

    /** 分别增长9%、7%和5%: only a mark or 和 stands between the figures. */
    private static boolean isSeries(Sentence sentence, int floor, int start) {
        return floor > sentence.start() && start - floor == 1 && "、和与".indexOf(sentence.at(floor)) >= 0;
    }
}
