package dev.broadsheet.sink.postgresql;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/**
 * The store as readers see it: read-only transactions on a few connections of their own, so that no reader waits for a writer or keeps one
 * waiting. A statement is ended after the limit. Any thread.
 */
public final class ReadDatabase implements AutoCloseable {
    private final HikariDataSource database;
    private final HikariDataSource probes;

    public ReadDatabase(Jdbc jdbc) {
        this.database = jdbc.openForReading();
        this.probes = jdbc.openForProbing();
    }

    /** Work inside one transaction. */
    public interface Work<T> {
        T in(Session session) throws SQLException;
    }

    /** Throws StoreUnavailableException where the database does not answer, or not in time. */
    public <T> T read(Work<T> work) {
        return read(database, work);
    }

    /** Throws StoreUnavailableException where articles cannot be read. Does not wait for other readers. */
    public void probe() {
        read(probes, session -> session.objects("select 1 from articles limit 1"));
    }

    private static <T> T read(HikariDataSource pool, Work<T> work) {
        try (Connection connection = pool.getConnection()) {
            T result = work.in(new Session(connection));
            connection.rollback(); // nothing was written; where the work fails, the pool does it
            return result;
        } catch (SQLException e) {
            throw SqlTrouble.of(e);
        }
    }

    @Override
    public void close() {
        probes.close();
        database.close();
    }

    /** One transaction. Parameters are texts, numbers, dates, booleans or arrays; they are bound, never part of the statement. */
    public static final class Session {
        private final Connection connection;

        private Session(Connection connection) {
            this.connection = connection;
        }

        /** Rows as JSON: the columns' labels are the fields' names. See {@link JsonRow}. */
        public List<ObjectNode> objects(String sql, Object... parameters) throws SQLException {
            return Sql.query(connection, sql, new JsonRow(), parameters);
        }

        /**
         * Whether statements of this transaction may only combine indexes: where a condition on a long text is one of several. The planner takes such a
         * condition for cheap, and would rather unpack every text than look into the index.
         */
        public void onlyBitmaps(boolean only) throws SQLException {
            String others = only ? "off" : "on";
            Sql.update(
                    connection,
                    "set local enable_seqscan = " + others + "; set local enable_indexscan = " + others
                            + "; set local enable_indexonlyscan = " + others);
        }

        /**
         * For the rest of this transaction the planner takes looking something up for nearly as cheap as reading on, as it is in memory and on SSDs: for
         * questions about a few thousand rows of many, which it would rather answer by reading all.
         */
        public void cheapLookups() throws SQLException {
            Sql.update(connection, "set local random_page_cost = 1.1");
        }

        public Object texts(Collection<String> values) throws SQLException {
            return Sql.texts(connection, values);
        }
    }
}
