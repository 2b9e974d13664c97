package dev.broadsheet.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.broadsheet.enrich.EnrichMain;
import dev.broadsheet.ingest.IngestMain;
import dev.broadsheet.sink.SinkMain;
import dev.broadsheet.standalone.Backends;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** What deploy/OPERATIONS.md says of an upgrade and of a roll-back, done to an older build while pages flow. */
@EnabledIfSystemProperty(
        named = "broadsheet.upgrade.from",
        matches = ".+",
        disabledReason =
                "needs an older build: run with -Dbroadsheet.upgrade.from=DIR, a checkout with a packaged deploy/cli")
class UpgradeTest {
    private static final Map<String, Class<?>> SERVICES = services();
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final Duration STOP = Duration.ofSeconds(30);
    private static final int TERMINATED = 143;

    private final Map<String, ServiceProcess> running = new LinkedHashMap<>();
    private final List<String> dropped = new ArrayList<>();

    @TempDir
    Path home;

    @Test
    void servicesAreReplacedOneByOneAndBackWhilePagesFlow() throws Exception {
        Build older = new Build(Path.of(System.getProperty("broadsheet.upgrade.from")));
        Build present = new Build(Commands.REPOSITORY);
        try (Backends backends = Backends.open(home.resolve("data"))) {
            backends.start();
            Deployment.Addresses addresses = new Deployment.Addresses(
                    backends.bootstrapServers(),
                    backends.registryUrl(),
                    backends.jdbcUrl(),
                    backends.jdbcUser(),
                    backends.jdbcUser());
            Path endpoints = addresses.write(home.resolve("endpoints.json"));
            try (Database store = new Database(addresses)) {
                older.run("schemas", "register", "--endpoints", endpoints.toString());
                for (String name : SERVICES.keySet()) {
                    start(older, name, addresses);
                }
                await("the older sink has made its tables")
                        .atMost(SOON)
                        .ignoreExceptions()
                        .until(() -> store.storedFiles().isEmpty());
                try (Flow flow = new Flow(home.resolve("drop"), dropped)) {
                    flow.awaitPassed(store, SOON);
                    present.run("schemas", "register", "--endpoints", endpoints.toString());
                    present.run("schemas", "check", "--endpoints", endpoints.toString());
                    for (String name : List.of("ingest", "enrich", "sink-1", "sink-2")) {
                        replace(name, present, addresses);
                        flow.awaitPassed(store, SOON);
                    }
                }
                assertEachStandsOnce(store);
                present.run("reconcile", "--endpoints", endpoints.toString());

                try (Flow flow = new Flow(home.resolve("drop"), dropped)) {
                    for (String name : List.of("sink-1", "sink-2", "enrich")) {
                        replace(name, older, addresses);
                        flow.awaitPassed(store, SOON);
                    }
                }
                assertEachStandsOnce(store); // so that nothing is claimed when the older intake comes
                replace("ingest", older, addresses);
                try (Flow flow = new Flow(home.resolve("drop"), dropped)) {
                    flow.awaitPassed(store, SOON);
                }
                assertEachStandsOnce(store);
                present.run("reconcile", "--endpoints", endpoints.toString());
            } finally {
                running.values().parallelStream().forEach(ServiceProcess::close);
            }
        }
    }

    private static Map<String, Class<?>> services() {
        Map<String, Class<?>> services = new LinkedHashMap<>();
        services.put("ingest", IngestMain.class);
        services.put("enrich", EnrichMain.class);
        services.put("sink-1", SinkMain.class);
        services.put("sink-2", SinkMain.class);
        return services;
    }

    /** By SIGTERM and with the same name, state and folders. The only instance of a service, so that a changed topology meets no other. */
    private void replace(String name, Build build, Deployment.Addresses addresses) throws Exception {
        assertThat(Objects.requireNonNull(running.get(name)).stop(STOP))
                .as(name)
                .isEqualTo(TERMINATED);
        start(build, name, addresses);
    }

    private void start(Build build, String name, Deployment.Addresses addresses) throws IOException {
        Map<String, String> environment = new HashMap<>(addresses.environment(name, home.resolve("state")));
        environment.put("BROADSHEET_INGEST_DROP", home.resolve("drop").toString());
        environment.put("BROADSHEET_INGEST_DONE", home.resolve("done").toString());
        environment.put("BROADSHEET_INGEST_REJECTED", home.resolve("rejected").toString());
        // On a machine that others use, too, a page may wait for its turn longer than the ten seconds of production.
        environment.put("BROADSHEET_INGEST_SPLIT_LIMIT", "120s");
        environment.put("BROADSHEET_ENRICH_LIMIT", "120s");
        ServiceProcess service = new ServiceProcess(
                build.classPath(),
                Objects.requireNonNull(SERVICES.get(name)),
                List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
                environment,
                home.resolve(name + ".log"),
                code -> {}); // a page that does not pass tells that it is gone
        service.start();
        running.put(name, service);
    }

    private void assertEachStandsOnce(Database store) throws Exception {
        await("all stored")
                .atMost(SOON)
                .untilAsserted(() -> assertThat(store.storedFiles()).containsExactlyInAnyOrderElementsOf(dropped));
        assertThat(store.number("select count(*) from articles where state = 'CURRENT'"))
                .isEqualTo(4L * dropped.size());
        assertThat(store.number("select count(distinct delivery_id) from receipts where state = 'SPLIT'"))
                .isEqualTo(dropped.size());
        assertThat(store.column("select file_name || ' ' || state || ' ' || coalesce(reason, '') from receipts"
                        + " where state not in ('RECEIVED', 'SPLIT', 'ENRICHED', 'STORED')"))
                .isEmpty();
    }

    /** A checkout whose {@code deploy/cli} is packaged. */
    private record Build(Path repository) {
        String classPath() {
            Path target = repository.resolve("deploy/cli/target");
            assertThat(target.resolve("lib")).as("packaged by mvn package").isDirectory();
            return target.resolve("classes") + ":" + target.resolve("lib") + "/*";
        }

        /** Its command, past the launcher, which would build again what is older than its source. */
        void run(String... words) throws IOException, InterruptedException {
            List<String> command = new ArrayList<>(List.of("java", "-Xmx512m", "-cp", classPath()));
            command.add("dev.broadsheet.cli.BroadsheetMain");
            command.addAll(List.of(words));
            Commands.Result result = Commands.run(command);
            assertThat(result.exitCode())
                    .as("%s of %s: %s %s", String.join(" ", words), repository, result.out(), result.err())
                    .isZero();
        }
    }
}
