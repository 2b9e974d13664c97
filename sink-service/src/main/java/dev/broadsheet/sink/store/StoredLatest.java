package dev.broadsheet.sink.store;

import dev.broadsheet.sink.store.StoredMetric.Amount;
import dev.broadsheet.sink.store.StoredMetric.Evidence;
import dev.broadsheet.sink.store.StoredMetric.Span;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The newest figure of a series. Series come in order, each on one partition: of two that are read, the later one stands.
 *
 * @param figure null where nothing reports the series any more
 */
public record StoredLatest(String seriesId, @Nullable Figure figure) implements LastRecord {
    @Override
    public String source() {
        return METRICS_LATEST;
    }

    @Override
    public String key() {
        return seriesId;
    }

    /** What the series is about. */
    public record Series(
            @Nullable String regionName,
            @Nullable String regionCode,
            @Nullable String regionPath,
            @Nullable String subject,
            String indicator,
            @Nullable String canonicalIndicator,
            String kind,
            @Nullable String growthBase,
            @Nullable Span period,
            String status) {}

    /** The newest report; {@code reports} counts those that stand. */
    public record Figure(
            Series series,
            Amount amount,
            String qualifier,
            String metricId,
            String articleId,
            String pageId,
            Version version,
            @Nullable String publication,
            @Nullable LocalDate issueDate,
            Evidence evidence,
            long reports,
            String extractor) {}
}
