package dev.broadsheet.sink.postgresql;

import com.zaxxer.hikari.HikariDataSource;
import dev.broadsheet.sink.store.StoreUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.jspecify.annotations.Nullable;

/**
 * How a PostgreSQL store is set up, for operators; looks, and changes nothing.
 *
 * @param serverVersion as PostgreSQL numbers it: 180001 is 18.1
 * @param settings fsync, full_page_writes, synchronous_commit … by name
 * @param bytes size of the database
 * @param outbox messages that wait for Kafka; null where the tables are not there yet
 * @param schemaVersion newest migration that was applied; null for none
 * @param pending migrations that this version would apply at its start
 * @param newer applied migrations that only a newer version knows
 * @param broken migrations that failed or were changed afterwards
 * @param asked this machine's clock before and {@code answered} after the server told {@code serverTime}
 */
public record StoreState(
        int serverVersion,
        String encoding,
        Map<String, String> settings,
        long bytes,
        @Nullable Long outbox,
        int connections,
        @Nullable String schemaVersion,
        List<String> pending,
        List<String> newer,
        List<String> broken,
        Instant asked,
        Instant serverTime,
        Instant answered) {

    private static final List<String> SETTINGS = List.of(
            "fsync", "full_page_writes", "synchronous_commit", "max_connections", "default_transaction_read_only");

    /** Throws {@link StoreUnavailableException} where the database does not answer. */
    public static StoreState of(Jdbc jdbc, Clock clock) {
        try (HikariDataSource database = jdbc.open()) {
            MigrationInfoService migrations = Migrations.state(database);
            try (Connection connection = database.getConnection()) {
                return of(connection, migrations, clock);
            }
        } catch (SQLException e) {
            throw SqlTrouble.of(e);
        }
    }

    private static StoreState of(Connection connection, MigrationInfoService migrations, Clock clock)
            throws SQLException {
        Instant asked = clock.instant();
        Instant serverTime = one(
                connection,
                "select clock_timestamp()",
                row -> row.getTimestamp(1).toInstant());
        Instant answered = clock.instant();
        Map<String, String> settings = new TreeMap<>();
        for (String name : SETTINGS) {
            settings.put(name, one(connection, "select current_setting('" + name + "')", row -> row.getString(1)));
        }
        MigrationInfo current = migrations.current();
        boolean tables = one(connection, "select to_regclass('outbox') is not null", row -> row.getBoolean(1));
        return new StoreState(
                one(connection, "select current_setting('server_version_num')::int", row -> row.getInt(1)),
                one(
                        connection,
                        "select pg_encoding_to_char(encoding) from pg_database where datname = current_database()",
                        row -> row.getString(1)),
                settings,
                one(connection, "select pg_database_size(current_database())", row -> row.getLong(1)),
                tables ? one(connection, "select count(*) from outbox", row -> row.getLong(1)) : null,
                one(
                        connection,
                        "select count(*) from pg_stat_activity where backend_type = 'client backend'",
                        row -> row.getInt(1)),
                current == null || current.getVersion() == null
                        ? null
                        : current.getVersion().getVersion(),
                Migrations.names(List.of(migrations.pending())),
                Migrations.newer(migrations),
                Migrations.broken(migrations),
                asked,
                serverTime,
                answered);
    }

    private static <T> T one(Connection connection, String sql, Sql.Row<T> row) throws SQLException {
        return Sql.query(connection, sql, row).get(0);
    }
}
