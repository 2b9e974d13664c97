package dev.broadsheet.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.broadsheet.enrich.EnrichMain;
import dev.broadsheet.ingest.IngestMain;
import dev.broadsheet.sink.SinkMain;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are started in the wrong order, and told to stop once and twice. */
@EnabledIfSystemProperty(
        named = "broadsheet.long",
        matches = "true",
        disabledReason = "takes two minutes: run with -Dbroadsheet.long=true")
class StartAndStopTest {
    private static final int TERMINATED = 143;

    @TempDir
    Path home;

    @Test
    void servicesThatAreStartedBeforeEverythingElseSayWhatTheyWaitForAndWorkOnceItIsThere() throws Exception {
        Map<String, Integer> ports = Map.of("kafka", freePort(), "registry", freePort(), "postgresql", freePort());
        Deployment.Addresses later = new Deployment.Addresses(
                "127.0.0.1:" + ports.get("kafka"),
                "http://127.0.0.1:" + ports.get("registry") + "/apis/ccompat/v7",
                "jdbc:postgresql://127.0.0.1:" + ports.get("postgresql") + "/broadsheet",
                "postgres",
                "postgres");
        try (Instance ingest = start(IngestMain.class, later, "early-ingest");
                Instance enrich = start(EnrichMain.class, later, "early-enrich");
                Instance sink = start(SinkMain.class, later, "early-sink")) {
            List<Instance> services = List.of(ingest, enrich, sink);
            for (Instance service : services) {
                await().atMost(Duration.ofSeconds(60))
                        .untilAsserted(() -> assertThat(service.ready())
                                .startsWith("503")
                                .contains("waiting for the brokers at 127.0.0.1:" + ports.get("kafka")));
            }
            try (Embedded everything =
                    Embedded.start(home.resolve("data"), home.resolve("run.log"), arguments(ports))) {
                for (Instance service : services) {
                    await().atMost(Duration.ofSeconds(90))
                            .untilAsserted(() -> assertThat(service.ready()).startsWith("200"));
                }
                Pages.drop(home.resolve("early-drop"), "early.txt", Pages.text(1));
                try (Database store = new Database(everything.addresses())) {
                    PipelineSuite.awaitStored(store, List.of("early.txt"));
                    assertThat(store.column("select instance from receipts where state = 'RECEIVED'"))
                            .containsExactly("early-ingest");
                }
                for (Instance service : services) {
                    assertThat(service.process().stop(Duration.ofSeconds(25))).isEqualTo(TERMINATED);
                }
            }
        }
        assertThat(Files.readString(home.resolve("early-ingest.log")).lines())
                .filteredOn(line -> line.contains("waiting for the brokers"))
                .as("said once, however long it lasts")
                .hasSize(1);
    }

    @Test
    void eachThingThatIsMissingAtStartIsNamedAndWaitedFor() throws Exception {
        try (Embedded running = Embedded.start(home.resolve("data"), home.resolve("run.log"))) {
            Deployment.Addresses real = running.addresses();
            try (Proxy registry = new Proxy(port(real.registryUrl()));
                    Proxy database = new Proxy(port(real.jdbcUrl()))) {
                registry.mode(Proxy.Mode.REFUSE);
                database.mode(Proxy.Mode.REFUSE);
                Deployment.Addresses gated = new Deployment.Addresses(
                        real.bootstrapServers(),
                        "http://127.0.0.1:" + registry.port() + "/apis/ccompat/v7",
                        "jdbc:postgresql://127.0.0.1:" + database.port() + "/broadsheet",
                        real.jdbcUser(),
                        real.jdbcPassword());
                try (Instance sink = start(SinkMain.class, gated, "gated-sink")) {
                    await().atMost(Duration.ofSeconds(60))
                            .untilAsserted(() -> assertThat(sink.ready())
                                    .startsWith("503")
                                    .contains(
                                            "waiting for the schema registry at http://127.0.0.1:" + registry.port()));
                    registry.mode(Proxy.Mode.PASS);
                    await().atMost(Duration.ofSeconds(60))
                            .untilAsserted(() -> assertThat(sink.ready())
                                    .startsWith("503")
                                    .contains("PostgreSQL")
                                    .doesNotContain("registry"));
                    database.mode(Proxy.Mode.PASS);
                    await().atMost(Duration.ofSeconds(60))
                            .untilAsserted(() -> assertThat(sink.ready()).startsWith("200"));
                    assertThat(sink.process().stop(Duration.ofSeconds(25))).isEqualTo(TERMINATED);
                }
            }
        }
    }

    @Test
    void aStopBringsReadinessDownFirstAndASecondSignalEndsEverythingAtOnce() throws Exception {
        Path data = home.resolve("data");
        Embedded running = Embedded.start(data, home.resolve("run.log"));
        try {
            JsonNode endpoints =
                    new ObjectMapper().readTree(data.resolve("endpoints.json").toFile());
            List<Integer> http = new ArrayList<>();
            endpoints.get("httpPorts").forEach(port -> http.add(port.asInt()));
            ProcessHandle broker = running.child("broker");
            assertThat(http).allSatisfy(port -> assertThat(ready(port)).startsWith("200"));

            signal("STOP", broker.pid()); // what is under way cannot be finished, so the stop takes its time
            try {
                signal("TERM", running.pid());
                await().atMost(Duration.ofSeconds(10))
                        .pollInterval(Duration.ofMillis(50))
                        .untilAsserted(() -> assertThat(http)
                                .allSatisfy(port -> assertThat(ready(port))
                                        .startsWith("503")
                                        .contains("is stopping")));
                Thread.sleep(500);
                assertThat(running.alive()).as("still draining").isTrue();
                long from = System.nanoTime();
                signal("TERM", running.pid());
                assertThat(running.end(Duration.ofSeconds(5))).isEqualTo(TERMINATED);
                System.out.printf("a second signal ended it in %d ms%n", (System.nanoTime() - from) / 1_000_000);
            } finally {
                signal("CONT", broker.pid());
            }
            await("the broker ends with its parent")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> !broker.isAlive());
        } finally {
            running.close();
        }
    }

    /** A service as a process of its own, and the port of its /ready. */
    private record Instance(ServiceProcess process, int port) implements AutoCloseable {
        String ready() {
            return StartAndStopTest.ready(port);
        }

        @Override
        public void close() {
            process.close();
        }
    }

    private Instance start(Class<?> main, Deployment.Addresses addresses, String instance) throws IOException {
        int port = freePort();
        Map<String, String> environment = new HashMap<>(addresses.environment(instance, home));
        environment.put("BROADSHEET_INGEST_DROP", home.resolve("early-drop").toString());
        environment.put("BROADSHEET_HTTP_PORT", Integer.toString(port));
        ServiceProcess process = new ServiceProcess(
                main,
                List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
                environment,
                home.resolve(instance + ".log"),
                code -> {}); // what it does is seen by its /ready and by its exit code
        process.start();
        return new Instance(process, port);
    }

    /** Status and body of /ready; "0 …" where nothing answers. */
    private static String ready(int port) {
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/ready"))
                                    .timeout(Duration.ofSeconds(5))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() + " " + answer.body();
        } catch (IOException e) {
            return "0 " + e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "0 interrupted";
        }
    }

    private static String[] arguments(Map<String, Integer> ports) {
        List<String> arguments = new ArrayList<>();
        ports.forEach((name, port) -> arguments.addAll(List.of("--" + name + "-port", port.toString())));
        return arguments.toArray(String[]::new);
    }

    private static int port(String url) {
        return Integer.parseInt(url.replaceFirst(".*127\\.0\\.0\\.1:(\\d+)/.*", "$1"));
    }

    private static void signal(String name, long pid) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start();
        assertThat(kill.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(kill.exitValue()).isZero();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
