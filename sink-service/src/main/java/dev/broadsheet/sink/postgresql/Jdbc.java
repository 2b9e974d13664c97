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
    /** One for the writer, one for the relay, one for the migrations. */
    private static final int CONNECTIONS = 3;

    private static final long WAIT_MS = 5_000;

    private static final Map<String, String> DEFAULTS = Map.of(
            "ApplicationName", "broadsheet-sink",
            "reWriteBatchedInserts", "true",
            "tcpKeepAlive", "true",
            "connectTimeout", "5",
            "socketTimeout", "60");

    /** A pool that opens connections as they are needed; a database that is down does not keep it from starting. */
    HikariDataSource open() {
        HikariConfig config = new HikariConfig();
        config.setPoolName("sink");
        config.setJdbcUrl(url);
        config.setAutoCommit(false);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(WAIT_MS);
        config.setInitializationFailTimeout(-1);
        DEFAULTS.forEach(config::addDataSourceProperty);
        properties.forEach(config::addDataSourceProperty);
        return new HikariDataSource(config);
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
