package dev.broadsheet.enrich.check;

import dev.broadsheet.enrich.extract.MetricKind;
import dev.broadsheet.enrich.extract.MetricMention;
import org.jspecify.annotations.Nullable;

/**
 * A figure where its number stands in the flat text of its block.
 *
 * @param index of the metric in its article
 * @param start where the number with its qualifier starts, {@code end} where its unit ends
 */
record PrintedFigure(int index, MetricMention metric, int start, int end) {
    private static final String SCALES = "十百千万亿";

    @Nullable
    Interval interval() {
        return Interval.of(metric);
    }

    boolean isLevel() {
        return metric.kind() == MetricKind.LEVEL;
    }

    /** Whether both are amounts of the same kind of thing, in the same state: counts with the same counter, measures and money in the same unit. */
    boolean addsTo(PrintedFigure total) {
        return metric.kind() == total.metric.kind()
                && metric.status() == total.metric.status()
                && metric.normalizedUnit().equals(total.metric.normalizedUnit())
                && (!metric.normalizedUnit().equals("count") || counter().equals(total.counter()));
    }

    private String counter() {
        String unit = metric.unit();
        int from = 0;
        while (from < unit.length() && SCALES.indexOf(unit.charAt(from)) >= 0) {
            from++;
        }
        return unit.substring(from);
    }
}
