package dev.broadsheet.standalone;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The schema registry (Apicurio, through its Confluent-compatible API), a child JVM that keeps its schemas in a file. */
final class Registry implements Child {
    static final String NAME = "the schema registry";

    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final int TIMEOUT_MILLIS = 500;
    private static final List<String> FLAGS = List.of(
            "-Xmx128m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-Xshare:auto",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Dquarkus.http.host=127.0.0.1",
            "-Dquarkus.log.level=WARN",
            "-Dquarkus.log.category.\"io.apicurio\".level=WARN",
            "-Dquarkus.banner.enabled=false",
            "-Dquarkus.datasource.jdbc.initial-size=1",
            "-Dquarkus.datasource.jdbc.min-size=1",
            "-Dquarkus.datasource.jdbc.max-size=8");

    private final Path home;
    private final int port;
    private final ChildJvm jvm;

    Registry(Path home, ChildLog log, int port) {
        this.home = home;
        this.port = port;
        this.jvm = new ChildJvm(NAME, home, log);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void start() {
        List<String> arguments = new ArrayList<>(FLAGS);
        arguments.addAll(List.of(
                "-Dquarkus.http.port=" + port,
                // Without the two settings a schema registered just before a crash is lost.
                "-Dquarkus.datasource.jdbc.url=jdbc:h2:file:" + home.resolve("schemas")
                        + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE",
                "-cp",
                Installation.registryClassPath(),
                RegistryMain.class.getName(),
                Installation.REGISTRY_MAIN));
        jvm.start(arguments, LIMIT, this::answers);
    }

    @Override
    public CompletableFuture<?> ended() {
        return jvm.ended();
    }

    @Override
    public void kill() {
        jvm.kill();
    }

    @Override
    public void close() {
        jvm.close();
    }

    String url() {
        return "http://127.0.0.1:" + port + "/apis/ccompat/v7";
    }

    private boolean answers() {
        try {
            HttpURLConnection connection = (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/health/ready")
                    .toURL()
                    .openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false;
        }
    }
}
