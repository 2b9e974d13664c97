package dev.broadsheet.sink.postgresql;

import dev.broadsheet.sink.store.StoredFeed;
import dev.broadsheet.sink.store.StoredFeedControl;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;

/** Feeds. What intakes tell and what operators decide are columns apart, each with a time of its own: the later of two stands. */
final class FeedTable {
    private FeedTable() {}

    /** Each feed once; how many rows changed. */
    static int announce(Connection connection, Collection<StoredFeed> feeds) throws SQLException {
        return upsert(
                connection,
                Rows.table(feeds, FeedTable::feed),
                "old.announced_at is null or old.announced_at < excluded.announced_at");
    }

    /** Each feed once; how many rows changed. */
    static int control(Connection connection, Collection<StoredFeedControl> controls) throws SQLException {
        return upsert(
                connection,
                Rows.table(controls, FeedTable::control),
                "old.paused_at is distinct from excluded.paused_at");
    }

    private static int upsert(Connection connection, Rows.Table rows, String when) throws SQLException {
        return Sql.update(
                connection,
                """
                insert into feeds as old (%1$s) select %1$s from json_populate_recordset(null::feeds, ?::json) order by feed
                on conflict (feed) do update set (%1$s) = row (%2$s)
                where %3$s
                """.formatted(rows.columns(), rows.columns().replaceAll("(\\w+)", "excluded.$1"), when),
                rows.json());
    }

    private static void feed(Rows row, StoredFeed feed) throws IOException {
        row.put("feed", feed.feed())
                .put("publication", feed.publication())
                .put("zone", feed.zone())
                .list("windows", feed.windows())
                .put("announced_by", feed.instance())
                .put("announced_at", feed.at());
    }

    private static void control(Rows row, StoredFeedControl control) throws IOException {
        row.put("feed", control.feed())
                .put("paused", control.paused())
                .put("paused_by", control.by())
                .put("paused_reason", control.reason())
                .put("paused_at", control.at());
    }
}
