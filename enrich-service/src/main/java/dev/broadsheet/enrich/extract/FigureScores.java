package dev.broadsheet.enrich.extract;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Counts figures found, made up and missed, and of those found how many say what they measure and whom they are about. Not thread-safe. */
public final class FigureScores {
    private int found;
    private int madeUp;
    private int missed;
    private int indicators;
    private int subjects;
    private int records;

    void add(FigureArticle article, List<MetricMention> metrics) {
        List<MetricMention> left = new ArrayList<>(metrics);
        for (LabelledFigure label : article.figures()) {
            MetricMention best = best(left, label);
            if (best == null) {
                missed++;
                continue;
            }
            left.remove(best);
            found++;
            boolean indicator = LabelledFigure.alike(best.indicator(), label.indicator()) > 0;
            indicators += indicator ? 1 : 0;
            subjects += LabelledFigure.alike(best.subject(), label.subject()) > 0 ? 1 : 0;
            records += indicator && isSame(best, label) ? 1 : 0;
        }
        madeUp += left.size();
    }

    private static @Nullable MetricMention best(List<MetricMention> left, LabelledFigure label) {
        MetricMention best = null;
        double most = -1;
        for (MetricMention metric : left) {
            double likeness = isOf(metric, label)
                    ? LabelledFigure.overlap(metric.indicator(), label.indicator())
                            + LabelledFigure.overlap(metric.quote(), label.quote())
                    : -1;
            if (likeness > most) {
                most = likeness;
                best = metric;
            }
        }
        return best;
    }

    private static boolean isOf(MetricMention metric, LabelledFigure label) {
        BigDecimal low = metric.min() == null ? metric.normalizedValue() : metric.min();
        BigDecimal high = metric.max() == null ? metric.normalizedValue() : metric.max();
        return metric.normalizedUnit().equalsIgnoreCase(label.unit())
                && low != null
                && high != null
                && LabelledFigure.isClose(low, label.min())
                && LabelledFigure.isClose(high, label.max());
    }

    private static boolean isSame(MetricMention metric, LabelledFigure label) {
        return metric.qualifier().name().equalsIgnoreCase(label.qualifier())
                && metric.status().name().equalsIgnoreCase(label.status())
                && metric.kind().name().equalsIgnoreCase(label.kind());
    }

    /** A row for each measure: its name, its value from 0 to 1, and how many labelled figures, or figures found, it was measured on. */
    public String table() {
        int labelled = found + missed;
        return "measure\tvalue\tof\n"
                + row("detected F1", 2.0 * found / Math.max(1, labelled + found + madeUp), labelled)
                + row("record F1", 2.0 * records / Math.max(1, labelled + found + madeUp), labelled)
                + row("indicator", indicators / (double) Math.max(1, found), found)
                + row("subject", subjects / (double) Math.max(1, found), found);
    }

    private static String row(String name, double value, int of) {
        return String.format(Locale.ROOT, "%s\t%.3f\t%d%n", name, value, of);
    }
}
