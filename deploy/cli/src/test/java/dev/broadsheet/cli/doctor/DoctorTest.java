package dev.broadsheet.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.broadsheet.contracts.Topic;
import dev.broadsheet.contracts.Topics;
import dev.broadsheet.sink.postgresql.Jdbc;
import dev.broadsheet.testsupport.EmbeddedBroker;
import dev.broadsheet.testsupport.EmbeddedDatabase;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each thing that can be wrong is made wrong, on real servers; the sound whole is looked over in the system tests. */
@Tag("backend")
class DoctorTest {
    private static final Topics TOPICS = new Topics("d.", 2);

    @TempDir
    Path folder;

    private final Findings findings = new Findings();

    @Test
    void aBrokerIsLookedOverWithItsTopicsAndItsClock() throws Exception {
        try (EmbeddedBroker broker = new EmbeddedBroker(folder);
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.address()))) {
            new BrokerCheck(admin, broker.address(), true, Clock.systemUTC()).run(findings);
            assertThat(findings.worst()).as("%s", findings.all()).isEqualTo(Level.OK);
            assertThat(said(Level.OK)).anyMatch(line -> line.startsWith("brokers 1 of them"));
            assertThat(said(Level.OK)).anyMatch(line -> line.startsWith("clock the clock of controller 1 agrees"));

            new TopicsCheck(admin, TOPICS).run(findings);
            assertThat(said(Level.FAIL)).anyMatch(line -> line.startsWith("topics missing: d.issues, d.pages"));

            create(admin);
            // The controller answers when topics are made, the broker describes them a moment later.
            await().untilAsserted(() -> {
                Findings after = new Findings();
                new TopicsCheck(admin, TOPICS).run(after);
                assertThat(after.all())
                        .extracting(finding -> finding.level() + " " + finding.finding())
                        .containsExactlyInAnyOrder(
                                "FAIL topic d.metrics has 3 partitions, BROADSHEET_TOPIC_PARTITIONS says 2",
                                "FAIL topic d.pages takes records of 1000000 bytes only",
                                "WARN topic d.articles has compression.type=lz4",
                                "WARN topic d.receipts: records are gone after 7 days instead of 3650 days",
                                "FAIL d.projects wants 2 copies in step of 1, so nothing can be written");
                assertThat(after.all())
                        .allSatisfy(finding -> assertThat(finding.mend()).isNotBlank());
            });

            List<String> gone = List.of(TOPICS.name(Topic.FEEDS), TOPICS.name(Topic.FEEDS_CONTROL));
            admin.deleteTopics(gone).all().get();
            await().untilAsserted(() -> {
                Findings upgraded = new Findings();
                new TopicsCheck(admin, TOPICS).run(upgraded);
                assertThat(upgraded.all())
                        .extracting(Finding::finding)
                        .as("what an older version did not have")
                        .contains("missing: d.feeds, d.feeds.control");
            });

            Findings meanwhile = new Findings();
            new TopicsCheck(losing(admin, TOPICS.name(Topic.ISSUES)), TOPICS).run(meanwhile);
            assertThat(meanwhile.all())
                    .extracting(Finding::finding)
                    .as("what goes while it is looked over")
                    .contains("missing: d.issues, d.feeds, d.feeds.control");
        }
    }

    /** Deletes the topic before it tells how topics are set. */
    private static Admin losing(Admin admin, String topic) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (method.getName().equals("describeConfigs")) {
                admin.deleteTopics(List.of(topic)).all().get();
                await().until(() -> !admin.listTopics().names().get().contains(topic));
            }
            return method.invoke(admin, arguments);
        };
        return (Admin) Proxy.newProxyInstance(Admin.class.getClassLoader(), new Class<?>[] {Admin.class}, handler);
    }

    @Test
    void theSubjectsThatAnOlderVersionDidNotHaveAreNamedWithTheCommandThatRegistersThem() throws IOException {
        Set<String> unknown = Set.of(TOPICS.subject(Topic.FEEDS), TOPICS.subject(Topic.FEEDS_CONTROL));
        HttpServer registry = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        registry.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            boolean known = unknown.stream().noneMatch(path::contains) || path.startsWith("/config");
            byte[] body = (known
                            ? "{\"subject\":\"any\",\"version\":1,\"id\":7,\"schema\":\"\\\"string\\\"\","
                                    + "\"compatibilityLevel\":\"FULL_TRANSITIVE\"}"
                            : "{\"error_code\":40401,\"message\":\"not found\"}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/vnd.schemaregistry.v1+json");
            exchange.sendResponseHeaders(known ? 200 : 404, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        registry.start();
        try {
            String url = "http://127.0.0.1:" + registry.getAddress().getPort();
            new RegistryCheck(TOPICS, Map.of("schema.registry.url", url)).run(findings);
        } finally {
            registry.stop(0);
        }

        assertThat(findings.all())
                .filteredOn(finding -> finding.level() == Level.FAIL)
                .allSatisfy(finding -> assertThat(finding.mend()).isEqualTo("deploy/broadsheet schemas register"))
                .extracting(Finding::finding)
                .containsExactlyInAnyOrder(
                        "subject d.feeds-value is not registered", "subject d.feeds.control-value is not registered");
    }

    @Test
    void whatDoesNotAnswerIsSaidWithItsAddress() throws Exception {
        try (Admin admin = Admin.create(Map.of(
                "bootstrap.servers", "127.0.0.1:1", "default.api.timeout.ms", 1500, "request.timeout.ms", 1000))) {
            new BrokerCheck(admin, "127.0.0.1:1", false, Clock.systemUTC()).run(findings);
        }
        new RegistryCheck(TOPICS, Map.of("schema.registry.url", "http://127.0.0.1:1")).run(findings);
        new StoreCheck(new Jdbc("jdbc:postgresql://127.0.0.1:1/broadsheet", Map.of()), Clock.systemUTC()).run(findings);
        new ServicesCheck(Map.of("sink", 1)).run(findings);

        assertThat(findings.all())
                .hasSize(4)
                .allSatisfy(finding -> {
                    assertThat(finding.level()).isEqualTo(Level.FAIL);
                    assertThat(finding.finding()).contains("127.0.0.1:1");
                    assertThat(finding.mend()).isNotBlank();
                })
                .extracting(Finding::subject)
                .containsExactly("brokers", "registry", "store", "services");
    }

    @Test
    void aDatabaseThatForgetsWhatItAcknowledgedFails() {
        try (EmbeddedDatabase database = EmbeddedDatabase.create()) {
            database.start();
            Jdbc jdbc = new Jdbc(
                    database.newDatabase(),
                    Map.of(
                            "user",
                            EmbeddedDatabase.USER,
                            "password",
                            EmbeddedDatabase.PASSWORD,
                            "options",
                            "-c synchronous_commit=off"));
            new StoreCheck(jdbc, Clock.systemUTC()).run(findings);
        }
        assertThat(said(Level.FAIL)).anyMatch(line -> line.startsWith("store synchronous_commit is off"));
        assertThat(said(Level.WARN)).anyMatch(line -> line.startsWith("store migrations that are not applied: [V1 "));
        assertThat(said(Level.OK)).anyMatch(line -> line.startsWith("clock the clock of PostgreSQL agrees"));
    }

    @Test
    void clocksThatAreApartAreTold() {
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        Clocks.compare(findings, "A", now, now.plusMillis(900), now.plusMillis(5));
        Clocks.compare(findings, "B", now, now.minusSeconds(2), now.plusMillis(5));
        Clocks.compare(findings, "C", now, now.plusSeconds(60), now.plusMillis(5));

        assertThat(findings.all()).extracting(Finding::level).containsExactly(Level.OK, Level.WARN, Level.FAIL);
        assertThat(findings.all().get(1).finding()).contains("2000 ms");
    }

    @Test
    void foldersThatAreMissingAreTold() {
        new DiskCheck(Map.of("drop folder", folder.resolve("nowhere")), true).run(findings);
        new DiskCheck(Map.of("data folder", folder), true).run(findings);

        assertThat(said(Level.FAIL)).first().asString().contains("drop folder", "nowhere is no folder");
        assertThat(findings.all().get(1).finding()).contains(" free");
    }

    @Test
    void aDropFolderOfAnotherMachineIsNoFaultAndOneThatIsHereIsLookedAt() {
        new DiskCheck(Map.of("drop folder", folder.resolve("nowhere")), false).run(findings);
        new DiskCheck(Map.of("drop folder", folder), false).run(findings);

        assertThat(said(Level.WARN)).first().asString().contains("nowhere is not on this machine");
        assertThat(findings.all().get(1).finding()).contains(" free");
    }

    @Test
    void clientsThatTakeLessThanTheTopicsAreTold() {
        new LimitsCheck(Map.of("max.request.size", "1048576")).run(findings);

        assertThat(said(Level.FAIL)).singleElement().asString().contains("max.request.size=1048576");
    }

    private List<String> said(Level level) {
        return findings.all().stream()
                .filter(finding -> finding.level() == level)
                .map(finding -> finding.subject() + " " + finding.finding())
                .toList();
    }

    private static void create(Admin admin) throws Exception {
        Map<Topic, Map<String, String>> wrong = Map.of(
                Topic.PAGES, Map.of("max.message.bytes", "1000000"),
                Topic.ARTICLES, Map.of("compression.type", "lz4"),
                Topic.RECEIPTS, Map.of("retention.ms", "604800000"),
                Topic.PROJECTS, Map.of("min.insync.replicas", "2"));
        admin.createTopics(Stream.of(Topic.values())
                        .map(topic -> {
                            Map<String, String> config = new HashMap<>(topic.config());
                            config.putAll(wrong.getOrDefault(topic, Map.of()));
                            return new NewTopic(TOPICS.name(topic), topic == Topic.METRICS ? 3 : 2, (short) 1)
                                    .configs(config);
                        })
                        .toList())
                .all()
                .get();
    }
}
