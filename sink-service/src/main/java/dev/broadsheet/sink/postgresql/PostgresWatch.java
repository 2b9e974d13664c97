package dev.broadsheet.sink.postgresql;

import dev.broadsheet.sink.store.Unfinished;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** What of the newest pages is not as it should be, asked over a connection of its own by one of all instances. One thread. */
public final class PostgresWatch implements AutoCloseable {
    /** Advisory lock, of two keys as the pages' are: "wtch" as a number. */
    private static final int LOCK = 0x77746368;

    private static final int MOST_EDITIONS = 10_000;

    private static final String UNFINISHED = """
            select count(*), min(received_at) from pages
            where complete_at is null and state = 'CURRENT' and received_at >= ?::timestamptz
            """;
    private static final String EDITIONS = """
            with recent as (
                select publication, issue_date, edition from pages
                where received_at >= ?::timestamptz and state = 'CURRENT'
                  and publication is not null and issue_date is not null and page is not null
                group by publication, issue_date, edition
                having max(received_at) < ?::timestamptz
                order by max(received_at) desc limit %d)
            select r.publication, array_agg(p.page)
            from recent r join pages p on p.issue_date = r.issue_date and p.publication = r.publication
              and p.edition is not distinct from r.edition
            where p.state = 'CURRENT' and p.page is not null
            group by r.publication, r.issue_date, r.edition
            """.formatted(MOST_EDITIONS);

    private final OneConnection database;

    public PostgresWatch(Jdbc jdbc) {
        this.database = new OneConnection(jdbc);
    }

    /** One edition of one day: its newspaper and the labels of the pages that stand. */
    public record Edition(String publication, List<String> pages) {}

    /** Whether this is the one that is to watch: it stays so while its connection lasts. */
    public boolean lock() {
        return database.lock(LOCK);
    }

    /** Pages received since that are not whole. */
    public Unfinished unfinished(Instant since) {
        return database.transaction(
                connection -> Sql.query(connection, UNFINISHED, PostgresWatch::unfinished, since.toString())
                        .get(0));
    }

    /** Editions of which something came since, and nothing after {@code quiet}; of those the 10,000 newest. */
    public List<Edition> editions(Instant since, Instant quiet) {
        return database.transaction(connection -> Sql.query(
                connection,
                EDITIONS,
                row -> new Edition(row.getString(1), Arrays.asList((String[])
                        row.getArray(2).getArray())),
                since.toString(),
                quiet.toString()));
    }

    @Override
    public void close() {
        database.close();
    }

    private static Unfinished unfinished(ResultSet row) throws SQLException {
        Timestamp oldest = row.getTimestamp(2);
        return new Unfinished(row.getLong(1), oldest == null ? null : oldest.toInstant());
    }
}
