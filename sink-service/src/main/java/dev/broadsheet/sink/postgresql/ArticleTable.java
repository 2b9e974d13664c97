package dev.broadsheet.sink.postgresql;

import dev.broadsheet.sink.store.StoredArticle;
import dev.broadsheet.sink.store.StoredArticle.Findings;
import dev.broadsheet.sink.store.StoredArticle.Heading;
import dev.broadsheet.sink.store.TextBlock;
import dev.broadsheet.sink.text.SearchVector;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Articles by id, the newest version of each. */
final class ArticleTable {
    private static final Set<String> RUNNING_TEXT = Set.of("SUBHEAD", "BODY", "CAPTION", "UNKNOWN");
    private static final String COLUMNS = """
            article_id, page_id, received_at, issue_id, generation, state, retraction_reason, superseded_by, feed,
            file_name, delivery_id, publication, issue_date, edition, page, ordinal, page_articles, kind, section, kicker,
            title, subtitle, bylines, blocks, text, region_name, region_code, region_path, keywords, confidence, incomplete,
            extractor, enricher, search, search_complete, stored_at
            """;
    private static final String UPSERT = "insert into articles as old (" + COLUMNS + ") select " + COLUMNS
            + " from json_populate_recordset(null::articles, ?::json) order by article_id"
            + " on conflict (article_id) do update set (" + COLUMNS + ") = row("
            + List.of(COLUMNS.strip().split("\\s*,\\s*")).stream()
                    .map(column -> "excluded." + column)
                    .collect(Collectors.joining(", "))
            + ") where (old.received_at, old.issue_id, old.generation)"
            + " < (excluded.received_at, excluded.issue_id, excluded.generation) returning article_id";

    private ArticleTable() {}

    /** Ids of the articles that were new or newer. */
    static Set<String> upsert(Connection connection, Collection<StoredArticle> articles, Instant now)
            throws SQLException {
        String rows = Rows.of(articles, (row, article) -> write(row, article, now));
        return new HashSet<>(Sql.query(connection, UPSERT, row -> row.getString(1), rows));
    }

    private static void write(Rows row, StoredArticle article, Instant now) throws IOException {
        Columns.version(row, article.version());
        Columns.origin(row, article.origin());
        Columns.imprint(row, article.imprint());
        heading(row, article.heading());
        findings(row, article.findings());
        SearchVector search = search(article);
        row.put("article_id", article.articleId())
                .put("page_id", article.pageId())
                .put("state", Columns.state(article.current()))
                .put("retraction_reason", article.retractionReason())
                .put("superseded_by", article.supersededBy())
                .put("ordinal", article.ordinal())
                .put("page_articles", article.pageArticles())
                .list("bylines", article.bylines())
                .list("blocks", article.blocks())
                .put("text", runningText(article.blocks()))
                .put("confidence", article.confidence())
                .put("incomplete", article.incomplete())
                .put("extractor", article.extractor())
                .put("search", search.vector())
                .put("search_complete", search.complete())
                .put("stored_at", now);
    }

    private static void heading(Rows row, Heading heading) throws IOException {
        row.put("kind", heading.kind())
                .put("section", heading.section())
                .put("kicker", heading.kicker())
                .put("title", heading.title())
                .put("subtitle", heading.subtitle());
    }

    private static void findings(Rows row, Findings findings) throws IOException {
        row.put("region_name", findings.regionName())
                .put("region_code", findings.regionCode())
                .put("region_path", findings.regionPath())
                .list("keywords", findings.keywords())
                .put("enricher", findings.extractor());
    }

    private static SearchVector search(StoredArticle article) {
        return SearchVector.of(article.blocks().stream().map(TextBlock::text).toList());
    }

    private static String runningText(List<TextBlock> blocks) {
        return blocks.stream()
                .filter(block -> RUNNING_TEXT.contains(block.role()))
                .map(TextBlock::text)
                .collect(Collectors.joining("\n"));
    }
}
