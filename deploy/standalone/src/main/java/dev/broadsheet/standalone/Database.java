package dev.broadsheet.standalone;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL on a folder that is kept: commits reach the disk before they are acknowledged. Listens on the loopback
 * interface only and trusts whoever reaches it there. Works as root too, where user namespaces are allowed.
 */
final class Database implements Child {
    static final String NAME = "PostgreSQL";
    static final String USER = "postgres";

    private static final String DATABASE = "broadsheet";
    private static final Duration LIMIT = Duration.ofSeconds(90); // recovery after a power cut
    private static final Duration ORPHAN_PATIENCE = Duration.ofSeconds(10);

    private final Path data;
    private final ChildLog log;
    private final int port;
    private @Nullable EmbeddedPostgres server;
    private @Nullable PostmasterWatch watch;

    Database(Path data, ChildLog log, int port) {
        this.data = data;
        this.log = log;
        this.port = port;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void start() {
        endOrphan(data);
        releaseServer();
        try {
            log.rotate();
            Files.createDirectories(data);
            EmbeddedPostgres started = launch();
            server = started;
            createDatabase(started);
            watch = PostmasterWatch.start(running());
        } catch (IOException | SQLException | RuntimeException e) {
            close();
            throw new StandaloneException(
                    NAME + " cannot be started (" + e.getMessage() + "): " + log.lastTrouble() + rootHint(), e);
        }
    }

    @Override
    public CompletableFuture<?> ended() {
        return running().onExit();
    }

    @Override
    public void kill() {
        postmaster().ifPresent(ProcessHandle::destroyForcibly);
    }

    @Override
    public void close() {
        releaseServer();
        endOrphan(data); // one whose start was interrupted
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
    }

    static void endOrphan(Path data) {
        postmaster(data).ifPresent(left -> {
            left.destroy();
            Orphan.end(left, ORPHAN_PATIENCE);
        });
    }

    private void releaseServer() {
        if (watch != null) {
            watch.close();
            watch = null;
        }
        if (server != null) {
            try {
                server.close();
            } catch (IOException e) {
                kill();
            }
            server = null;
        }
    }

    private EmbeddedPostgres launch() throws IOException {
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(Installation.postgresql().toFile())
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setPGStartupWait(LIMIT)
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.file().toFile()))
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log.file().toFile()))
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                // The library turns both off, which loses rows with the power.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "40")
                .setServerConfig("shared_buffers", "64MB")
                .setServerConfig("log_min_messages", "warning")
                .setServerConfig("log_checkpoints", "off")
                .setServerConfig("log_line_prefix", "'%m [%p] '")
                .start();
    }

    private static void createDatabase(EmbeddedPostgres server) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            try (ResultSet found =
                    statement.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'")) {
                if (found.next()) {
                    return;
                }
            }
            statement.execute("create database " + DATABASE + " encoding 'UTF8' template template0");
        }
    }

    private ProcessHandle running() {
        return postmaster().orElseThrow(() -> new StandaloneException(NAME + " has ended: " + log.lastTrouble()));
    }

    private Optional<ProcessHandle> postmaster() {
        return postmaster(data);
    }

    private static Optional<ProcessHandle> postmaster(Path data) {
        return Orphan.find(data.resolve("postmaster.pid"), data.toString());
    }

    private static String rootHint() {
        return "root".equals(System.getProperty("user.name"))
                ? " (as root it needs user namespaces; where they are forbidden, start Broadsheet as another user)"
                : "";
    }
}
