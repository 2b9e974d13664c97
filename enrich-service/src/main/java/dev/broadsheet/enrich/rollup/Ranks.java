package dev.broadsheet.enrich.rollup;

import dev.broadsheet.contracts.Ids;
import dev.broadsheet.contracts.Metric;
import dev.broadsheet.contracts.PageVersion;
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
    /** Looks like the rank of a series that is none, so that a version of Broadsheet which does not know it finds nothing there. */
    private static final String GONE = "gone" + BEFORE_RANK;

    private static final int DIGITS = 16;
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

    /** What is remembered of a metric that no longer stands; without a value it says no version and counts as the newest. */
    static String gone(@Nullable Metric retracted) {
        return retracted == null ? GONE : GONE + version(retracted);
    }

    static boolean isGone(String remembered) {
        return remembered.startsWith(GONE);
    }

    /** Whether a metric's rank, or what is remembered of it, is of a newer version than the given record of the same metric. */
    static boolean isNewer(String remembered, Metric metric) {
        if (remembered.equals(GONE)) {
            return true;
        }
        String version = isGone(remembered)
                ? remembered.substring(GONE.length())
                : version(received(remembered), metric.getVersion().getIssueId(), generation(remembered));
        return version.compareTo(version(metric)) > 0;
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

    // In the order of versions: receivedAt, issueId, generation.
    private static String version(Metric metric) {
        PageVersion version = metric.getVersion();
        return version(
                number(version.getReceivedAt().toEpochMilli()), version.getIssueId(), number(version.getGeneration()));
    }

    private static String version(String received, String issueId, String generation) {
        return received + issueId + END_OF_ID + generation;
    }

    private static String received(String rank) {
        int from = rank.indexOf(BEFORE_RANK) + 1 + DIGITS;
        return rank.substring(from, from + DIGITS);
    }

    private static String generation(String rank) {
        return rank.substring(rank.length() - DIGITS);
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
