package dev.broadsheet.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.broadsheet.contracts.AvroSerdes;
import dev.broadsheet.contracts.DeadLetter;
import dev.broadsheet.contracts.Delivery;
import dev.broadsheet.contracts.Line;
import dev.broadsheet.contracts.Page;
import dev.broadsheet.contracts.PageVersion;
import dev.broadsheet.contracts.Receipt;
import dev.broadsheet.contracts.ReceiptState;
import dev.broadsheet.contracts.Topic;
import dev.broadsheet.contracts.Topics;
import dev.broadsheet.runtime.DeadLetterContext;
import dev.broadsheet.runtime.Health;
import dev.broadsheet.sink.avro.Announcements;
import dev.broadsheet.sink.avro.ChangeReader;
import dev.broadsheet.sink.postgresql.Jdbc;
import dev.broadsheet.sink.postgresql.PostgresStore;
import dev.broadsheet.testsupport.EmbeddedDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The loop and the relay against a real database and Kafka's own mock clients. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SinkLoopTest {
    private static final Instant RECEIVED = Instant.parse("2024-03-08T06:00:00Z");
    private static final String BATCHES = "broadsheet_sink_batches";

    private final EmbeddedDatabase database = EmbeddedDatabase.create();
    private final Topics topics = new Topics("test.", 1);
    private final TopicPartition pages = new TopicPartition(topics.name(Topic.PAGES), 0);
    private final AvroSerdes serdes =
            new AvroSerdes(Map.of("schema.registry.url", "mock://sink", "auto.register.schemas", "true"));
    private final Health health = new Health();
    private SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("none");
    private MockProducer<String, byte[]> producer = producer();
    private List<AutoCloseable> open = List.of();

    @BeforeEach
    void run() {
        start(database.newDatabase());
    }

    @AfterEach
    void end() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    @AfterAll
    void stop() {
        database.close();
    }

    @Test
    void aPageIsStoredAndItsReceiptLeavesOnce() {
        add(0, page("a", 1, "水库"));
        add(1, page("a", 1, "水库"));

        await().until(() -> producer.history().size() == 1 && counted(BATCHES) > 0);
        Receipt receipt = receipt(producer.history().get(0));
        assertThat(receipt.getState()).isEqualTo(ReceiptState.STORED);
        assertThat(receipt.getStore()).isEqualTo("postgresql");
        assertThat(receipt.getService()).isEqualTo("sink");
        assertThat(producer.history().get(0).key()).isEqualTo(receipt.getIssueId());
        assertThat(health.ready()).isTrue();
    }

    @Test
    void whatCannotBeReadOrStoredBecomesADeadLetterAndAReceiptAndTheRestPasses() {
        add(0, page("a", 1, "水库"));
        consumer.addRecord(record(1, issue(2), new byte[] {9, 9}));
        add(2, page("c", 3, "坏\0文"));
        add(3, page("d", 4, "公路"));

        await().until(() -> producer.history().size() == 6);
        assertThat(producer.history().stream()
                        .filter(sent -> sent.topic().equals(topics.name(Topic.DEAD_LETTERS)))
                        .map(ProducerRecord::key))
                .containsExactlyInAnyOrder("test.pages-0-1-sink.postgresql", "test.pages-0-2-sink.postgresql");
        List<Receipt> receipts = producer.history().stream()
                .filter(sent -> sent.topic().equals(topics.name(Topic.RECEIPTS)))
                .map(this::receipt)
                .toList();
        assertThat(receipts.stream()
                        .filter(receipt -> receipt.getState() == ReceiptState.FAILED)
                        .map(Receipt::getIssueId))
                .containsExactlyInAnyOrder(issue(2), issue(3));
        assertThat(receipts.stream()
                        .filter(receipt -> receipt.getState() == ReceiptState.STORED)
                        .map(Receipt::getPageId))
                .containsExactlyInAnyOrder("a", "d");
        assertThat(counted("broadsheet_sink_dead")).isEqualTo(2);
        assertThat(counted("broadsheet_sink_records")).isEqualTo(4);
    }

    @Test
    void whileTheDatabaseIsDownThePartitionsArePausedAndLaterTheWorkGoesOn() {
        add(0, page("a", 1, "水库"));
        await().until(() -> producer.history().size() == 1);

        database.stop();
        add(1, page("b", 2, "公路"));
        await().until(() -> !health.ready() && consumer.paused().size() == 1);
        assertThat(health.live()).isTrue();

        database.start();
        await().until(() -> consumer.paused().isEmpty());
        // Unlike Kafka the mock hands a record out once: what was dropped is put there again.
        add(1, page("b", 2, "公路"));
        await().until(() -> producer.history().size() == 2 && health.ready());
        assertThat(receipt(producer.history().get(1)).getPageId()).isEqualTo("b");
    }

    private void start(String url) {
        meters = new SimpleMeterRegistry();
        consumer = new MockConsumer<>("none");
        producer = producer();
        Clock clock = Clock.systemUTC();
        Announcements announcements = new Announcements(
                topics, "sink-1", "postgresql", serdes.<Receipt>value().serializer());
        PostgresStore store = new PostgresStore(
                new Jdbc(url, Map.of("user", EmbeddedDatabase.USER, "password", EmbeddedDatabase.PASSWORD)),
                pageId -> 0,
                announcements::stored,
                clock);
        SinkTelemetry telemetry = new SinkTelemetry(meters, "postgresql");
        OutboxRelay relay = new OutboxRelay(store, () -> producer, health, telemetry, clock);
        DeadLetterContext context = new DeadLetterContext(
                "sink.postgresql",
                topics,
                "sink-1",
                "test",
                null,
                clock,
                serdes.<DeadLetter>value().serializer());
        SinkLoop loop = new SinkLoop(
                () -> consumer,
                List.of(pages.topic()),
                store,
                announcements,
                new ChangeReader(topics, serdes),
                new Refusals(context, announcements),
                relay::nudge,
                health,
                telemetry,
                clock);
        open = List.of(loop, relay, store);
        loop.start();
        relay.start();
        await().until(() -> !consumer.subscription().isEmpty());
        consumer.schedulePollTask(() -> {
            consumer.updateBeginningOffsets(Map.of(pages, 0L));
            consumer.rebalance(List.of(pages));
        });
        await().until(() ->
                consumer.assignment().size() == 1 && consumer.paused().isEmpty());
    }

    private void add(long offset, Page page) {
        byte[] value = serdes.<Page>value().serializer().serialize(pages.topic(), page);
        consumer.addRecord(record(offset, page.getPageId(), value));
    }

    private ConsumerRecord<byte[], byte[]> record(long offset, String key, byte[] value) {
        return new ConsumerRecord<>(pages.topic(), 0, offset, key.getBytes(StandardCharsets.UTF_8), value);
    }

    private Receipt receipt(ProducerRecord<String, byte[]> sent) {
        return serdes.<Receipt>value().deserializer().deserialize(sent.topic(), sent.value());
    }

    private double counted(String name) {
        return meters.get(name).counter().count();
    }

    private static Page page(String pageId, int number, String text) {
        return Page.newBuilder()
                .setPageId(pageId)
                .setVersion(new PageVersion(RECEIVED, issue(number), 1L))
                .setDelivery(new Delivery("delivery" + number, "default", pageId + ".txt", 10L, RECEIVED, RECEIVED))
                .setLines(List.of(new Line(1, 0, text)))
                .setFurniture(List.of())
                .setArticleIds(List.of())
                .setConfidence(1)
                .setExtractor("splitter")
                .build();
    }

    private static String issue(int number) {
        return String.format("%064x", number);
    }

    private static MockProducer<String, byte[]> producer() {
        return new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    }
}
