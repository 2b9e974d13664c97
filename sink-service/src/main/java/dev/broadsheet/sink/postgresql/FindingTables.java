package dev.broadsheet.sink.postgresql;

import dev.broadsheet.sink.store.StoredArticle;
import dev.broadsheet.sink.store.StoredEntity;
import dev.broadsheet.sink.store.StoredEntity.Link;
import dev.broadsheet.sink.store.StoredMetric;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Entities and metrics of articles, replaced whole. Keyed by their place in the article's list. */
final class FindingTables {
    private FindingTables() {}

    private record Numbered<T>(String articleId, int ordinal, T value) {}

    /** Puts the findings of these articles in the place of whatever was there. */
    static void replace(Connection connection, List<StoredArticle> articles) throws SQLException {
        Object ids = Sql.texts(
                connection, articles.stream().map(StoredArticle::articleId).toList());
        Sql.update(connection, "delete from entities where article_id = any (?)", ids);
        Sql.update(connection, "delete from metrics where article_id = any (?)", ids);
        List<Numbered<StoredEntity>> entities = new ArrayList<>();
        List<Numbered<StoredMetric>> metrics = new ArrayList<>();
        for (StoredArticle article : articles) {
            number(article.articleId(), article.findings().entities(), entities);
            number(article.articleId(), article.findings().metrics(), metrics);
        }
        insert(connection, "entities", Rows.table(entities, FindingTables::entity));
        insert(connection, "metrics", Rows.table(metrics, FindingTables::metric));
    }

    private static void insert(Connection connection, String table, Rows.Table rows) throws SQLException {
        if (!rows.columns().isEmpty()) {
            Sql.update(
                    connection,
                    "insert into " + table + " (" + rows.columns() + ") select " + rows.columns()
                            + " from json_populate_recordset(null::" + table + ", ?::json)",
                    rows.json());
        }
    }

    private static <T> void number(String articleId, List<T> values, List<Numbered<T>> into) {
        for (int i = 0; i < values.size(); i++) {
            into.add(new Numbered<>(articleId, i, values.get(i)));
        }
    }

    private static void entity(Rows row, Numbered<StoredEntity> numbered) throws IOException {
        StoredEntity entity = numbered.value();
        row.put("article_id", numbered.articleId())
                .put("ordinal", numbered.ordinal())
                .put("mention_id", entity.mentionId())
                .put("type", entity.type())
                .put("text", entity.text())
                .put("block", entity.block())
                .put("start_at", entity.start())
                .put("end_at", entity.end())
                .list("lines", entity.lines());
        link(row, entity.link());
    }

    private static void link(Rows row, Link link) throws IOException {
        row.put("code", link.code())
                .put("path", link.path())
                .put("place_code", link.placeCode())
                .put("place_path", link.placePath())
                .put("canonical_name", link.canonicalName())
                .put("canonical_id", link.canonicalId())
                .put("role", link.role());
    }

    private static void metric(Rows row, Numbered<StoredMetric> numbered) throws IOException {
        StoredMetric metric = numbered.value();
        row.put("article_id", numbered.articleId())
                .put("ordinal", numbered.ordinal())
                .put("metric_id", metric.metricId())
                .put("indicator", metric.indicator())
                .put("canonical_indicator", metric.canonicalIndicator())
                .put("subject", metric.subject())
                .put("qualifier", metric.qualifier())
                .put("status", metric.status())
                .put("kind", metric.kind())
                .put("growth_base", metric.growthBase())
                .list("flags", metric.flags())
                .put("extractor", metric.extractor());
        Columns.evidence(row, metric.evidence());
        Columns.amount(row, metric.amount());
        Columns.period(row, metric.period());
    }
}
