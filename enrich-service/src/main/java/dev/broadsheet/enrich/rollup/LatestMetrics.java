package dev.broadsheet.enrich.rollup;

import dev.broadsheet.contracts.LatestMetric;
import dev.broadsheet.contracts.Metric;

/** A series' record from its newest report. */
final class LatestMetrics {
    private LatestMetrics() {}

    static LatestMetric of(String seriesId, Metric newest, long reports) {
        return LatestMetric.newBuilder()
                .setSeriesId(seriesId)
                .setRegion(newest.getRegion())
                .setSubject(newest.getSubject())
                .setIndicator(newest.getIndicator())
                .setCanonicalIndicator(newest.getCanonicalIndicator())
                .setNormalizedUnit(newest.getNormalizedUnit())
                .setKind(newest.getKind())
                .setGrowthBase(newest.getGrowthBase())
                .setPeriod(newest.getPeriod())
                .setStatus(newest.getStatus())
                .setRawValue(newest.getRawValue())
                .setValue(newest.getValue())
                .setUnit(newest.getUnit())
                .setNormalizedValue(newest.getNormalizedValue())
                .setMin(newest.getMin())
                .setMax(newest.getMax())
                .setQualifier(newest.getQualifier())
                .setMetricId(newest.getMetricId())
                .setArticleId(newest.getArticleId())
                .setPageId(newest.getPageId())
                .setVersion(newest.getVersion())
                .setPublication(newest.getPublication())
                .setIssueDate(newest.getIssueDate())
                .setQuote(newest.getQuote())
                .setBlock(newest.getBlock())
                .setStart(newest.getStart())
                .setEnd(newest.getEnd())
                .setLines(newest.getLines())
                .setReports(reports)
                .setExtractor(newest.getExtractor())
                .build();
    }
}
