package dev.broadsheet.sink.avro;

import dev.broadsheet.contracts.LatestMetric;
import dev.broadsheet.contracts.Region;
import dev.broadsheet.sink.store.StoredLatest;
import dev.broadsheet.sink.store.StoredLatest.Figure;
import dev.broadsheet.sink.store.StoredLatest.Series;
import dev.broadsheet.sink.store.StoredMetric.Amount;
import dev.broadsheet.sink.store.StoredMetric.Evidence;

/** The newest figures of series. */
final class LatestMapping {
    private LatestMapping() {}

    static StoredLatest latest(LatestMetric latest) {
        return new StoredLatest(
                latest.getSeriesId(),
                new Figure(
                        series(latest),
                        amount(latest),
                        latest.getQualifier().name(),
                        latest.getMetricId(),
                        latest.getArticleId(),
                        latest.getPageId(),
                        PageMapping.version(latest.getVersion()),
                        latest.getPublication(),
                        latest.getIssueDate(),
                        new Evidence(
                                latest.getQuote(),
                                latest.getBlock(),
                                latest.getStart(),
                                latest.getEnd(),
                                latest.getLines()),
                        latest.getReports(),
                        latest.getExtractor()));
    }

    private static Series series(LatestMetric latest) {
        Region region = latest.getRegion();
        return new Series(
                region == null ? null : region.getName(),
                region == null ? null : region.getCode(),
                region == null ? null : region.getPath(),
                latest.getSubject(),
                latest.getIndicator(),
                latest.getCanonicalIndicator(),
                latest.getKind().name(),
                latest.getGrowthBase() == null ? null : latest.getGrowthBase().name(),
                MetricMapping.span(latest.getPeriod()),
                latest.getStatus().name());
    }

    private static Amount amount(LatestMetric latest) {
        return new Amount(
                latest.getRawValue(),
                MetricMapping.number(latest.getValue()),
                latest.getUnit(),
                MetricMapping.number(latest.getNormalizedValue()),
                latest.getNormalizedUnit(),
                MetricMapping.number(latest.getMin()),
                MetricMapping.number(latest.getMax()));
    }
}
