package dev.broadsheet.sink.reconcile.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.broadsheet.contracts.Article;
import dev.broadsheet.contracts.ArticleKind;
import dev.broadsheet.contracts.AvroSerdes;
import dev.broadsheet.contracts.DeadLetter;
import dev.broadsheet.contracts.DeadLetterState;
import dev.broadsheet.contracts.Delivery;
import dev.broadsheet.contracts.EnrichedArticle;
import dev.broadsheet.contracts.Entity;
import dev.broadsheet.contracts.EntityType;
import dev.broadsheet.contracts.Page;
import dev.broadsheet.contracts.PageVersion;
import dev.broadsheet.contracts.RawIssue;
import dev.broadsheet.contracts.Receipt;
import dev.broadsheet.contracts.ReceiptState;
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
import dev.broadsheet.sink.store.Batch;
import dev.broadsheet.sink.store.OffsetMove;
import dev.broadsheet.sink.store.Outgoing;
import dev.broadsheet.sink.store.Partition;
import dev.broadsheet.sink.store.Samples;
import dev.broadsheet.sink.store.StoredArticle;
import dev.broadsheet.sink.store.Version;
import dev.broadsheet.testsupport.EmbeddedBroker;
import dev.broadsheet.testsupport.EmbeddedDatabase;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Both readers against a real broker and a real database that hold one page, as the stages would have written it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KafkaTopicLogTest {
    private static final Version VERSION = Samples.version(1);
    private static final String PAGE = "page";

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
            admin.createTopics(Arrays.stream(Topic.values())
                            .map(topic -> new NewTopic(topics.name(topic), 1, (short) 1))
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
            assertThat(facts.get(1)).isEqualTo(new Fact.UnreadableFact("articles", 0, 1, "t.articles-0-1-enrich"));
            assertThat(log.processed())
                    .containsEntry(new Partition("issues", 0), 1L)
                    .containsEntry(new Partition("articles", 0), 9L);
            assertThat(log.keptSince("articles")).isEqualTo(Instant.EPOCH);
        }
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
            assertThat(second.lock()).isTrue();
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
        Map<String, Object> settings = new HashMap<>(client());
        settings.put("transactional.id", "stages");
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
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

    private void send(KafkaProducer<String, byte[]> producer, Topic topic, SpecificRecord value) throws Exception {
        producer.send(record(topic, serdes.<SpecificRecord>value().serializer().serialize(topics.name(topic), value)))
                .get();
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

    private static PageVersion version() {
        return new PageVersion(VERSION.receivedAt(), VERSION.issueId(), VERSION.generation());
    }

    private static Delivery delivery() {
        return new Delivery("delivery", "default", "A02.txt", 10L, Samples.RECEIVED, VERSION.receivedAt());
    }

    private static RawIssue issue() {
        return RawIssue.newBuilder()
                .setIssueId(VERSION.issueId())
                .setDelivery(delivery())
                .setContent(ByteBuffer.wrap("青川".getBytes(StandardCharsets.UTF_8)))
                .build();
    }

    private static Receipt receipt(ReceiptState state, String service) {
        return Receipt.newBuilder()
                .setState(state)
                .setDeliveryId("delivery")
                .setIssueId(VERSION.issueId())
                .setPageId(PAGE)
                .setFeed("default")
                .setFileName("A02.txt")
                .setAt(Samples.RECEIVED)
                .setReceivedAt(VERSION.receivedAt())
                .setService(service)
                .setInstance("one")
                .setStore(service.equals("sink") ? "postgresql" : null)
                .build();
    }

    private static Page page() {
        return Page.newBuilder()
                .setPageId(PAGE)
                .setVersion(version())
                .setDelivery(delivery())
                .setLines(List.of())
                .setFurniture(List.of())
                .setArticleIds(List.of(Samples.articleId(VERSION, 0)))
                .setConfidence(1)
                .setExtractor("splitter")
                .build();
    }

    private static Article article() {
        return Article.newBuilder()
                .setArticleId(Samples.articleId(VERSION, 0))
                .setPageId(PAGE)
                .setVersion(version())
                .setFeed("default")
                .setFileName("A02.txt")
                .setDeliveryId("delivery")
                .setOrdinal(0)
                .setPageArticles(1)
                .setKind(ArticleKind.NEWS)
                .setBylines(List.of())
                .setBlocks(List.of())
                .setConfidence(1)
                .setExtractor("splitter")
                .build();
    }

    private static EnrichedArticle enriched() {
        Entity entity = Entity.newBuilder()
                .setMentionId("m")
                .setType(EntityType.PLACE)
                .setText("青川")
                .setBlock(0)
                .setStart(0)
                .setEnd(2)
                .setLines(List.of(1))
                .build();
        return EnrichedArticle.newBuilder()
                .setArticle(article())
                .setEntities(List.of(entity))
                .setMetrics(List.of())
                .setKeywords(List.of())
                .setExtractor("extractor")
                .build();
    }

    private DeadLetter letter() {
        return DeadLetter.newBuilder()
                .setDeadLetterId("t.articles-0-1-enrich")
                .setState(DeadLetterState.DEAD)
                .setStage("enrich")
                .setTopic(topics.name(Topic.ARTICLES))
                .setPartition(0)
                .setOffset(1)
                .setKey(ByteBuffer.wrap(new byte[] {'k'}))
                .setValue(ByteBuffer.wrap(new byte[] {9, 9}))
                .setHeaders(List.of())
                .setCauseClass("c")
                .setCause("c")
                .setStack("s")
                .setSoftware("1")
                .setInstance("one")
                .setAt(Samples.RECEIVED)
                .build();
    }
}
