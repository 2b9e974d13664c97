package dev.broadsheet.sink.postgresql;

import dev.broadsheet.sink.store.Outgoing;
import dev.broadsheet.sink.store.Publisher;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Messages on their way out, oldest first. Rows that another instance's relay holds are passed over. */
final class OutboxTable {
    private static final int MOST_ROWS = 500;
    /** Dead letters carry whole pages: as many bytes at a time, or one row. */
    private static final long MOST_BYTES = 4 * 1024 * 1024;

    private OutboxTable() {}

    private record Waiting(long id, long bytes) {}

    static void add(Connection connection, List<Outgoing> messages) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into outbox (topic, key, value) values (?, ?, ?)")) {
            for (Outgoing message : messages) {
                insert.setString(1, message.topic());
                insert.setString(2, message.key());
                insert.setBytes(3, message.value());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Publishes and deletes in the caller's transaction: without the broker's word nothing is deleted. */
    static int relay(Connection connection, Publisher publisher) throws SQLException {
        List<Waiting> waiting = Sql.query(
                connection,
                "select id, octet_length(value) from outbox order by id limit " + MOST_ROWS + " for update skip locked",
                row -> new Waiting(row.getLong(1), row.getLong(2)));
        if (waiting.isEmpty()) {
            return 0;
        }
        Object ids = connection.createArrayOf("bigint", someOf(waiting).toArray());
        List<Outgoing> messages = Sql.query(
                connection,
                "select topic, key, value from outbox where id = any (?) order by id",
                row -> new Outgoing(row.getString(1), row.getString(2), row.getBytes(3)),
                ids);
        publisher.publish(messages);
        return Sql.update(connection, "delete from outbox where id = any (?)", ids);
    }

    private static List<Long> someOf(List<Waiting> waiting) {
        List<Long> ids = new ArrayList<>();
        long bytes = 0;
        for (Waiting row : waiting) {
            bytes += row.bytes();
            if (!ids.isEmpty() && bytes > MOST_BYTES) {
                break;
            }
            ids.add(row.id());
        }
        return ids;
    }
}
