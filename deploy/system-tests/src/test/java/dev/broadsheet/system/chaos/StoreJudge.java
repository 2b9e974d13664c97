package dev.broadsheet.system.chaos;

import dev.broadsheet.contracts.EnrichedArticle;
import dev.broadsheet.contracts.Entity;
import dev.broadsheet.contracts.Metric;
import dev.broadsheet.contracts.Page;
import dev.broadsheet.contracts.PageVersion;
import dev.broadsheet.contracts.Project;
import dev.broadsheet.contracts.RecordState;
import dev.broadsheet.system.Deployment.Addresses;
import dev.broadsheet.system.chaos.Findings.Breach;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Whether PostgreSQL holds the newest version of everything, whole, once, and nothing else. One thread. */
final class StoreJudge implements AutoCloseable {
    private static final String VERSION =
            "issue_id || ' ' || (extract(epoch from received_at) * 1000)::bigint || ' ' || generation";

    private final Connection connection;

    StoreJudge(Addresses addresses) throws SQLException {
        this.connection =
                DriverManager.getConnection(addresses.jdbcUrl(), addresses.jdbcUser(), addresses.jdbcPassword());
    }

    void judge(Evidence evidence, Expected expected, Findings findings) throws SQLException {
        TopicJudge.same("postgresql pages", rows("""
                select page_id, %s || ' ' || array_to_string(article_ids, ',') || case when complete_at is null then ' incomplete' else '' end
                from pages""".formatted(VERSION)), pages(expected), findings);
        TopicJudge.same("postgresql articles", rows("""
                select article_id, state || ' ' || %s || ' ' || coalesce(title, '') || ' '
                    || coalesce((select string_agg(mention_id, ',' order by ordinal) from entities e where e.article_id = a.article_id), '') || ' '
                    || coalesce((select string_agg(metric_id || '=' || raw_value, ',' order by ordinal) from metrics m where m.article_id = a.article_id), '')
                from articles a""".formatted(VERSION)), articles(expected), findings);
        TopicJudge.same(
                "postgresql metric_latest",
                rows("select series_id, metric_id || ' ' || reports from metric_latest"),
                latest(evidence),
                findings);
        TopicJudge.same("postgresql projects", rows("""
                select project_id, jsonb_array_length(sources)::text from projects"""), projects(evidence), findings);
        receipts(evidence, findings);
        if (number("select count(*) from outbox") > 0) {
            findings.add(Breach.STRANDED, "postgresql outbox is not empty");
        }
    }

    /** Changes with every committed batch. */
    long progress() throws SQLException {
        return number("select coalesce(sum(next_offset), 0) + (select count(*) from outbox) from offsets");
    }

    private static Map<String, String> pages(Expected expected) {
        Set<PageVersion> incomplete = new HashSet<>();
        expected.unenriched.forEach(article -> incomplete.add(article.getVersion()));
        Map<String, String> rows = new TreeMap<>();
        expected.pages.forEach((id, versions) -> {
            Page page = versions.get(versions.size() - 1);
            if (!DeadLetterJudge.refused(page)) {
                rows.put(
                        id,
                        version(page.getVersion()) + " " + String.join(",", page.getArticleIds())
                                + (incomplete.contains(page.getVersion()) ? " incomplete" : ""));
            }
        });
        return rows;
    }

    private static Map<String, String> articles(Expected expected) {
        Map<String, String> rows = new TreeMap<>();
        expected.enriched.forEach((id, records) -> {
            EnrichedArticle last = records.get(records.size() - 1);
            if (!DeadLetterJudge.refused(last)) {
                String title = last.getArticle().getTitle();
                rows.put(
                        id,
                        last.getArticle().getState() + " "
                                + version(last.getArticle().getVersion()) + " "
                                + (title == null ? "" : title) + " "
                                + last.getEntities().stream()
                                        .map(Entity::getMentionId)
                                        .collect(Collectors.joining(","))
                                + " "
                                + last.getMetrics().stream()
                                        .map(StoreJudge::figure)
                                        .collect(Collectors.joining(",")));
            }
        });
        return rows;
    }

    private static String figure(Metric metric) {
        return metric.getMetricId() + "=" + metric.getRawValue();
    }

    private static Map<String, String> latest(Evidence evidence) {
        Map<String, String> rows = new TreeMap<>();
        TopicJudge.lastLatest(evidence).forEach((id, latest) -> {
            if (!DeadLetterJudge.refused(latest)) {
                rows.put(id, latest.getMetricId() + " " + latest.getReports());
            }
        });
        return rows;
    }

    private static Map<String, String> projects(Evidence evidence) {
        Map<String, String> rows = new TreeMap<>();
        for (Kept<Project> project : evidence.projects()) {
            if (project.some().getState() == RecordState.RETRACTED) {
                rows.remove(project.key());
            } else {
                rows.put(
                        project.key(),
                        Integer.toString(project.some().getSources().size()));
            }
        }
        return rows;
    }

    /** Each receipt of the topic once. */
    private void receipts(Evidence evidence, Findings findings) throws SQLException {
        long wanted = evidence.receipts().stream().map(Kept::some).distinct().count();
        long rows = number("select count(*) from receipts");
        if (rows != wanted) {
            findings.add(
                    rows < wanted ? Breach.LOST : Breach.DUPLICATED,
                    "postgresql receipts has " + rows + " rows, the topic " + wanted + " receipts");
        }
    }

    private static String version(PageVersion version) {
        return version.getIssueId() + " " + version.getReceivedAt().toEpochMilli() + " " + version.getGeneration();
    }

    private Map<String, String> rows(String sql) throws SQLException {
        Map<String, String> rows = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                rows.put(found.getString(1), found.getString(2));
            }
        }
        return rows;
    }

    private long number(String sql) throws SQLException {
        List<Long> numbers = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                numbers.add(found.getLong(1));
            }
        }
        return numbers.get(0);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
