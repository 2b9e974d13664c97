package dev.broadsheet.enrich.extract;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One reported figure. {@code quote} equals the block's text from {@code start} to {@code end} (UTF-16 units). {@code value} is
 * in {@code unit} as written, {@code normalizedValue}, {@code min} and {@code max} in {@code normalizedUnit}; a range has
 * bounds and no value. {@code growthBase} is null where {@code kind} is no growth.
 */
public record MetricMention(
        String quote,
        int block,
        int start,
        int end,
        String indicator,
        @Nullable String subject,
        String rawValue,
        @Nullable BigDecimal value,
        String unit,
        @Nullable BigDecimal normalizedValue,
        String normalizedUnit,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        Qualifier qualifier,
        Status status,
        MetricKind kind,
        @Nullable MetricPeriod period,
        @Nullable GrowthBase growthBase) {

    /** The same figure, said of this. */
    MetricMention about(@Nullable String topic) {
        return new MetricMention(
                quote,
                block,
                start,
                end,
                indicator,
                topic,
                rawValue,
                value,
                unit,
                normalizedValue,
                normalizedUnit,
                min,
                max,
                qualifier,
                status,
                kind,
                period,
                growthBase);
    }
}
