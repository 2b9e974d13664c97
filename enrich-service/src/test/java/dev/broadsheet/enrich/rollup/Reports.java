package dev.broadsheet.enrich.rollup;

import dev.broadsheet.contracts.Metric;
import dev.broadsheet.contracts.MetricKind;
import dev.broadsheet.contracts.MetricStatus;
import dev.broadsheet.contracts.PageVersion;
import dev.broadsheet.contracts.Period;
import dev.broadsheet.contracts.Qualifier;
import dev.broadsheet.contracts.RecordState;
import dev.broadsheet.contracts.Region;
import dev.broadsheet.contracts.Retraction;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Metrics of our own writing: the investment of a county in 2023, unless a test says otherwise. */
final class Reports {
    static final Instant NOON = Instant.parse("2024-03-08T04:00:00Z");
    static final Region COUNTY = new Region("青川县", "510822", "四川省/广元市/青川县");
    static final Period YEAR = new Period("去年", LocalDate.of(2023, 1, 1), LocalDate.of(2023, 12, 31));

    private Reports() {}

    /** A report of {@code value} yuan on a day of March 2024. */
    static Metric.Builder report(String id, int day, String value) {
        return Metric.newBuilder()
                .setMetricId(id)
                .setArticleId("a-" + id)
                .setPageId("p-" + id)
                .setVersion(new PageVersion(NOON, "i-" + id, 1L))
                .setPublication("青川晚报")
                .setIssueDate(LocalDate.of(2024, 3, day))
                .setRegion(COUNTY)
                .setQuote("完成投资" + value + "元")
                .setBlock(0)
                .setStart(3)
                .setEnd(5 + value.length())
                .setLines(List.of(7))
                .setIndicator("投资")
                .setRawValue(value)
                .setValue(value)
                .setUnit("元")
                .setNormalizedValue(value)
                .setNormalizedUnit("CNY")
                .setQualifier(Qualifier.EXACT)
                .setStatus(MetricStatus.ACTUAL)
                .setKind(MetricKind.LEVEL)
                .setPeriod(YEAR)
                .setExtractor("x");
    }

    /** As enrich writes it: with the version that retracted it, and nothing of what was reported. */
    static Metric retraction(Metric metric) {
        return Metric.newBuilder(metric)
                .setState(RecordState.RETRACTED)
                .setRetraction(new Retraction("the article no longer reports this figure", "i-9"))
                .setVersion(new PageVersion(NOON.plusSeconds(9), "i-9", 1L))
                .setRegion(null)
                .setQuote("")
                .setIndicator("")
                .setRawValue("")
                .setValue(null)
                .setUnit("")
                .setNormalizedValue(null)
                .setNormalizedUnit("")
                .setQualifier(Qualifier.UNKNOWN)
                .setStatus(MetricStatus.UNKNOWN)
                .setKind(MetricKind.UNKNOWN)
                .setPeriod(null)
                .build();
    }
}
