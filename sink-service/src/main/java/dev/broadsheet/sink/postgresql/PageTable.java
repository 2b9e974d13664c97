package dev.broadsheet.sink.postgresql;

import dev.broadsheet.sink.store.CompletedPage;
import dev.broadsheet.sink.store.Origin;
import dev.broadsheet.sink.store.StoredPage;
import dev.broadsheet.sink.store.Version;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Pages by id, the newest version of each, and the history of those that were replaced; knows which of them stand whole. */
final class PageTable {
    private static final String COLUMNS = """
            page_id, received_at, issue_id, generation, state, feed, file_name, delivery_id, file_size, modified_at, arrived_at,
            publication, issue_date, edition, page, articles, article_ids, lines, furniture, confidence, extractor, stored_at
            """;
    // One statement: both parts see the pages as they stood before it, and the caller's lock keeps other writers out.
    private static final String UPSERT = """
            with incoming as (
                select * from json_populate_recordset(null::pages, ?::json)),
            replaced as (
                insert into page_versions (%1$s, replaced_at, replaced_by)
                select %2$s, i.stored_at, i.issue_id
                from pages old join incoming i using (page_id)
                where (old.received_at, old.issue_id, old.generation) < (i.received_at, i.issue_id, i.generation)
                on conflict do nothing)
            insert into pages as old (%1$s)
            select %1$s from incoming order by page_id
            on conflict (page_id) do update set (%1$s, complete_at) = row(%3$s, null)
            where (old.received_at, old.issue_id, old.generation)
                < (excluded.received_at, excluded.issue_id, excluded.generation)
            """.formatted(COLUMNS, of("old"), of("excluded"));

    private static final String COMPLETE = """
            update pages p set complete_at = ?::timestamptz
            where p.page_id = any (?) and p.complete_at is null and p.state = 'CURRENT'
              and p.articles = (
                select count(*) from articles a
                where a.page_id = p.page_id and a.state = 'CURRENT' and a.article_id = any (p.article_ids)
                  and (a.received_at, a.issue_id, a.generation) = (p.received_at, p.issue_id, p.generation))
            returning p.page_id, p.received_at, p.issue_id, p.generation, p.feed, p.file_name, p.delivery_id,
                p.articles, p.complete_at, p.arrived_at
            """;

    private PageTable() {}

    /** How many of the pages were new or newer; of each page one version. What they replace goes into the history. */
    static int upsert(Connection connection, Collection<StoredPage> pages, Instant now) throws SQLException {
        return Sql.update(connection, UPSERT, Rows.of(pages, (row, page) -> write(row, page, now)));
    }

    /** Marks those of the pages that now stand whole and were not marked before. */
    static List<CompletedPage> complete(Connection connection, Collection<String> pageIds, Instant now)
            throws SQLException {
        return Sql.query(connection, COMPLETE, PageTable::completed, now.toString(), Sql.texts(connection, pageIds));
    }

    private static String of(String row) {
        return Stream.of(COLUMNS.strip().split("\\s*,\\s*", -1))
                .map(column -> row + "." + column)
                .collect(Collectors.joining(", "));
    }

    private static void write(Rows row, StoredPage page, Instant now) throws IOException {
        Columns.version(row, page.version());
        Columns.origin(row, page.origin());
        Columns.imprint(row, page.imprint());
        row.put("page_id", page.pageId())
                .put("state", Columns.state(page.current()))
                .put("file_size", page.fileSize())
                .put("modified_at", page.modifiedAt())
                .put("arrived_at", page.arrivedAt())
                .put("articles", page.articleIds().size())
                .list("article_ids", page.articleIds())
                .list("lines", page.lines())
                .list("furniture", page.furniture())
                .put("confidence", page.confidence())
                .put("extractor", page.extractor())
                .put("stored_at", now);
    }

    private static CompletedPage completed(ResultSet row) throws SQLException {
        return new CompletedPage(
                row.getString("page_id"),
                new Version(
                        row.getTimestamp("received_at").toInstant(),
                        row.getString("issue_id"),
                        row.getLong("generation")),
                new Origin(row.getString("feed"), row.getString("file_name"), row.getString("delivery_id")),
                row.getInt("articles"),
                row.getTimestamp("complete_at").toInstant(),
                arrivedAt(row));
    }

    private static @Nullable Instant arrivedAt(ResultSet row) throws SQLException {
        Timestamp arrivedAt = row.getTimestamp("arrived_at");
        return arrivedAt == null ? null : arrivedAt.toInstant();
    }
}
