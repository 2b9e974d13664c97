package dev.broadsheet.sink.postgresql;

import dev.broadsheet.sink.store.StoredLatest;
import dev.broadsheet.sink.store.StoredLatest.Figure;
import dev.broadsheet.sink.store.StoredLatest.Series;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The newest figure of each series; a series that nothing reports any more has no row. */
final class LatestTable {
    private static final String COLUMNS = """
            series_id, region_name, region_code, region_path, subject, indicator, normalized_unit, kind, growth_base, period, period_from,
            period_to, status, raw_value, value, unit, normalized_value, min_value, max_value, qualifier, metric_id, article_id,
            page_id, received_at, issue_id, generation, publication, issue_date, quote, block, start_at, end_at, lines, reports,
            extractor, canonical_indicator
            """;
    private static final String UPSERT = "insert into metric_latest as old (" + COLUMNS + ") select " + COLUMNS
            + " from json_populate_recordset(null::metric_latest, ?::json) order by series_id"
            + " on conflict (series_id) do update set (" + COLUMNS + ") = row(" + of("excluded") + ")"
            + " where (" + of("old") + ") is distinct from (" + of("excluded") + ")";

    private LatestTable() {}

    /** How many rows were new, changed or deleted. */
    static int write(Connection connection, Collection<StoredLatest> changes) throws SQLException {
        List<StoredLatest> figures =
                changes.stream().filter(change -> change.figure() != null).toList();
        List<String> gone = changes.stream()
                .filter(change -> change.figure() == null)
                .map(StoredLatest::seriesId)
                .toList();
        int changed = figures.isEmpty() ? 0 : Sql.update(connection, UPSERT, Rows.of(figures, LatestTable::write));
        return gone.isEmpty() ? changed : changed + delete(connection, gone);
    }

    private static int delete(Connection connection, List<String> seriesIds) throws SQLException {
        return Sql.update(
                connection, "delete from metric_latest where series_id = any (?)", Sql.texts(connection, seriesIds));
    }

    private static String of(String table) {
        return List.of(COLUMNS.strip().split("\\s*,\\s*")).stream()
                .map(column -> table + "." + column)
                .collect(Collectors.joining(", "));
    }

    private static void write(Rows row, StoredLatest latest) throws IOException {
        Figure figure = Objects.requireNonNull(latest.figure());
        series(row, figure.series());
        Columns.amount(row, figure.amount());
        Columns.version(row, figure.version());
        Columns.evidence(row, figure.evidence());
        row.put("series_id", latest.seriesId())
                .put("qualifier", figure.qualifier())
                .put("metric_id", figure.metricId())
                .put("article_id", figure.articleId())
                .put("page_id", figure.pageId())
                .put("publication", figure.publication())
                .put("issue_date", figure.issueDate())
                .put("reports", figure.reports())
                .put("extractor", figure.extractor());
    }

    private static void series(Rows row, Series series) throws IOException {
        Columns.period(row, series.period());
        row.put("region_name", series.regionName())
                .put("region_code", series.regionCode())
                .put("region_path", series.regionPath())
                .put("subject", series.subject())
                .put("indicator", series.indicator())
                .put("canonical_indicator", series.canonicalIndicator())
                .put("kind", series.kind())
                .put("growth_base", series.growthBase())
                .put("status", series.status());
    }
}
