package dev.broadsheet.sink.postgresql;

import dev.broadsheet.sink.store.StoreUnavailableException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a PostgreSQL store tells of the flow, for operators; reads once through the receipts, and changes nothing.
 *
 * @param bytes size of the database
 * @param outbox messages that wait for Kafka
 * @param steps receipts by feed and state, in that order
 * @param unfinished deliveries of the last seven days that have a receipt, but none that ends their story
 * @param oldestUnfinished when the oldest of them was received
 */
public record StoreActivity(
        long bytes,
        long outbox,
        long pages,
        long articles,
        List<Steps> steps,
        long unfinished,
        @Nullable Instant oldestUnfinished) {

    private static final String STEPS = """
        select feed, state, count(*), count(*) filter (where at > now() - interval '1 day'),
            count(*) filter (where at > now() - interval '1 hour'),
            count(*) filter (where at > now() - interval '1 minute'), max(at)
        from receipts group by feed, state order by feed, state
        """;

    private static final String UNFINISHED = """
        select count(*), min(received_at) from receipts received
        where state = 'RECEIVED' and at > now() - interval '7 days' and not exists (
            select from receipts later where later.delivery_id = received.delivery_id
                and later.state not in ('RECEIVED', 'SPLIT', 'ENRICHED'))
        """;

    /** How many receipts of one feed and state there are, ever and of late, and the newest one's time. */
    public record Steps(
            String feed, String state, long total, long lastDay, long lastHour, long lastMinute, Instant lastAt) {}

    private record Unfinished(long count, @Nullable Instant oldest) {}

    /** Throws {@link StoreUnavailableException} where the database does not answer, or has no tables yet. */
    public static StoreActivity of(Jdbc jdbc) {
        try (Connection connection = jdbc.connect()) {
            return of(connection);
        } catch (SQLException e) {
            throw SqlTrouble.of(e);
        }
    }

    private static StoreActivity of(Connection connection) throws SQLException {
        Sql.update(connection, Sql.statementLimit(connection));
        Unfinished unfinished = Sql.query(
                        connection, UNFINISHED, row -> new Unfinished(row.getLong(1), instant(row, 2)))
                .get(0);
        return new StoreActivity(
                number(connection, "select pg_database_size(current_database())"),
                number(connection, "select count(*) from outbox"),
                number(connection, "select count(*) from pages"),
                number(connection, "select count(*) from articles"),
                Sql.query(connection, STEPS, StoreActivity::steps),
                unfinished.count(),
                unfinished.oldest());
    }

    private static Steps steps(ResultSet row) throws SQLException {
        return new Steps(
                row.getString(1),
                row.getString(2),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getTimestamp(7).toInstant());
    }

    @SuppressWarnings("NullAway") // the driver gives null where there is none
    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        return row.getTimestamp(column) == null
                ? null
                : row.getTimestamp(column).toInstant();
    }

    private static long number(Connection connection, String sql) throws SQLException {
        return Sql.query(connection, sql, row -> row.getLong(1)).get(0);
    }
}
