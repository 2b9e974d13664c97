package dev.broadsheet.enrich.rollup;

import dev.broadsheet.contracts.Ids;
import dev.broadsheet.contracts.Metric;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A report's rank in its series, as a key that sorts: seriesId, issue date, receivedAt, metricId, generation. Whichever report a store
 * holds last under a series is its newest, whatever arrived when. Two reports share a rank only if they are versions of one metric
 * that its page's version does not tell apart; the later one replaces the earlier.
 */
final class Ranks {
    /** Below every character of a metricId, so that of two ids of which one begins the other, the shorter one is lower. */
    private static final char END_OF_ID = '\n';

    private static final char BEFORE_RANK = '|';
    /** Above {@link #BEFORE_RANK}. */
    private static final char AFTER_RANKS = '~';

    private Ranks() {}

    static String of(Metric metric) {
        return Ids.seriesId(metric)
                + BEFORE_RANK
                + day(metric.getIssueDate())
                + number(metric.getVersion().getReceivedAt().toEpochMilli())
                + metric.getMetricId()
                + END_OF_ID
                + number(metric.getVersion().getGeneration());
    }

    static String seriesOf(String rank) {
        return rank.substring(0, rank.indexOf(BEFORE_RANK));
    }

    /** Lower than every rank of the series, and higher than those of the series before it. */
    static String first(String seriesId) {
        return seriesId + BEFORE_RANK;
    }

    /** Higher than every rank of the series, and lower than those of the series after it. */
    static String last(String seriesId) {
        return seriesId + AFTER_RANKS;
    }

    // An unknown date is older than any.
    private static String day(@Nullable LocalDate date) {
        return number(date == null ? Long.MIN_VALUE : date.toEpochDay());
    }

    // Sixteen hexadecimal digits that sort as the numbers do, negative ones too.
    private static String number(long value) {
        return String.format("%016x", value ^ Long.MIN_VALUE);
    }
}
