package dev.broadsheet.sink.store;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One reported figure with its evidence; offsets in UTF-16 units of the block. */
public record StoredMetric(
        String metricId,
        Evidence evidence,
        String indicator,
        @Nullable String canonicalIndicator,
        @Nullable String subject,
        Amount amount,
        String qualifier,
        String status,
        String kind,
        @Nullable String growthBase,
        @Nullable Span period,
        List<Flag> flags,
        String extractor) {
    public StoredMetric {
        flags = List.copyOf(flags);
    }

    /** The printed words that report it. */
    public record Evidence(String quote, int block, int start, int end, List<Integer> lines) {}

    /** The number as written, in the unit as written, and normalized; a range has ends instead of values. */
    public record Amount(
            String rawValue,
            @Nullable BigDecimal value,
            String unit,
            @Nullable BigDecimal normalizedValue,
            String normalizedUnit,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max) {}

    /** That it is at odds with these figures of its article, by this check. */
    public record Flag(String check, List<String> metricIds) {
        public Flag {
            metricIds = List.copyOf(metricIds);
        }
    }

    /** The time it is about, as written and where it could be resolved. */
    public record Span(
            String text, @Nullable LocalDate from, @Nullable LocalDate to) {}
}
