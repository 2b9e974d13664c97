package dev.broadsheet.sink.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A read-only connection of its own, opened when it is needed and again after trouble. What it locks it holds while it lasts. One thread; every method throws
 * what {@link SqlTrouble} makes of a failure.
 */
final class OneConnection implements AutoCloseable {
    private final Jdbc jdbc;
    private @Nullable Connection connection;

    OneConnection(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** Work inside one transaction. */
    interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    /** Whether this connection, of all instances, now has the advisory lock or had it already. */
    boolean lock(int key) {
        return transaction(open -> Sql.query(open, "select pg_try_advisory_lock(?, 0)", row -> row.getBoolean(1), key)
                .get(0));
    }

    <T> T transaction(Work<T> work) {
        try {
            Connection open = connection();
            try {
                Sql.update(open, Sql.statementLimit(open));
                return work.in(open);
            } finally {
                open.rollback();
            }
        } catch (SQLException e) {
            try {
                disconnect(); // whatever is wrong with it: the lock is given back, and the next question opens another
            } catch (SQLException closing) {
                e.addSuppressed(closing);
            }
            throw SqlTrouble.of(e);
        }
    }

    @Override
    public void close() {
        try {
            disconnect();
        } catch (SQLException e) {
            throw SqlTrouble.of(e);
        }
    }

    private void disconnect() throws SQLException {
        Connection open = connection;
        connection = null;
        if (open != null) {
            open.close();
        }
    }

    private Connection connection() throws SQLException {
        Connection open = connection;
        if (open == null) {
            open = jdbc.connect();
            connection = open;
        }
        return open;
    }
}
