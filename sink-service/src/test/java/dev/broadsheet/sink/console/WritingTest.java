package dev.broadsheet.sink.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.broadsheet.contracts.AvroSerdes;
import dev.broadsheet.contracts.BackfillHeaders;
import dev.broadsheet.contracts.DeadLetter;
import dev.broadsheet.contracts.DeadLetterState;
import dev.broadsheet.contracts.Delivery;
import dev.broadsheet.contracts.FeedControl;
import dev.broadsheet.contracts.FeedState;
import dev.broadsheet.contracts.Page;
import dev.broadsheet.contracts.PageVersion;
import dev.broadsheet.contracts.RawIssue;
import dev.broadsheet.contracts.Topic;
import dev.broadsheet.contracts.Topics;
import dev.broadsheet.runtime.Health;
import dev.broadsheet.runtime.TopicAdmin;
import dev.broadsheet.sink.SinkService;
import dev.broadsheet.sink.SinkSettings;
import dev.broadsheet.sink.store.Samples;
import dev.broadsheet.sink.store.Version;
import dev.broadsheet.testsupport.EmbeddedBroker;
import dev.broadsheet.testsupport.EmbeddedDatabase;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What operators change over HTTP: a sink with its console, a broker that holds what other services wrote, and PostgreSQL. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("backend")
class WritingTest {
    private static final String READER = "reader-token-0123456789";
    private static final String OPERATOR = "operator-token-0123456789";
    private static final String[] BY_OPERATOR = {"Authorization", "Bearer " + OPERATOR};
    private static final String LETTERS = "/operations/dead-letters/";
    private static final String FEED = "/operations/feeds/morning/";
    private static final Version VERSION = Samples.version(1);
    private static final byte[] BYTES = "青川日报".getBytes(StandardCharsets.UTF_8);

    private final Topics topics = new Topics(Topics.DEFAULT_PREFIX, 1);
    private final AvroSerdes serdes =
            new AvroSerdes(Map.of("schema.registry.url", "mock://writing", "auto.register.schemas", "true"));
    private final EmbeddedDatabase database = EmbeddedDatabase.create();

    @TempDir
    static Path folder;

    @SuppressWarnings("NullAway.Init") // before all tests
    private EmbeddedBroker broker;

    @SuppressWarnings("NullAway.Init") // before all tests
    private SinkService sink;

    @SuppressWarnings("NullAway.Init") // before all tests
    private Browser browser;

    @BeforeAll
    void start() throws Exception {
        broker = new EmbeddedBroker(folder.resolve("broker"));
        Map<String, String> environment = new HashMap<>(Map.of(
                "BROADSHEET_KAFKA_BOOTSTRAP_SERVERS",
                broker.address(),
                "BROADSHEET_REGISTRY_URL",
                "mock://writing",
                "BROADSHEET_REGISTRY_AUTO_REGISTER_SCHEMAS",
                "true",
                "BROADSHEET_TOPIC_PARTITIONS",
                "1",
                "BROADSHEET_JDBC_URL",
                database.newDatabase(),
                "BROADSHEET_JDBC_USER",
                EmbeddedDatabase.USER,
                "BROADSHEET_JDBC_PASSWORD",
                EmbeddedDatabase.PASSWORD,
                "BROADSHEET_HTTP_PORT",
                "0"));
        environment.put("BROADSHEET_CONSOLE_PORT", "0");
        environment.put("BROADSHEET_CONSOLE_READER_TOKEN", READER);
        environment.put("BROADSHEET_CONSOLE_OPERATOR_TOKEN", OPERATOR);
        SinkSettings settings = SinkSettings.read(environment);
        TopicAdmin.prepare(settings.common(), List.of(Topic.values()), new Health());
        write();
        sink = new SinkService(settings, Clock.systemUTC());
        sink.start();
        browser = new Browser(sink.consolePort());
        Health health = sink.health();
        await().atMost(Duration.ofSeconds(60)).until(() -> health.ready() || !health.live());
        await().untilAsserted(() -> {
            assertThat(health.reasons()).isEmpty();
            assertThat(items("/operations/dead-letters")).hasSize(4);
            assertThat(feed().path("zone").asText()).isEqualTo("Asia/Shanghai");
        });
    }

    @AfterAll
    void stop() {
        sink.close();
        broker.close();
        database.close();
    }

    @Test
    void aReplayedLetterIsOnItsRetryTopicAndToldEverywhere() {
        assertThat(answer(200, LETTERS + "replay", "{\"ids\":[\"one\"]}").toString())
                .isEqualTo("{\"decided\":1,\"refused\":[]}");

        await().untilAsserted(() -> assertThat(records(Topic.RETRY_SPLIT))
                .singleElement()
                .satisfies(record -> {
                    assertThat(record.key()).isEqualTo(BYTES);
                    assertThat(record.value()).isEqualTo(BYTES);
                }));
        assertDecided("one", DeadLetterState.REPLAYED);
        assertThat(answer(200, LETTERS + "replay", "{\"ids\":[\"one\",\"nobody\"]}")
                        .path("refused")
                        .findValuesAsText("reason"))
                .satisfiesExactly(
                        reason -> assertThat(reason).startsWith("one was replayed already"),
                        reason -> assertThat(reason).isEqualTo("there is no dead letter nobody"));
    }

    @Test
    void aDiscardedLetterIsToldAndWrittenNowhereElse() {
        assertThat(answer(200, LETTERS + "discard", "{\"ids\":[\"two\"]}")
                        .path("decided")
                        .asInt())
                .isEqualTo(1);

        assertDecided("two", DeadLetterState.DISCARDED);
        assertThat(records(Topic.RETRY_SPLIT))
                .noneSatisfy(record -> assertThat(record.value()).isEqualTo(new byte[] {2}));
    }

    @Test
    void aDryRunTellsAndWritesNothing() {
        Map<Topic, Long> before = ends();

        assertThat(answer(200, LETTERS + "replay", "{\"ids\":[\"three\"],\"dryRun\":true}")
                        .path("decided")
                        .asInt())
                .isEqualTo(1);
        assertThat(answer(202, "/operations/reprocess", "{\"issues\":[\"A02.txt\"],\"dryRun\":true}")
                        .path("handedOn")
                        .asInt())
                .isEqualTo(1);
        assertThat(ends()).isEqualTo(before);
    }

    @Test
    void aReprocessedPageIsOnTheBackfillAsTheNextGeneration() {
        assertThat(answer(202, "/operations/reprocess", "{\"issues\":[\"A02.txt\"]}")
                        .toString())
                .isEqualTo("{\"generation\":2,\"handedOn\":1,\"refused\":[]}");

        await().untilAsserted(() -> assertThat(records(Topic.ISSUES_BACKFILL))
                .singleElement()
                .satisfies(record -> {
                    assertThat(value(Topic.ISSUES_BACKFILL, record, RawIssue.class)
                                    .getContent())
                            .isEqualTo(ByteBuffer.wrap(BYTES));
                    assertThat(BackfillHeaders.generation(record.headers())).isEqualTo(2);
                }));
    }

    @Test
    void aFeedIsPausedAndResumed() {
        assertThat(answer(200, FEED + "pause", "{\"reason\":\"double pages\"}")
                        .path("pausedBy")
                        .asText())
                .isEqualTo("console:operator");
        FeedControl control = last(Topic.FEEDS_CONTROL, "morning", FeedControl.class);
        assertThat(control.getPaused()).isTrue();
        assertThat(control.getReason()).isEqualTo("double pages");
        await().untilAsserted(
                        () -> assertThat(feed().path("paused").asBoolean()).isTrue());

        answer(200, FEED + "resume", "{}");
        assertThat(last(Topic.FEEDS_CONTROL, "morning", FeedControl.class).getPaused())
                .isFalse();
        await().untilAsserted(
                        () -> assertThat(feed().path("paused").asBoolean()).isFalse());
        answer(404, "/operations/feeds/nobodys/pause", "{}");
    }

    @Test
    void nothingIsWrittenForWhomItIsNotOrWhereAnotherPageMayHaveAsked() {
        HttpResponse<String> signedIn = browser.post("/session", "{\"token\":\"" + OPERATOR + "\"}");
        String cookie =
                signedIn.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
        Map<Topic, Long> before = ends();

        Map.of(
                        LETTERS + "replay",
                        "{\"ids\":[\"four\"]}",
                        LETTERS + "discard",
                        "{\"ids\":[\"four\"]}",
                        "/operations/reprocess",
                        "{\"issues\":[\"A02.txt\"]}",
                        FEED + "pause",
                        "{}",
                        FEED + "resume",
                        "{}")
                .forEach((path, body) -> {
                    assertThat(browser.post(path, body).statusCode()).isEqualTo(401);
                    assertThat(browser.post(path, body, "Authorization", "Bearer " + READER)
                                    .statusCode())
                            .isEqualTo(403);
                    assertThat(browser.post(path, body, "Cookie", cookie).statusCode())
                            .isEqualTo(403);
                });
        assertThat(ends()).isEqualTo(before);
    }

    /** On the topic and, a moment later, in the store. */
    private void assertDecided(String id, DeadLetterState state) {
        await().untilAsserted(() -> {
            DeadLetter letter = last(Topic.DEAD_LETTERS, id, DeadLetter.class);
            assertThat(letter.getState()).isEqualTo(state);
            assertThat(letter.getDecidedBy()).isEqualTo("console:operator");
        });
        await().untilAsserted(() -> {
            JsonNode stored = Browser.json(browser.get(LETTERS + id, BY_OPERATOR));
            assertThat(stored.path("state").asText()).isEqualTo(state.name());
            assertThat(stored.path("decidedBy").asText()).isEqualTo("console:operator");
        });
    }

    private JsonNode answer(int status, String path, String body) {
        HttpResponse<String> answer = browser.post(path, body, BY_OPERATOR);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return Browser.json(answer);
    }

    private JsonNode items(String path) {
        return Browser.json(browser.get(path, BY_OPERATOR)).path("items");
    }

    private JsonNode feed() {
        return Browser.json(browser.get("/operations/overview", BY_OPERATOR)).at("/feeds/0");
    }

    private void write() throws Exception {
        Delivery delivery =
                new Delivery("delivery", "morning", "A02.txt", 12L, Samples.RECEIVED, VERSION.receivedAt(), null);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(client(), new ByteArraySerializer(), new ByteArraySerializer())) {
            send(
                    producer,
                    Topic.ISSUES,
                    VERSION.issueId(),
                    RawIssue.newBuilder()
                            .setIssueId(VERSION.issueId())
                            .setDelivery(delivery)
                            .setContent(ByteBuffer.wrap(BYTES))
                            .build());
            send(
                    producer,
                    Topic.PAGES,
                    "page",
                    Page.newBuilder()
                            .setPageId("page")
                            .setVersion(new PageVersion(VERSION.receivedAt(), VERSION.issueId(), 1L))
                            .setDelivery(delivery)
                            .setLines(List.of())
                            .setFurniture(List.of())
                            .setArticleIds(List.of())
                            .setConfidence(1)
                            .setExtractor("splitter")
                            .build());
            send(
                    producer,
                    Topic.FEEDS,
                    "morning",
                    new FeedState("morning", null, "Asia/Shanghai", List.of(), "ingest-1", Samples.RECEIVED));
            send(producer, Topic.DEAD_LETTERS, "one", letter("one", BYTES));
            send(producer, Topic.DEAD_LETTERS, "two", letter("two", new byte[] {2}));
            send(producer, Topic.DEAD_LETTERS, "three", letter("three", new byte[] {3}));
            send(producer, Topic.DEAD_LETTERS, "four", letter("four", new byte[] {4}));
        }
    }

    private static DeadLetter letter(String id, byte[] value) {
        return DeadLetter.newBuilder()
                .setDeadLetterId(id)
                .setState(DeadLetterState.DEAD)
                .setStage("split")
                .setTopic("broadsheet.issues")
                .setPartition(0)
                .setOffset(7)
                .setKey(ByteBuffer.wrap(value))
                .setValue(ByteBuffer.wrap(value))
                .setHeaders(List.of())
                .setCauseClass("java.lang.IllegalStateException")
                .setCause("no rule")
                .setStack("stack")
                .setSoftware("0.3")
                .setInstance("split-1")
                .setAt(Samples.RECEIVED)
                .build();
    }

    private <T extends SpecificRecord> void send(
            KafkaProducer<byte[], byte[]> producer, Topic topic, String key, T value) throws Exception {
        String name = topics.name(topic);
        producer.send(new ProducerRecord<>(
                        name,
                        key.getBytes(StandardCharsets.UTF_8),
                        serdes.<T>value().serializer().serialize(name, value)))
                .get();
    }

    private <T> T last(Topic topic, String key, Class<T> type) {
        return records(topic).stream()
                .filter(record -> new String(record.key(), StandardCharsets.UTF_8).equals(key))
                .reduce((earlier, later) -> later)
                .map(record -> value(topic, record, type))
                .orElseThrow();
    }

    private <T> T value(Topic topic, ConsumerRecord<byte[], byte[]> record, Class<T> type) {
        return type.cast(serdes.<SpecificRecord>value().deserializer().deserialize(topics.name(topic), record.value()));
    }

    /** All that a topic holds without what was not committed; brokers show a transaction a moment after its end. */
    private List<ConsumerRecord<byte[], byte[]>> records(Topic topic) {
        TopicPartition partition = new TopicPartition(topics.name(topic), 0);
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = Objects.requireNonNull(
                    consumer.endOffsets(List.of(partition)).get(partition));
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        return records;
    }

    /** What nobody writes to unless an operator does. */
    private Map<Topic, Long> ends() {
        Map<Topic, Long> ends = new TreeMap<>();
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            for (Topic topic :
                    List.of(Topic.DEAD_LETTERS, Topic.RETRY_SPLIT, Topic.ISSUES_BACKFILL, Topic.FEEDS_CONTROL)) {
                consumer.endOffsets(List.of(new TopicPartition(topics.name(topic), 0)))
                        .forEach((partition, end) -> ends.put(topic, end));
            }
        }
        return ends;
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        Map<String, Object> settings = new HashMap<>(client());
        settings.put("isolation.level", "read_committed");
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private Map<String, Object> client() {
        return Map.of("bootstrap.servers", broker.address());
    }
}
