package dev.broadsheet.testsupport;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL of the test's own, also when the tests run as root. Its program files are unpacked below {@code target}
 * once; its data lies in a temporary folder that {@link #close} deletes. {@link #stop} and {@link #start} play an outage:
 * port and rows stay. Settings are the library's, fsync off: made for tests, not for keeping anything. One thread.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    public static final String USER = "postgres";
    /** The local server trusts everyone; the driver only wants a text. */
    public static final String PASSWORD = "postgres";

    private final Path data;
    private final int port;
    private final AtomicInteger databases = new AtomicInteger();
    private @Nullable EmbeddedPostgres server;

    private EmbeddedDatabase(Path data, EmbeddedPostgres server) {
        this.data = data;
        this.server = server;
        this.port = server.getPort();
    }

    /** A new, empty server on a free port of the loopback interface. */
    public static EmbeddedDatabase create() {
        try {
            Path data = Files.createTempDirectory("broadsheet-postgresql");
            return new EmbeddedDatabase(data, launch(data, 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** JDBC URL of a new, empty UTF-8 database; the user is {@link #USER}. */
    public String newDatabase() {
        String name = "test" + databases.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(url("postgres"), USER, PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + " encoding 'UTF8' template template0");
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create a database", e);
        }
        return url(name);
    }

    /** Shuts the server down as an operator would, at once; nothing listens on its port until {@link #start}. */
    public void stop() {
        EmbeddedPostgres running = server;
        server = null;
        if (running != null) {
            try {
                running.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Starts the stopped server on the same port and folder. */
    public void start() {
        if (server == null) {
            try {
                server = launch(data, port);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() {
        stop();
        try (Stream<Path> files = Files.walk(data)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://localhost:" + port + "/" + database;
    }

    private static EmbeddedPostgres launch(Path data, int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(Path.of("target", "embedded-postgresql")
                        .toAbsolutePath()
                        .toFile())
                .setDataDirectory(data.resolve("data"))
                .setCleanDataDirectory(false)
                .setPort(port)
                .start();
    }
}
