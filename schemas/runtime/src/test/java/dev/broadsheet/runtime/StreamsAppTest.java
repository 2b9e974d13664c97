package dev.broadsheet.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.broadsheet.contracts.AvroSerdes;
import dev.broadsheet.contracts.DeadLetter;
import dev.broadsheet.contracts.Replay;
import dev.broadsheet.contracts.Topic;
import dev.broadsheet.contracts.Topics;
import dev.broadsheet.testsupport.EmbeddedBroker;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Against a real broker; every test has topics of its own. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("backend")
class StreamsAppTest {
    private final AvroSerdes serdes =
            new AvroSerdes(Map.of("schema.registry.url", "mock://app", "auto.register.schemas", true));

    @SuppressWarnings("NullAway.Init") // before all tests
    private EmbeddedBroker broker;

    @SuppressWarnings("NullAway.Init") // before all tests
    private Path folder;

    @BeforeAll
    void startBroker(@TempDir Path folder) throws Exception {
        this.folder = folder;
        broker = new EmbeddedBroker(folder.resolve("broker"));
    }

    @AfterAll
    void stopBroker() {
        broker.close();
    }

    @Test
    void poisonAtTheVeryBeginningIsACommittedDeadLetterAndTheNextPasses(TestInfo test) throws Exception {
        try (Run run = new Run(test, StreamsAppTest::echo)) {
            run.send("read:poison", "good");

            assertThat(run.out(1)).containsExactly("good");
            assertThat(run.letters(1))
                    .singleElement()
                    .satisfies(letter -> assertThat(letter.getOffset()).isZero());
        }
    }

    @Test
    void poisonAloneIsACommittedDeadLetter(TestInfo test) throws Exception {
        try (Run run = new Run(test, StreamsAppTest::echo)) {
            run.send("read:poison");

            assertThat(run.letters(1)).hasSize(1);
        }
        try (Run again = new Run(test, StreamsAppTest::echo)) {
            again.send("good");

            assertThat(again.out(1)).containsExactly("good");
            assertThat(again.letters(1))
                    .as("the offset was committed with the letter")
                    .hasSize(1);
        }
    }

    @Test
    void aRecordThatTakesLongShowsItsAgeUntilItIsCommitted(TestInfo test) throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        try (Run run = new Run(test, text -> {
            try {
                go.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return text;
        })) {
            run.send("slow");

            await().atMost(Duration.ofSeconds(30)).until(() -> run.lagSeconds() > 1);
            assertThat(run.processed()).isZero();
            go.countDown();
            await().atMost(Duration.ofSeconds(30)).until(() -> run.lagSeconds() == 0 && run.processed() == 1);
        }
    }

    @Test
    void troubleThatPassesShowsInReadinessAndLosesNothing(TestInfo test) throws Exception {
        AtomicInteger tries = new AtomicInteger();
        try (Run run = new Run(test, text -> {
            if (tries.incrementAndGet() < 3) {
                throw new TimeoutException("the registry is away");
            }
            return text;
        })) {
            run.send("good");

            await().dontCatchUncaughtExceptions()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> run.health.reasons().toString().contains("the registry is away"));
            assertThat(run.out(1)).containsExactly("good");
            await().dontCatchUncaughtExceptions().atMost(Duration.ofSeconds(30)).until(run.health::ready);
            assertThat(run.letters(0)).isEmpty();
            assertThat(run.health.live()).isTrue();
            assertThat(run.meters
                            .get("broadsheet.retries")
                            .tags("component", "streams.split", "cause", TimeoutException.class.getName())
                            .counter()
                            .count())
                    .isEqualTo(2);
        }
    }

    @Test
    void aBugEndsLivenessAndNamesItsPlace(TestInfo test) throws Exception {
        try (Run run = new Run(test, text -> {
            throw new IllegalStateException("a bug");
        })) {
            run.send("good");

            await().dontCatchUncaughtExceptions().atMost(Duration.ofSeconds(30)).until(() -> !run.health.live());
            assertThat(run.health.fault().join().component())
                    .isEqualTo("streams.split (step at " + run.prefix + "in-0 offset 0)");
            assertThat(run.letters(0)).isEmpty();
        }
    }

    @Test
    void aResultTooLargeForItsTopicIsADeadLetterAndTheNextPasses(TestInfo test) throws Exception {
        try (Run run =
                new Run(test, text -> text.equals("large") ? "x".repeat(Topic.ISSUES.maxMessageBytes()) : text)) {
            run.send("large", "good");

            assertThat(run.out(1)).containsExactly("good");
            assertThat(run.letters(1)).hasSize(1);
        }
    }

    @Test
    void aReplayKeepsItsLetterEvenWhereWritingFailsAndItsHeadersReachNoTopic(TestInfo test) throws Exception {
        try (Run run =
                new Run(test, text -> text.equals("large") ? "x".repeat(Topic.ISSUES.maxMessageBytes()) : text)) {
            run.replay("large");
            run.replay("good");

            assertThat(run.out(1)).containsExactly("good");
            assertThat(run.outHeaders()).isEmpty();
            assertThat(run.letters(1))
                    .singleElement()
                    .returns(run.prefix + "in-0-99-split", DeadLetter::getDeadLetterId)
                    .returns(2, DeadLetter::getAttempts)
                    .returns(true, DeadLetter::getPartlyWritten);
        }
    }

    @Test
    void isNotReadyBeforeItRunsThoughTheBrokersAnswerAndStartingIsNoTrouble(TestInfo test) {
        Health health = new Health();
        ListAppender<ILoggingEvent> logged = new ListAppender<>();
        logged.list = new CopyOnWriteArrayList<>();
        logged.start();
        Logger log = (Logger) LoggerFactory.getLogger(Health.class);
        log.addAppender(logged);
        CommonSettings common = common(prefix(test), 1);
        Topology topology = new Topology()
                .addSource(
                        "in",
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer(),
                        prefix(test) + Topic.ISSUES.suffix());
        try (StreamsApp app = app(common, 1, List.of(), topology, health, new SimpleMeterRegistry())) {
            TopicAdmin.prepare(common, List.of(Topic.ISSUES), health);

            assertThat(health.reasons()).containsExactly(Map.entry("streams.split", "is starting"));
            app.start();
            await().dontCatchUncaughtExceptions().atMost(Duration.ofSeconds(30)).until(health::ready);
            // an app of the test before may still be saying that it stops
            assertThat(logged.list)
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .contains("streams.split is up")
                    .noneMatch(message -> message.contains("rebalancing"));
        } finally {
            log.detachAppender(logged);
        }
    }

    /**
     * Offsets that may yet be committed stop whoever takes the partition over, for as long as a transaction may last: a minute. One of the two threads gets no
     * task, so that Streams does not end what was left open under its name.
     */
    @Test
    @Timeout(50)
    void whatAKilledInstanceLeftOpenIsEndedBeforeTheNextOneReads(TestInfo test) throws Exception {
        try (Run first = new Run(test, StreamsAppTest::echo)) {
            first.send("first");
            assertThat(first.out(1)).containsExactly("first");
        }
        String prefix = prefix(test);
        String group = common(prefix, 1).applicationId("split");
        List<KafkaProducer<String, String>> killed = new ArrayList<>();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.address()))) {
            String one =
                    transactions(admin, group, new ListTransactionsOptions()).get(0);
            assertThat(one).as("that of the first thread").endsWith("-1");
            killed.add(leaveOpen(prefix, one));
            killed.add(leaveOpen(prefix, one.substring(0, one.length() - 1) + "2"));
            try (Run second = new Run(test, StreamsAppTest::echo, 2)) {
                second.send("second");

                assertThat(second.out(2)).containsExactly("first", "second");
                ListTransactionsOptions open =
                        new ListTransactionsOptions().filterStates(Set.of(TransactionState.ONGOING));
                await().dontCatchUncaughtExceptions()
                        .atMost(Duration.ofSeconds(10))
                        .until(() -> transactions(admin, group, open).isEmpty());
                await().dontCatchUncaughtExceptions()
                        .atMost(Duration.ofSeconds(10))
                        .until(second.health::ready); // what has no task stands by
            }
        } finally {
            killed.forEach(producer -> producer.close(Duration.ZERO));
        }
    }

    private static List<String> transactions(Admin admin, String group, ListTransactionsOptions which)
            throws Exception {
        return admin.listTransactions(which).all().get().stream()
                .map(TransactionListing::transactionalId)
                .filter(id -> id.startsWith(group))
                .toList();
    }

    /** A transaction with offsets, under an id under which the application writes. */
    private KafkaProducer<String, String> leaveOpen(String prefix, String id) throws Exception {
        String group = common(prefix, 1).applicationId("split");
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.address()))) {
            await().dontCatchUncaughtExceptions()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> admin.describeConsumerGroups(List.of(group)).all().get().values().stream()
                            .allMatch(described -> described.members().isEmpty()));
            KafkaProducer<String, String> producer = new KafkaProducer<>(
                    Map.of(
                            "bootstrap.servers",
                            broker.address(),
                            "transactional.id",
                            id,
                            "transaction.timeout.ms",
                            60_000),
                    new StringSerializer(),
                    new StringSerializer());
            producer.initTransactions();
            producer.beginTransaction();
            producer.sendOffsetsToTransaction(
                    Map.of(new TopicPartition(prefix + "in", 0), new OffsetAndMetadata(1)), memberOfNone(group));
            return producer;
        }
    }

    private ConsumerGroupMetadata memberOfNone(String group) {
        Map<String, Object> config = Map.of("bootstrap.servers", broker.address(), "group.id", group);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            return consumer.groupMetadata();
        }
    }

    private static FixedKeyProcessor<String, String, String> passOn() {
        return new ContextualFixedKeyProcessor<>() {
            @Override
            public void process(FixedKeyRecord<String, String> record) {
                context().forward(record);
            }
        };
    }

    private static String echo(String text) {
        return text;
    }

    private static String prefix(TestInfo test) {
        return test.getTestMethod().orElseThrow().getName() + ".";
    }

    private CommonSettings common(String prefix, int partitions) {
        return new CommonSettings(
                "ingest",
                "ingest-1",
                Map.of("bootstrap.servers", broker.address()),
                Map.of(),
                new Topics(prefix, partitions),
                true,
                (short) 1,
                HttpSettings.local(0),
                LogFormat.TEXT,
                TraceSettings.OFF);
    }

    private StreamsApp app(
            CommonSettings common,
            int threads,
            List<Topic> topics,
            Topology topology,
            Health health,
            SimpleMeterRegistry meters) {
        DeadLetterContext context = new DeadLetterContext(
                "split",
                common.topics(),
                common.instance(),
                "1",
                null,
                Clock.systemUTC(),
                serdes.<DeadLetter>value().serializer());
        return new StreamsApp(
                common,
                common.applicationId("split"),
                folder.resolve("state"),
                threads,
                topics,
                topology,
                health,
                meters,
                context);
    }

    /** One application from start to close. */
    private final class Run implements AutoCloseable {
        private final Health health = new Health();
        private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
        private final String prefix;
        private final StreamsApp app;

        private Run(TestInfo test, UnaryOperator<String> step) throws Exception {
            this(test, step, 1);
        }

        private Run(TestInfo test, UnaryOperator<String> step, int threads) throws Exception {
            this.prefix = prefix(test);
            CommonSettings common = common(prefix, 1);
            createTopics();
            this.app = app(common, threads, List.of(Topic.DEAD_LETTERS), topology(step), health, meters);
            app.start();
        }

        private double processed() {
            return meters.get("broadsheet.stage.records")
                    .tag("outcome", "processed")
                    .functionCounter()
                    .count();
        }

        private double lagSeconds() {
            return meters.get("broadsheet.stage.lag.seconds").gauge().value();
        }

        private void createTopics() throws Exception {
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.address()))) {
                if (admin.listTopics().names().get().contains(prefix + "in")) {
                    return;
                }
                NewTopic out = new NewTopic(prefix + "issues", Optional.of(1), Optional.empty());
                admin.createTopics(List.of(
                                new NewTopic(prefix + "in", Optional.of(1), Optional.empty()),
                                out.configs(Topic.ISSUES.config())))
                        .all()
                        .get();
            }
        }

        private Topology topology(UnaryOperator<String> step) {
            Deserializer<String> reader = (topic, data) -> {
                String text = new String(data, StandardCharsets.UTF_8);
                if (text.equals("read:poison")) {
                    throw new SerializationException("not a text");
                }
                return text;
            };
            StreamsBuilder builder = new StreamsBuilder();
            // As our stages have: only an application with state on disk writes under the same transactional ids again.
            builder.addStateStore(Stores.keyValueStoreBuilder(
                    Stores.persistentKeyValueStore("kept"), Serdes.String(), Serdes.String()));
            builder.stream(
                            prefix + "in",
                            Consumed.with(Serdes.String(), Serdes.serdeFrom(new StringSerializer(), reader))
                                    .withName("in"))
                    .mapValues(step::apply, Named.as("step"))
                    .processValues(StreamsAppTest::passOn, Named.as("kept"), "kept")
                    .to(
                            prefix + "issues",
                            Produced.with(Serdes.String(), Serdes.String()).withName("out"));
            return builder.build();
        }

        private void replay(String text) throws Exception {
            ProducerRecord<String, String> record = new ProducerRecord<>(prefix + "in", "key", text);
            new Replay(prefix + "in-0-99-split", prefix + "in", 0, 99, null, 1, false).addTo(record.headers());
            try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                    Map.of("bootstrap.servers", broker.address()), new StringSerializer(), new StringSerializer())) {
                producer.send(record).get();
            }
        }

        private List<Header> outHeaders() {
            Map<String, Object> config =
                    Map.of("bootstrap.servers", broker.address(), "isolation.level", "read_committed");
            try (KafkaConsumer<byte[], byte[]> consumer =
                    new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
                TopicPartition partition = new TopicPartition(prefix + "issues", 0);
                consumer.assign(List.of(partition));
                consumer.seekToBeginning(List.of(partition));
                List<Header> headers = new ArrayList<>();
                consumer.poll(Duration.ofSeconds(5))
                        .forEach(record -> record.headers().forEach(headers::add));
                return headers;
            }
        }

        /** One after the other: the topic is new, and of several requests on their way its leader may take the second only. */
        private void send(String... texts) throws Exception {
            try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                    Map.of("bootstrap.servers", broker.address()), new StringSerializer(), new StringSerializer())) {
                for (String text : texts) {
                    producer.send(new ProducerRecord<>(prefix + "in", "key", text))
                            .get();
                }
            }
        }

        private List<String> out(int expected) {
            return read(prefix + "issues", new StringDeserializer(), expected);
        }

        private List<DeadLetter> letters(int expected) {
            return read(prefix + "dead-letters", serdes.<DeadLetter>value().deserializer(), expected);
        }

        /** What is committed once as many records are there as expected, and a moment more for those that are not. */
        private <V> List<V> read(String topic, Deserializer<V> values, int expected) {
            List<V> read = new ArrayList<>();
            Map<String, Object> config =
                    Map.of("bootstrap.servers", broker.address(), "isolation.level", "read_committed");
            try (KafkaConsumer<byte[], V> consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), values)) {
                TopicPartition partition = new TopicPartition(topic, 0);
                consumer.assign(List.of(partition));
                consumer.seekToBeginning(List.of(partition));
                await().dontCatchUncaughtExceptions()
                        .atMost(Duration.ofSeconds(40))
                        .until(() -> {
                            consumer.poll(Duration.ofMillis(200)).forEach(record -> read.add(record.value()));
                            return read.size() >= expected;
                        });
                consumer.poll(Duration.ofMillis(500)).forEach(record -> read.add(record.value()));
            }
            return read;
        }

        @Override
        public void close() {
            app.close();
        }
    }
}
