package dev.broadsheet.sink.reconcile.kafka;

import static dev.broadsheet.sink.reconcile.kafka.Records.PAGE;
import static dev.broadsheet.sink.reconcile.kafka.Records.VERSION;
import static dev.broadsheet.sink.reconcile.kafka.Records.article;
import static dev.broadsheet.sink.reconcile.kafka.Records.enriched;
import static dev.broadsheet.sink.reconcile.kafka.Records.inside;
import static dev.broadsheet.sink.reconcile.kafka.Records.issue;
import static dev.broadsheet.sink.reconcile.kafka.Records.letter;
import static dev.broadsheet.sink.reconcile.kafka.Records.page;
import static dev.broadsheet.sink.reconcile.kafka.Records.receipt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.broadsheet.contracts.AvroSerdes;
import dev.broadsheet.contracts.ReceiptState;
import dev.broadsheet.contracts.SplitResult;
import dev.broadsheet.contracts.Topic;
import dev.broadsheet.contracts.Topics;
import dev.broadsheet.sink.postgresql.Jdbc;
import dev.broadsheet.sink.postgresql.PostgresContents;
import dev.broadsheet.sink.postgresql.PostgresStore;
import dev.broadsheet.sink.reconcile.Difference;
import dev.broadsheet.sink.reconcile.Fact;
import dev.broadsheet.sink.reconcile.Kind;
import dev.broadsheet.sink.reconcile.Reconciler;
import dev.broadsheet.sink.reconcile.Report;
import dev.broadsheet.sink.reconcile.Waiting;
import dev.broadsheet.sink.reconcile.Work;
import dev.broadsheet.sink.store.Batch;
import dev.broadsheet.sink.store.OffsetMove;
import dev.broadsheet.sink.store.Outgoing;
import dev.broadsheet.sink.store.Partition;
import dev.broadsheet.sink.store.Samples;
import dev.broadsheet.sink.store.StoredArticle;
import dev.broadsheet.testsupport.EmbeddedBroker;
import dev.broadsheet.testsupport.EmbeddedDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Both readers against a real broker and a real database that hold one page, as the stages would have written it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("backend")
class KafkaTopicLogTest {
    private static final String BY_PAGE = "t.split-by-page-repartition";

    private final Topics topics = new Topics("t.", 1);
    private final AvroSerdes serdes =
            new AvroSerdes(Map.of("schema.registry.url", "mock://reconcile", "auto.register.schemas", "true"));
    private final EmbeddedDatabase database = EmbeddedDatabase.create();

    @TempDir
    static Path folder;

    @SuppressWarnings("NullAway.Init") // begun before every test
    private EmbeddedBroker broker;

    private String url = "";

    @BeforeAll
    void write() throws Exception {
        broker = new EmbeddedBroker(folder.resolve("broker"));
        database.start();
        url = database.newDatabase();
        try (Admin admin = Admin.create(client())) {
            // The records say that they are years old: the broker would clean them up half a minute after its start.
            Map<String, String> kept = Map.of("retention.ms", "-1");
            admin.createTopics(Arrays.stream(Topic.values())
                            .map(topic -> new NewTopic(topics.name(topic), 1, (short) 1).configs(kept))
                            .toList())
                    .all()
                    .get();
            topics();
            admin.alterConsumerGroupOffsets("t.split", Map.of(at(Topic.ISSUES), new OffsetAndMetadata(1)))
                    .all()
                    .get();
            admin.alterConsumerGroupOffsets("t.enrich", Map.of(at(Topic.ARTICLES), new OffsetAndMetadata(9)))
                    .all()
                    .get();
        }
        store();
    }

    @AfterAll
    void stop() {
        broker.close();
        database.close();
    }

    @Test
    void aPageThatIsWholeEverywhereShowsNoDifferenceAndALostRowIsNamed() throws Exception {
        Report whole = reconcile();
        assertThat(whole.differences()).isEmpty();
        assertThat(whole.isClean()).as(whole.equations().toString()).isTrue();
        assertThat(whole.pages()).isEqualTo(1);
        assertThat(whole.pending()).isZero();

        String article = Samples.articleId(VERSION, 0);
        sql("delete from entities where article_id = '" + article + "' and ordinal = 0");
        assertThat(reconcile().differences()).singleElement().satisfies(found -> {
            assertThat(found.kind()).isEqualTo(Kind.LOST);
            assertThat(found.place()).isEqualTo("postgresql");
            assertThat(found.articleId()).isEqualTo(article);
            assertThat(found.what()).isEqualTo("0 entities where articles.enriched has 1");
        });

        sql("delete from articles where article_id = '" + article + "'");
        sql(
                "insert into pages select 'nowhere', received_at, issue_id, generation, state, feed, file_name, delivery_id, file_size,"
                        + " modified_at, publication, issue_date, edition, page, articles, article_ids, lines, furniture, confidence,"
                        + " extractor, stored_at, complete_at from pages where page_id = '" + PAGE + "'");
        assertThat(reconcile().differences())
                .extracting(Difference::kind, Difference::about)
                .containsExactlyInAnyOrder(tuple(Kind.LOST, PAGE), tuple(Kind.ORPHAN, "nowhere"));
    }

    @Test
    void onlyCommittedRecordsAreReadAndWhatNobodyUnderstandsIsTold() {
        try (KafkaTopicLog log = log("t.")) {
            Map<Partition, Long> ends = log.ends(List.of("articles"));
            List<Fact> facts = new ArrayList<>();
            log.read(ends.keySet(), Map.of(), ends, facts::add);

            assertThat(facts).hasSize(2);
            assertThat(facts.get(0)).isInstanceOf(Fact.ArticleFact.class);
            assertThat(facts.get(1))
                    .isInstanceOfSatisfying(
                            Fact.UnreadableFact.class,
                            record -> assertThat(record)
                                    .isEqualTo(new Fact.UnreadableFact(
                                            "articles", 0, 1, record.at(), "t.articles-0-1-enrich"))
                                    .satisfies(fact -> assertThat(fact.at()).isAfter(Instant.EPOCH)));
            assertThat(log.processed())
                    .containsEntry(new Partition("issues", 0), 1L)
                    .containsEntry(new Partition("articles", 0), 9L);
            assertThat(log.keptSince("articles")).isEqualTo(Instant.EPOCH);
        }
    }

    @Test
    void whatLiesInsideAStageOrOnItsRetryTopicIsToldUntilTheStageHasComeToIt() throws Exception {
        SplitResult inside = inside();
        try (Admin admin = Admin.create(client());
                KafkaProducer<String, byte[]> producer = producer("replays")) {
            admin.createTopics(List.of(new NewTopic(BY_PAGE, 1, (short) 1)))
                    .all()
                    .get();
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(BY_PAGE, 0, "inside", internal(inside)))
                    .get();
            send(producer, Topic.PAGES_BACKFILL, inside);
            retry(producer, Topic.RETRY_SPLIT, Topic.ISSUES, issue());
            retry(producer, Topic.RETRY_ENRICH, Topic.ARTICLES, article());
            retry(producer, Topic.RETRY_SINK_POSTGRESQL, Topic.ARTICLES_ENRICHED, enriched());
            retry(producer, Topic.RETRY_SINK_POSTGRESQL, Topic.RECEIPTS, receipt(ReceiptState.SPLIT, "ingest"));
            producer.commitTransaction();

            Set<Work> page = Set.of(
                    new Work("split", Work.SPLIT_PAGES, "inside"),
                    Work.ofDelivery("split", "delivery", VERSION.issueId()));
            String article = Samples.articleId(VERSION, 0);
            // The marks of a committed transaction come a moment later, and its records with them.
            Awaitility.await()
                    .untilAsserted(() -> assertThat(waiting(Map.of()))
                            .containsExactlyInAnyOrder(
                                    new Waiting("split-by-page-repartition", page, VERSION),
                                    new Waiting("pages.backfill", page, VERSION),
                                    new Waiting(
                                            "retry.split",
                                            Set.of(Work.ofDelivery("split", "delivery", VERSION.issueId())),
                                            null),
                                    new Waiting(
                                            "retry.enrich", Set.of(new Work("enrich", "articles", article)), VERSION),
                                    new Waiting(
                                            "retry.sink.postgresql",
                                            Set.of(new Work("sink.postgresql", "articles.enriched", article)),
                                            VERSION)));

            // Behind the last record there is the mark of its transaction, which groups do not always commit.
            passed(admin, "t.split", new TopicPartition(BY_PAGE, 0), at(Topic.PAGES_BACKFILL), at(Topic.RETRY_SPLIT));
            passed(admin, "t.enrich", at(Topic.RETRY_ENRICH));
            assertThat(waiting(Map.of(new Partition("retry.sink.postgresql", 0), 2L)))
                    .isEmpty();
        }
    }

    @Test
    void aLetterIsAboutWhatItsRecordIsWhateverItsKey() throws Exception {
        byte[] receipt = value(Topic.RECEIPTS, receipt(ReceiptState.SPLIT, "ingest"));
        try (KafkaProducer<String, byte[]> producer = producer("letters")) {
            producer.initTransactions();
            producer.beginTransaction();
            send(producer, Topic.DEAD_LETTERS, letter("split", BY_PAGE, internal(inside())));
            send(producer, Topic.DEAD_LETTERS, letter("sink.postgresql", "t.receipts", receipt));
            send(producer, Topic.DEAD_LETTERS, letter("split", "t.issues", new byte[] {9}));
            producer.commitTransaction();
        }
        // The marks of a committed transaction come a moment later, and its records with them.
        Awaitility.await()
                .untilAsserted(() -> assertThat(letters())
                        .filteredOn(letter -> letter.id().startsWith("letter"))
                        .extracting(Fact.LetterFact::about, Fact.LetterFact::version, Fact.LetterFact::partlyWritten)
                        .containsExactly(
                                tuple(
                                        Set.of(
                                                new Work("split", Work.SPLIT_PAGES, "inside"),
                                                Work.ofDelivery("split", "delivery", VERSION.issueId())),
                                        VERSION,
                                        true),
                                tuple(Set.of(), null, true),
                                tuple(Set.of(new Work("split", "issues", "k")), null, true)));
    }

    @Test
    void readingSinceAMomentBeginsThere() {
        try (KafkaTopicLog log = log("t.")) {
            Partition pages = new Partition("pages", 0);
            assertThat(log.starts(List.of("pages"), Samples.RECEIVED)).containsEntry(pages, 0L);
            // The transaction's own marker is younger than its record.
            assertThat(log.starts(List.of("pages"), Samples.RECEIVED.plus(Duration.ofDays(1))))
                    .containsEntry(pages, 1L);
            assertThat(log.starts(List.of("pages"), Instant.now().plus(Duration.ofDays(1))))
                    .isEqualTo(log.ends(List.of("pages")));
        }
    }

    @Test
    void anInstallationThatIsNotThereIsNoneWithoutDifferences() {
        assertThatThrownBy(() -> log("other."))
                .isInstanceOf(UnknownTopicOrPartitionException.class)
                .hasMessageContaining("other.issues");
    }

    @Test
    void oneOfAllHoldsTheLock() {
        try (PostgresContents second = contents()) {
            try (PostgresContents first = contents()) {
                assertThat(first.lock()).isTrue();
                assertThat(second.lock()).isFalse();
                assertThat(first.lock()).isTrue();
            }
            // The server notices a closed connection a little later.
            Awaitility.await().until(second::lock);
        }
    }

    private Report reconcile() throws InterruptedException {
        try (KafkaTopicLog log = log("t.");
                PostgresContents store = contents()) {
            return new Reconciler(log, store, Clock.systemUTC(), length -> Thread.sleep(1))
                    .run(Instant.EPOCH, Duration.ofMillis(1));
        }
    }

    private KafkaTopicLog log(String prefix) {
        return new KafkaTopicLog(new Topics(prefix, 1), client(), serdes, "postgresql", Clock.systemUTC());
    }

    private PostgresContents contents() {
        return new PostgresContents(jdbc(), "t.");
    }

    private Jdbc jdbc() {
        return new Jdbc(url, Map.of("user", EmbeddedDatabase.USER, "password", EmbeddedDatabase.PASSWORD));
    }

    private Map<String, Object> client() {
        return Map.of("bootstrap.servers", broker.address());
    }

    private TopicPartition at(Topic topic) {
        return new TopicPartition(topics.name(topic), 0);
    }

    /** A page of one article with one entity; a letter of a record nobody reads; an article that was never committed. */
    private void topics() throws Exception {
        try (KafkaProducer<String, byte[]> producer = producer("stages")) {
            producer.initTransactions();
            producer.beginTransaction();
            send(producer, Topic.ISSUES, issue());
            send(producer, Topic.RECEIPTS, receipt(ReceiptState.RECEIVED, "ingest"));
            send(producer, Topic.RECEIPTS, receipt(ReceiptState.SPLIT, "ingest"));
            send(producer, Topic.RECEIPTS, receipt(ReceiptState.ENRICHED, "enrich"));
            send(producer, Topic.RECEIPTS, receipt(ReceiptState.STORED, "sink"));
            send(producer, Topic.PAGES, page());
            send(producer, Topic.ARTICLES, article());
            send(producer, Topic.ARTICLES_ENRICHED, enriched());
            send(producer, Topic.DEAD_LETTERS, letter());
            producer.send(record(Topic.ARTICLES, new byte[] {9, 9})).get();
            producer.commitTransaction();
            producer.beginTransaction();
            send(producer, Topic.ARTICLES, article());
            producer.abortTransaction();
        }
    }

    private KafkaProducer<String, byte[]> producer(String transactionalId) {
        Map<String, Object> settings = new HashMap<>(client());
        settings.put("transactional.id", transactionalId);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    private void send(KafkaProducer<String, byte[]> producer, Topic topic, SpecificRecord value) throws Exception {
        producer.send(record(topic, value(topic, value))).get();
    }

    /** With the bytes that the record has on the topic it stems from. */
    private void retry(KafkaProducer<String, byte[]> producer, Topic retry, Topic source, SpecificRecord value)
            throws Exception {
        producer.send(record(retry, value(source, value))).get();
    }

    private byte[] value(Topic topic, SpecificRecord value) {
        return serdes.<SpecificRecord>value().serializer().serialize(topics.name(topic), value);
    }

    private byte[] internal(SpecificRecord value) {
        return serdes.<SpecificRecord>internal().serializer().serialize(BY_PAGE, value);
    }

    private List<Fact.LetterFact> letters() {
        List<Fact.LetterFact> letters = new ArrayList<>();
        try (KafkaTopicLog log = log("t.")) {
            Map<Partition, Long> ends = log.ends(List.of("dead-letters"));
            log.read(ends.keySet(), Map.of(), ends, fact -> letters.add((Fact.LetterFact) fact));
        }
        return letters;
    }

    private List<Waiting> waiting(Map<Partition, Long> taken) {
        List<Waiting> waiting = new ArrayList<>();
        try (KafkaTopicLog log = log("t.")) {
            log.waiting(taken, waiting::add);
        }
        return waiting;
    }

    private static void passed(Admin admin, String group, TopicPartition... partitions) throws Exception {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        for (TopicPartition partition : partitions) {
            offsets.put(partition, new OffsetAndMetadata(1));
        }
        admin.alterConsumerGroupOffsets(group, offsets).all().get();
    }

    private ProducerRecord<String, byte[]> record(Topic topic, byte[] value) {
        return new ProducerRecord<>(topics.name(topic), 0, Samples.RECEIVED.toEpochMilli(), "key", value);
    }

    private void store() {
        StoredArticle article = Samples.article(PAGE, VERSION, 0, "总投资300亿元。", 1, 0);
        try (PostgresStore store = new PostgresStore(
                jdbc(), page -> 0, page -> new Outgoing("t.receipts", "", new byte[0]), Clock.systemUTC())) {
            store.prepare();
            Partition pages = new Partition("t.pages", 0);
            Partition articles = new Partition("t.articles.enriched", 0);
            store.offsets(List.of(pages, articles));
            store.write(new Batch(
                    List.of(Samples.page(PAGE, VERSION, 1), article),
                    List.of(new OffsetMove(articles, 0, 1), new OffsetMove(pages, 0, 1))));
        }
    }

    private void sql(String statement) throws Exception {
        try (Connection connection =
                        DriverManager.getConnection(url, EmbeddedDatabase.USER, EmbeddedDatabase.PASSWORD);
                Statement run = connection.createStatement()) {
            run.executeUpdate(statement);
        }
    }
}
