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
import dev.broadsheet.contracts.Replay;
import dev.broadsheet.contracts.Topic;
import dev.broadsheet.contracts.Topics;
import dev.broadsheet.runtime.CommonSettings;
import dev.broadsheet.runtime.DeadLetterContext;
import dev.broadsheet.runtime.Health;
import dev.broadsheet.runtime.SettingsReader;
import dev.broadsheet.runtime.trace.Traces;
import dev.broadsheet.sink.avro.Announcements;
import dev.broadsheet.sink.avro.ChangeReader;
import dev.broadsheet.sink.avro.LetterReader;
import dev.broadsheet.sink.postgresql.Jdbc;
import dev.broadsheet.sink.postgresql.PostgresStore;
import dev.broadsheet.testsupport.CollectedSpans;
import dev.broadsheet.testsupport.EmbeddedDatabase;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The loop and the relay against a real database and Kafka's own mock clients. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("backend")
class SinkLoopTest {
    private static final Instant RECEIVED = Instant.parse("2024-03-08T06:00:00Z");
    private static final String BATCHES = "broadsheet_sink_batches";

    private final EmbeddedDatabase database = EmbeddedDatabase.create();
    private final Topics topics = new Topics("test.", 1);
    private final TopicPartition pages = new TopicPartition(topics.name(Topic.PAGES), 0);
    private final TopicPartition figures = new TopicPartition(topics.name(Topic.METRICS_LATEST), 0);
    private final TopicPartition deadLetters = new TopicPartition(topics.name(Topic.DEAD_LETTERS), 0);
    private final TopicPartition retry = new TopicPartition(topics.name(Topic.RETRY_SINK_POSTGRESQL), 0);
    private final AvroSerdes serdes =
            new AvroSerdes(Map.of("schema.registry.url", "mock://sink", "auto.register.schemas", "true"));
    private final Health health = new Health();
    private final CollectedSpans spans = new CollectedSpans();
    private final Traces traces = Traces.to(
            spans,
            "test",
            CommonSettings.read("sink", new SettingsReader(Map.of("BROADSHEET_TRACES", "http://127.0.0.1:1"))),
            new SimpleMeterRegistry());
    private SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("none");
    private MockProducer<String, byte[]> producer = producer();
    private List<AutoCloseable> open = List.of();
    private String url = "";

    @BeforeEach
    void run() {
        url = database.newDatabase();
        start(url);
    }

    @AfterEach
    void end() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    @AfterAll
    void stop() {
        traces.close();
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
    void aTracedPageHasASpanInItsTraceWhenItStandsAndOneWhenItIsWholeAndARefusedOneSaysSo() {
        String trace = "00-" + "a".repeat(32) + "-" + "b".repeat(16) + "-01";
        for (ConsumerRecord<byte[], byte[]> record :
                List.of(record(0, "a", bytes(page("a", 1, "水库"))), record(1, "b", bytes(page("b", 2, "坏\0文"))))) {
            record.headers().add("traceparent", trace.getBytes(StandardCharsets.UTF_8));
            consumer.addRecord(record);
        }

        await().until(() ->
                spans.named("store").size() == 2 && !spans.named("page whole").isEmpty());
        assertThat(spans.named("store")).allSatisfy(span -> {
            assertThat(span.getTraceId()).isEqualTo("a".repeat(32));
            assertThat(span.getParentSpanId()).isEqualTo("b".repeat(16));
        });
        assertThat(spans.named("refuse"))
                .singleElement()
                .satisfies(refused ->
                        assertThat(refused.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR));
        assertThat(spans.named("store batch").stream()
                        .flatMap(batch -> batch.getLinks().stream())
                        .map(link -> link.getSpanContext().getSpanId()))
                .containsExactlyInAnyOrderElementsOf(
                        spans.named("store").stream().map(SpanData::getSpanId).toList());
    }

    @Test
    void aPagesWayFromTheDropIsMeasuredByTheTimesThatWereWrittenDown() {
        Instant now = Instant.now();
        add(0, page("a", 1, "水库", now.minusSeconds(20), now.minusSeconds(8), 1));
        add(1, page("b", 2, "公路", null, now.minusSeconds(8), 1));
        add(2, page("c", 3, "再来", now.minusSeconds(90_000), now.minusSeconds(80_000), 2));
        await().until(() -> producer.history().size() == 3);

        await().until(() -> timer("broadsheet_sink_freshness").count() == 2);
        assertThat(timer("broadsheet_sink_freshness").totalTime(TimeUnit.SECONDS))
                .isBetween(28.0, 48.0);
        assertThat(timer("broadsheet_sink_lag").count()).isEqualTo(2);
        assertThat(timer("broadsheet_sink_lag").totalTime(TimeUnit.SECONDS)).isBetween(16.0, 36.0);
        await().until(() -> meters.get("broadsheet.stage.lag.seconds").gauge().value() == 0);
        assertThat(meters.get("broadsheet.stage.records")
                        .tag("stage", "sink.postgresql")
                        .functionCounter()
                        .count())
                .isEqualTo(3);
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
        assertThat(meters.get("broadsheet.dead.letters").counters().stream()
                        .mapToDouble(Counter::count)
                        .sum())
                .isEqualTo(2);
        assertThat(counted("broadsheet.stage.records")).as("failed").isEqualTo(2);
    }

    @Test
    void whileTheDatabaseIsDownThePartitionsArePausedAndLaterTheWorkGoesOn() {
        add(0, page("a", 1, "水库"));
        await().until(() -> producer.history().size() == 1);

        database.stop();
        add(1, page("b", 2, "公路"));
        await().until(() -> !health.ready() && consumer.paused().size() == 4);
        assertThat(health.live()).isTrue();

        database.start();
        await().until(() -> consumer.paused().isEmpty());
        // Unlike Kafka the mock hands a record out once: what was dropped is put there again.
        add(1, page("b", 2, "公路"));
        await().until(() -> producer.history().size() == 2 && health.ready());
        assertThat(receipt(producer.history().get(1)).getPageId()).isEqualTo("b");
    }

    @Test
    void aSinkThatGetsNoPartitionsIsReadyOnceItsStoreAnswersAndTakesOverLater() throws Exception {
        end();
        health.down("database", "not asked yet");
        database.stop();
        start(url, List.of());
        await().until(() -> !String.valueOf(health.reasons().get("database")).equals("not asked yet"));
        assertThat(health.ready()).isFalse();

        database.start();
        await().until(health::ready);

        assign(List.of(pages, figures, deadLetters, retry));
        await().until(() ->
                consumer.assignment().size() == 4 && consumer.paused().isEmpty());
        add(0, page("a", 1, "水库"));
        await().until(() -> stored().size() == 1);
        assertThat(health.ready()).isTrue();
    }

    @Test
    void aStopEndsInTimeThoughDatabaseAndBrokerHang() throws Exception {
        end();
        URI url = URI.create(database.newDatabase().substring("jdbc:".length()));
        try (HangingProxy proxy = new HangingProxy(url.getPort())) {
            start("jdbc:postgresql://127.0.0.1:" + proxy.port() + url.getPath());
            producer = new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());
            add(0, page("a", 1, "水库"));
            await().until(() -> producer.history().size() == 1);
            proxy.hang();
            add(1, page("b", 2, "公路"));
            await().until(() -> proxy.held() > 0);

            long from = System.nanoTime();
            end();

            assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(22));
            await().until(() -> Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(thread -> thread.getName().equals("sink-loop")
                            || thread.getName().equals("sink-outbox")));
            assertThat(health.live()).isTrue();
        }
    }

    @Test
    void aPageThatIsReplayedIsStoredUnlessANewerOneStands() {
        add(0, page("a", 1, "坏\0文"));
        add(1, page("b", 2, "坏\0文"));
        await().until(() -> letters().size() == 2);
        add(2, page("b", 3, "新"));
        await().until(() -> counted("broadsheet_sink_records") == 3);

        replay(0, letters().get(0), bytes(page("a", 1, "水库")));
        replay(1, letters().get(1), bytes(page("b", 2, "旧")));

        await().until(() -> counted("broadsheet_sink_records") == 5);
        assertThat(counted("broadsheet_sink_unchanged"))
                .as("the older one of b")
                .isEqualTo(1);
        await().until(() -> stored().size() == 2);
        assertThat(stored()).containsExactlyInAnyOrder("a " + issue(1), "b " + issue(3));
        assertThat(letters()).hasSize(2);
    }

    @Test
    void aRecordThatIsOnlyATextBecomesADeadLetterAndItsNeighbourIsStored() {
        KafkaAvroSerializer texts = new KafkaAvroSerializer();
        texts.configure(Map.of("schema.registry.url", "mock://sink"), false);
        consumer.addRecord(record(0, issue(2), texts.serialize(pages.topic() + "-texts", "only a text")));
        add(1, page("a", 1, "水库"));

        await().until(() -> letters().size() == 1 && stored().size() == 1);
        assertThat(health.live()).isTrue();
    }

    @Test
    void aReplayThatFailsAgainIsTheSameLetterWithOneAttemptMore() {
        consumer.addRecord(record(0, issue(2), new byte[] {9, 9}));
        await().until(() -> letters().size() == 1);
        DeadLetter letter = letters().get(0);

        replay(0, letter, new byte[] {9, 9});

        await().until(() -> letters().size() == 2);
        assertThat(letters().get(1))
                .returns(letter.getDeadLetterId(), DeadLetter::getDeadLetterId)
                .returns(pages.topic(), DeadLetter::getTopic)
                .returns(2, DeadLetter::getAttempts)
                .returns(letter.getValue(), DeadLetter::getValue)
                .returns(List.of(), DeadLetter::getHeaders);
    }

    @Test
    void aReplayOfARecordWithoutAVersionOverridesNothingThatCameLater() {
        consumer.addRecord(record(figures, 0, "s1", new byte[] {9, 9}));
        consumer.addRecord(record(figures, 1, "s2", new byte[] {9, 9}));
        consumer.addRecord(new ConsumerRecord<>(figures.topic(), 0, 2, "s2".getBytes(StandardCharsets.UTF_8), null));
        await().until(() -> letters().size() == 2);

        // Mended: a series that is gone, which is readable.
        replay(0, letters().get(0), null);
        replay(1, letters().get(1), null);
        replay(2, letters().get(0), new byte[] {9, 9});

        await().until(() -> letters().size() == 3);
        assertThat(counted("broadsheet_sink_dead")).isEqualTo(3);
        assertThat(counted("broadsheet_sink_records")).isEqualTo(6);
    }

    @Test
    void aRecordOfTheRetryTopicThatNamesNoLetterIsADeadLetterItself() {
        consumer.addRecord(record(retry, 0, "a", bytes(page("a", 1, "水库"))));

        await().until(() -> letters().size() == 1);
        assertThat(letters().get(0))
                .returns(retry.topic(), DeadLetter::getTopic)
                .satisfies(letter -> assertThat(letter.getCause()).contains("dead-letters replay"));
    }

    @Test
    void tryingAgainIsCountedByComponentAndCause() {
        database.stop();
        add(0, page("a", 1, "水库"));

        await().until(() ->
                meters.find("broadsheet.retries").tag("component", "database").counter() != null);
        database.start();
        await().until(() -> consumer.paused().isEmpty());
        assertThat(letters()).isEmpty();
    }

    @Test
    void whileWritesFailTheSinkIsNotReadyThoughItsOffsetsCanBeReadAndItTriesMoreAndMoreRarely() throws Exception {
        execute("create function full() returns trigger language plpgsql as"
                + " $$ begin raise exception 'no space left' using errcode = '53100'; end $$");
        execute("create trigger full_disk before insert on pages for each row execute function full()");
        consumer.updateEndOffsets(Map.of(pages, 1L));
        add(0, page("a", 1, "水库"));
        await().until(() -> !health.ready());

        Instant end = Instant.now().plusSeconds(3);
        while (Instant.now().isBefore(end)) {
            // Unlike Kafka the mock hands a record out once.
            if (consumer.paused().isEmpty()) {
                add(0, page("a", 1, "水库"));
            }
            assertThat(health.reasons())
                    .hasEntrySatisfying("database", why -> assertThat(why).contains("no space left"));
            Thread.sleep(20);
        }
        assertThat(retries()).as("after 0.2, 0.4, 0.8 and 1.6 s").isBetween(2.0, 5.0);

        execute("drop trigger full_disk on pages");
        await().until(() -> consumer.paused().isEmpty());
        add(0, page("a", 1, "水库"));
        await().until(() -> health.ready() && stored().size() == 1);
    }

    @Test
    void aRefusalWhoseIssueTheStoreCannotHoldIsToldAllTheSame() {
        add(
                0,
                Page.newBuilder(page("a", 1, "水库"))
                        .setVersion(new PageVersion(RECEIVED, "bad\0issue", 1L))
                        .build());
        add(1, page("b", 2, "公路"));

        await().until(() -> stored().size() == 1 && letters().size() == 1);
        assertThat(letters().get(0).getIssueId()).isEqualTo("bad\0issue");
        assertThat(producer.history()).extracting(ProducerRecord::key).contains("bad\\0issue");
        assertThat(health.ready()).isTrue();
    }

    @Test
    void aLetterIsKeptAndOneThatCannotBeReadOrStoredIsARowAndNothingElse() throws Exception {
        consumer.addRecord(record(0, issue(2), new byte[] {9, 9}));
        await().until(() -> letters().size() == 1);
        DeadLetter letter = letters().get(0);
        DeadLetter tooLate = DeadLetter.newBuilder(letter)
                .setDeadLetterId("late")
                .setAt(Instant.ofEpochMilli(Long.MAX_VALUE))
                .build();

        consumer.addRecord(letterRecord(0, bytes(letter)));
        consumer.addRecord(letterRecord(1, new byte[] {9, 9}));
        consumer.addRecord(letterRecord(2, bytes(tooLate)));
        consumer.addRecord(letterRecord(3, null));
        replay(0, DeadLetter.newBuilder(letter).setTopic(deadLetters.topic()).build(), bytes(letter));

        await().until(() -> counted("broadsheet_sink_records") == 6);
        assertThat(rows("select dead_letter_id || ' ' || state from dead_letters"))
                .containsExactlyInAnyOrder(
                        letter.getDeadLetterId() + " DEAD",
                        "test.dead-letters-0-1-sink.postgresql UNREADABLE",
                        "test.dead-letters-0-2-sink.postgresql UNREADABLE",
                        "test.dead-letters-0-3-sink.postgresql UNREADABLE");
        await().untilAsserted(() -> assertThat(letters())
                .extracting(DeadLetter::getTopic)
                .as("of the page, and of what somebody put on the retry topic")
                .containsExactly(pages.topic(), retry.topic()));
        assertThat(health.live()).isTrue();
    }

    private byte[] bytes(DeadLetter letter) {
        return serdes.<DeadLetter>value().serializer().serialize(deadLetters.topic(), letter);
    }

    @SuppressWarnings("NullAway") // a record without a value is tested too
    private ConsumerRecord<byte[], byte[]> letterRecord(long offset, byte @Nullable [] value) {
        return new ConsumerRecord<>(deadLetters.topic(), 0, offset, new byte[] {'k'}, value);
    }

    private double retries() {
        return meters.get("broadsheet.retries").tag("component", "database").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(url, EmbeddedDatabase.USER, EmbeddedDatabase.PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> rows(String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(url, EmbeddedDatabase.USER, EmbeddedDatabase.PASSWORD);
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (found.next()) {
                rows.add(found.getString(1));
            }
            return rows;
        }
    }

    private void replay(long offset, DeadLetter letter, byte @Nullable [] value) {
        RecordHeaders headers = new RecordHeaders();
        Replay.of(letter).addTo(headers);
        byte[] key = Objects.requireNonNull(letter.getKey()).array();
        consumer.addRecord(new ConsumerRecord<>(
                retry.topic(),
                0,
                offset,
                RECEIVED.toEpochMilli(),
                TimestampType.CREATE_TIME,
                key.length,
                value == null ? -1 : value.length,
                key,
                value,
                headers,
                Optional.empty()));
    }

    private List<DeadLetter> letters() {
        return producer.history().stream()
                .filter(sent -> sent.topic().equals(topics.name(Topic.DEAD_LETTERS)))
                .map(sent -> serdes.<DeadLetter>value().deserializer().deserialize(sent.topic(), sent.value()))
                .toList();
    }

    /** What STORED receipts say: page and issue. */
    private List<String> stored() {
        return producer.history().stream()
                .filter(sent -> sent.topic().equals(topics.name(Topic.RECEIPTS)))
                .map(this::receipt)
                .filter(receipt -> receipt.getState() == ReceiptState.STORED)
                .map(receipt -> receipt.getPageId() + " " + receipt.getIssueId())
                .toList();
    }

    private void start(String url) {
        start(url, List.of(pages, figures, deadLetters, retry));
    }

    private void start(String url, List<TopicPartition> assigned) {
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
                List.of(pages.topic(), figures.topic(), deadLetters.topic(), retry.topic()),
                store,
                announcements,
                new RecordReader(new ChangeReader(topics, serdes), new LetterReader(serdes), topics),
                new Refusals(context, announcements),
                relay::nudge,
                health,
                telemetry,
                new StoreTraces(traces, "postgresql", topics),
                clock);
        open = List.of(loop, relay, store);
        loop.start();
        relay.start();
        await().until(() -> !consumer.subscription().isEmpty());
        assign(assigned);
        await().until(() -> consumer.assignment().size() == assigned.size()
                && consumer.paused().isEmpty());
    }

    private void assign(List<TopicPartition> assigned) {
        consumer.schedulePollTask(() -> {
            consumer.updateBeginningOffsets(Map.of(pages, 0L, figures, 0L, deadLetters, 0L, retry, 0L));
            consumer.rebalance(assigned);
        });
    }

    private void add(long offset, Page page) {
        consumer.addRecord(record(offset, page.getPageId(), bytes(page)));
    }

    private byte[] bytes(Page page) {
        return serdes.<Page>value().serializer().serialize(pages.topic(), page);
    }

    private ConsumerRecord<byte[], byte[]> record(long offset, String key, byte[] value) {
        return record(pages, offset, key, value);
    }

    private static ConsumerRecord<byte[], byte[]> record(TopicPartition from, long offset, String key, byte[] value) {
        return new ConsumerRecord<>(from.topic(), 0, offset, key.getBytes(StandardCharsets.UTF_8), value);
    }

    private Receipt receipt(ProducerRecord<String, byte[]> sent) {
        return serdes.<Receipt>value().deserializer().deserialize(sent.topic(), sent.value());
    }

    private double counted(String name) {
        return meters.get(name).counter().count();
    }

    private Timer timer(String name) {
        return meters.get(name).timer();
    }

    private static Page page(String pageId, int number, String text) {
        return page(pageId, number, text, null, RECEIVED, 1);
    }

    private static Page page(
            String pageId, int number, String text, @Nullable Instant arrived, Instant received, long generation) {
        return Page.newBuilder()
                .setPageId(pageId)
                .setVersion(new PageVersion(received, issue(number), generation))
                .setDelivery(
                        new Delivery("delivery" + number, "default", pageId + ".txt", 10L, received, received, arrived))
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
        return new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer()) {
            // After trouble the relay takes a new producer; here it is given the same one again.
            @Override
            public void close(Duration timeout) {}
        };
    }
}
