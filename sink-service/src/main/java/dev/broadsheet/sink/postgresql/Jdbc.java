package dev.broadsheet.sink.postgresql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;

/** How the database is reached. {@code properties} are the driver's own, spelt as it spells them: user, password, sslmode … */
public record Jdbc(String url, Map<String, String> properties) {
    /** One for the writer, one for the relay, one to spare. */
    private static final int CONNECTIONS = 3;

    private static final long WAIT_MS = 5_000;

    /** Readers want an answer, or to be told soon that there is none. */
    private static final int READ_CONNECTIONS = 6;

    private static final long READ_WAIT_MS = 2_000;
    private static final int READ_LIMIT_SECONDS = 5;

    private static final Map<String, String> DEFAULTS = Map.of(
            "ApplicationName", "broadsheet-sink",
            "reWriteBatchedInserts", "true",
            "tcpKeepAlive", "true",
            "connectTimeout", "5",
            "socketTimeout", "60");

    /** A pool that opens connections as they are needed; a database that is down does not keep it from starting. */
    HikariDataSource open() {
        return new HikariDataSource(pool());
    }

    /** As {@link #open}, for statements that may take as long as they need: an index on a large table is built. */
    HikariDataSource openWithoutLimit() {
        HikariConfig config = pool();
        config.addDataSourceProperty("socketTimeout", "0");
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }

    /** A pool for short read-only transactions. A database that hangs is given up soon after the server should have ended the statement. */
    HikariDataSource openForReading() {
        return openForReading("console", READ_CONNECTIONS);
    }

    /** As {@link #openForReading()}, one connection: whoever asks whether the database answers does not wait for its readers. */
    HikariDataSource openForProbing() {
        return openForReading("console-probe", 1);
    }

    private HikariDataSource openForReading(String name, int connections) {
        HikariConfig config = pool();
        config.setPoolName(name);
        config.setReadOnly(true);
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(READ_WAIT_MS);
        config.setIsolateInternalQueries(true); // so that what follows is committed
        // Compiling such statements takes longer than running them.
        config.setConnectionInitSql(
                "set statement_timeout = '" + READ_LIMIT_SECONDS + "s'; set jit = off; set work_mem = '16MB'");
        // What is fast depends on the values: a plan made for any of them is not.
        config.addDataSourceProperty("prepareThreshold", "0");
        config.addDataSourceProperty("ApplicationName", "broadsheet-console");
        config.addDataSourceProperty("socketTimeout", Integer.toString(2 * READ_LIMIT_SECONDS));
        return new HikariDataSource(config);
    }

    private HikariConfig pool() {
        HikariConfig config = new HikariConfig();
        config.setPoolName("sink");
        config.setJdbcUrl(url);
        config.setAutoCommit(false);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(WAIT_MS);
        config.setInitializationFailTimeout(-1);
        DEFAULTS.forEach(config::addDataSourceProperty);
        properties.forEach(config::addDataSourceProperty);
        return config;
    }

    /** One read-only connection beside the pool; the caller closes it. */
    Connection connect() throws SQLException {
        Properties all = new Properties();
        all.putAll(DEFAULTS);
        all.putAll(properties);
        Connection connection = DriverManager.getConnection(url, all);
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        return connection;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "Jdbc[" + url + "]";
    }
}
