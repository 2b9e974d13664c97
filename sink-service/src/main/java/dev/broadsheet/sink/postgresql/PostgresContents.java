package dev.broadsheet.sink.postgresql;

import dev.broadsheet.sink.reconcile.StoreContents;
import dev.broadsheet.sink.store.Partition;
import dev.broadsheet.sink.store.Version;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What PostgreSQL holds, read over one connection of its own, each question in a short read-only transaction. Holds the lock of those who reconcile,
 * once it has it, until it is closed. One thread.
 */
public final class PostgresContents implements StoreContents, AutoCloseable {
    /** Advisory lock, of two keys as the pages' are: "recn" as a number. */
    private static final int LOCK = 0x7265636e;

    private static final int ROWS_A_FETCH = 10_000;

    private static final String PAGES = """
            select page_id, received_at, issue_id, generation, state, complete_at is not null as complete
            from pages where page_id = any (?)
            """;
    private static final String ARTICLES = """
            select a.article_id, a.page_id, a.received_at, a.issue_id, a.generation, a.state,
                (select count(*) from entities e where e.article_id = a.article_id) as entities,
                (select count(*) from metrics m where m.article_id = a.article_id) as metrics
            from articles a where a.page_id = any (?)
            """;
    private static final String PAGE_IDS = """
            select page_id from pages where received_at >= ?::timestamptz
            union select page_id from articles where state = 'CURRENT' and received_at >= ?::timestamptz
            """;

    private final OneConnection database;
    private final String prefix;

    /** {@code prefix} of the topics' names. */
    public PostgresContents(Jdbc jdbc, String prefix) {
        this.database = new OneConnection(jdbc);
        this.prefix = prefix;
    }

    @Override
    public String name() {
        return "postgresql";
    }

    /** Whether this is the one of all instances that is to reconcile: it stays so while its connection lasts. */
    public boolean lock() {
        return database.lock(LOCK);
    }

    @Override
    public Map<Partition, Long> offsets() {
        return database.transaction(connection -> Sql.query(
                        connection,
                        "select substr(topic, length(?) + 1), partition, next_offset from offsets where starts_with(topic, ?)",
                        row -> Map.entry(new Partition(row.getString(1), row.getInt(2)), row.getLong(3)),
                        prefix,
                        prefix)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    @Override
    public List<PageRow> pages(Collection<String> pageIds) {
        return database.transaction(connection -> Sql.query(
                connection,
                PAGES,
                row -> new PageRow(row.getString("page_id"), version(row), current(row), row.getBoolean("complete")),
                Sql.texts(connection, pageIds)));
    }

    @Override
    public List<ArticleRow> articles(Collection<String> pageIds) {
        return database.transaction(connection -> Sql.query(
                connection,
                ARTICLES,
                row -> new ArticleRow(
                        row.getString("article_id"),
                        row.getString("page_id"),
                        version(row),
                        current(row),
                        row.getInt("entities"),
                        row.getInt("metrics")),
                Sql.texts(connection, pageIds)));
    }

    @Override
    public void pageIds(Instant since, Consumer<String> pageIds) {
        database.transaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(PAGE_IDS)) {
                statement.setFetchSize(ROWS_A_FETCH); // else the driver holds the whole result
                statement.setObject(1, since.toString());
                statement.setObject(2, since.toString());
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        pageIds.accept(rows.getString(1));
                    }
                }
            }
            return true;
        });
    }

    @Override
    public void close() {
        database.close();
    }

    private static Version version(ResultSet row) throws SQLException {
        return new Version(
                row.getTimestamp("received_at").toInstant(), row.getString("issue_id"), row.getLong("generation"));
    }

    private static boolean current(ResultSet row) throws SQLException {
        return row.getString("state").equals(Columns.state(true));
    }
}
