package dev.broadsheet.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page as splitting and extraction see it. Lines are physical lines from 1; a block is an index into its article's
 * blocks from 0; start and end are UTF-16 units in that block's text. Field names are those of the JSON document.
 */
public record IssueReport(
        String file,
        String charset,
        @Nullable String publication,
        @Nullable String issueDate,
        @Nullable String page,
        double confidence,
        List<ReportedArticle> articles,
        List<ReportedBlock> furniture) {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    /** The report as one JSON document on one line, figures in plain decimal notation. */
    public String json() {
        return json(this);
    }

    static String json(Object report) {
        try {
            return JSON.writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public record ReportedArticle(
            String kind,
            @Nullable String section,
            @Nullable String kicker,
            @Nullable String title,
            @Nullable String subtitle,
            boolean incomplete,
            double confidence,
            @Nullable ReportedRegion region,
            List<ReportedByline> bylines,
            List<ReportedBlock> blocks,
            List<ReportedEntity> entities,
            List<ReportedMetric> metrics,
            List<ReportedProject> projects,
            List<String> keywords) {}

    public record ReportedBlock(String role, String text, List<Integer> lines) {}

    public record ReportedByline(String role, String name) {}

    public record ReportedRegion(
            String name, @Nullable String code, @Nullable String path) {}

    public record ReportedEntity(
            String type,
            String text,
            int block,
            int start,
            int end,
            @Nullable String code,
            @Nullable String path,
            @Nullable String placeCode,
            @Nullable String placePath,
            String canonicalName,
            String canonicalId,
            @Nullable String role) {}

    /** {@code stage} null where none is reached; {@code placeCode} and {@code placePath} as of an entity. */
    public record ReportedProject(
            String projectId,
            String name,
            int block,
            int start,
            int end,
            int mentions,
            @Nullable String placeCode,
            @Nullable String placePath,
            @Nullable String owner,
            @Nullable String stage,
            List<ReportedMilestone> milestones,
            List<ReportedInvestment> investments) {}

    public record ReportedMilestone(
            String stage,
            String status,
            @Nullable String when,
            @Nullable String day,
            String quote,
            int block,
            int start,
            int end) {}

    /** Of the metric with the same span. */
    public record ReportedInvestment(String kind, String quote, int block, int start, int end) {}

    /** {@code from} and {@code to} are days such as 2024-03-08, null where unresolved. */
    public record ReportedPeriod(
            String text, @Nullable String from, @Nullable String to) {}

    public record ReportedMetric(
            String quote,
            int block,
            int start,
            int end,
            String indicator,
            @Nullable String canonicalIndicator,
            @Nullable String subject,
            String rawValue,
            @Nullable BigDecimal value,
            String unit,
            @Nullable BigDecimal normalizedValue,
            String normalizedUnit,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            String qualifier,
            String status,
            String kind,
            @Nullable ReportedPeriod period,
            @Nullable String growthBase,
            List<ReportedFlag> flags) {}

    /** At odds with the figures that have these indexes, from 0, among the metrics of the article or the line. */
    public record ReportedFlag(String check, List<Integer> metrics) {}
}
