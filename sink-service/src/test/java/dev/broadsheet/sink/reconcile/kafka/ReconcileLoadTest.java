package dev.broadsheet.sink.reconcile.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.contracts.Article;
import dev.broadsheet.contracts.AvroSerdes;
import dev.broadsheet.contracts.Block;
import dev.broadsheet.contracts.BlockRole;
import dev.broadsheet.contracts.EnrichedArticle;
import dev.broadsheet.contracts.Entity;
import dev.broadsheet.contracts.Ids;
import dev.broadsheet.contracts.Line;
import dev.broadsheet.contracts.Metric;
import dev.broadsheet.contracts.MetricKind;
import dev.broadsheet.contracts.MetricStatus;
import dev.broadsheet.contracts.Page;
import dev.broadsheet.contracts.PageIdPartitioner;
import dev.broadsheet.contracts.PageVersion;
import dev.broadsheet.contracts.Qualifier;
import dev.broadsheet.contracts.RawIssue;
import dev.broadsheet.contracts.Receipt;
import dev.broadsheet.contracts.ReceiptState;
import dev.broadsheet.contracts.Topic;
import dev.broadsheet.contracts.Topics;
import dev.broadsheet.sink.postgresql.Jdbc;
import dev.broadsheet.sink.postgresql.PostgresContents;
import dev.broadsheet.sink.postgresql.PostgresStore;
import dev.broadsheet.sink.reconcile.Reconciler;
import dev.broadsheet.sink.reconcile.Report;
import dev.broadsheet.sink.store.Batch;
import dev.broadsheet.sink.store.Change;
import dev.broadsheet.sink.store.Outgoing;
import dev.broadsheet.sink.store.Samples;
import dev.broadsheet.sink.store.Version;
import dev.broadsheet.testsupport.EmbeddedBroker;
import dev.broadsheet.testsupport.EmbeddedDatabase;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
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
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long reconciling many pages takes and how much memory, on request: {@code mvn test -pl sink-service -am -Dtest=ReconcileLoadTest
 * -Dsurefire.failIfNoSpecifiedTests=false -Dbroadsheet.load=true}; {@code -Dbroadsheet.load.pages=10000}. Pages of {@value #ARTICLES} articles with {@value
 * #ENTITIES} entities and {@value #FIGURES} figures each.
 */
@EnabledIfSystemProperty(named = "broadsheet.load", matches = "true")
@Tag("backend")
class ReconcileLoadTest {
    private static final int PAGES = Integer.getInteger("broadsheet.load.pages", 10_000);
    private static final int PARTITIONS = 12;
    private static final int ARTICLES = 8;
    private static final int ENTITIES = 10;
    private static final int FIGURES = 5;
    private static final String TEXT = "青川县新建水库总投资300亿元，预计明年底建成通水。".repeat(20);

    private final Topics topics = new Topics("t.", PARTITIONS);
    private final AvroSerdes serdes =
            new AvroSerdes(Map.of("schema.registry.url", "mock://reconcile-load", "auto.register.schemas", "true"));

    private final Serializer<SpecificRecord> values =
            serdes.<SpecificRecord>value().serializer();

    @TempDir
    Path folder;

    @Test
    void manyPagesThatAreWholeAreReconciledWithoutADifference() throws Exception {
        try (EmbeddedBroker broker = new EmbeddedBroker(folder.resolve("broker"));
                EmbeddedDatabase database = EmbeddedDatabase.create()) {
            database.start();
            String url = database.newDatabase();
            Map<String, Object> client = Map.of("bootstrap.servers", broker.address());
            topics(client);
            Jdbc jdbc = new Jdbc(url, Map.of("user", EmbeddedDatabase.USER, "password", EmbeddedDatabase.PASSWORD));
            store(jdbc, url);

            System.gc();
            resetPeaks();
            Report report;
            try (KafkaTopicLog log = new KafkaTopicLog(topics, client, serdes, "postgresql", Clock.systemUTC());
                    PostgresContents store = new PostgresContents(jdbc, "t.")) {
                report = new Reconciler(log, store, Clock.systemUTC(), length -> Thread.sleep(length.toMillis()))
                        .run(Instant.EPOCH, Duration.ofSeconds(4));
            }
            System.out.printf(
                    "%,d pages, %,d articles, %,d figures: reconciled in %.1f s, heap at most %d MB (before collecting), looks: %d%n",
                    report.pages(),
                    PAGES * ARTICLES,
                    PAGES * ARTICLES * FIGURES,
                    report.took().toMillis() / 1000.0,
                    peak() >> 20,
                    report.looks());
            assertThat(report.differences()).isEmpty();
            assertThat(report.pages()).isEqualTo(PAGES);
            assertThat(report.pending()).isZero();
        }
    }

    private void topics(Map<String, Object> client) throws Exception {
        try (Admin admin = Admin.create(client)) {
            admin.createTopics(Arrays.stream(Topic.values())
                            .map(topic -> new NewTopic(topics.name(topic), PARTITIONS, (short) 1))
                            .toList())
                    .all()
                    .get();
            Map<String, Object> settings = new HashMap<>(client);
            settings.putAll(Map.of("linger.ms", 20, "batch.size", 262_144, "compression.type", "gzip"));
            try (KafkaProducer<String, byte[]> producer =
                    new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
                for (int number = 1; number <= PAGES; number++) {
                    page(producer, number);
                }
            }
            processed(admin, "t.split", Topic.ISSUES);
            processed(admin, "t.enrich", Topic.ARTICLES);
        }
    }

    private void processed(Admin admin, String group, Topic topic) throws Exception {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            offsets.put(new TopicPartition(topics.name(topic), partition), new OffsetAndMetadata(Long.MAX_VALUE));
        }
        admin.alterConsumerGroupOffsets(group, offsets).all().get();
    }

    private void page(KafkaProducer<String, byte[]> producer, int number) {
        Version version = Samples.version(number);
        PageVersion pageVersion = new PageVersion(version.receivedAt(), version.issueId(), version.generation());
        String pageId = "page" + number;
        int byIssue = number % PARTITIONS;
        int byPage = PageIdPartitioner.partition(pageId, PARTITIONS);
        send(
                producer,
                Topic.ISSUES,
                byIssue,
                RawIssue.newBuilder(Records.issue())
                        .setIssueId(version.issueId())
                        .setDelivery(Records.delivery(version))
                        .build());
        for (ReceiptState state :
                List.of(ReceiptState.RECEIVED, ReceiptState.SPLIT, ReceiptState.ENRICHED, ReceiptState.STORED)) {
            String service =
                    state == ReceiptState.ENRICHED ? "enrich" : state == ReceiptState.STORED ? "sink" : "ingest";
            send(
                    producer,
                    Topic.RECEIPTS,
                    byIssue,
                    Receipt.newBuilder(Records.receipt(state, service))
                            .setIssueId(version.issueId())
                            .setDeliveryId("delivery" + version.issueId())
                            .setPageId(pageId)
                            .setReceivedAt(version.receivedAt())
                            .build());
        }
        send(
                producer,
                Topic.PAGES,
                byPage,
                Page.newBuilder(Records.page())
                        .setPageId(pageId)
                        .setVersion(pageVersion)
                        .setLines(IntStream.range(1, 60)
                                .mapToObj(line -> new Line(line, 30 * line, "青川县新建水库总投资300亿元，预计明年底建成"))
                                .toList())
                        .setArticleIds(IntStream.range(0, ARTICLES)
                                .mapToObj(i -> Samples.articleId(version, i))
                                .toList())
                        .build());
        for (int i = 0; i < ARTICLES; i++) {
            article(
                    producer,
                    byPage,
                    Article.newBuilder(Records.article())
                            .setArticleId(Samples.articleId(version, i))
                            .setPageId(pageId)
                            .setVersion(pageVersion)
                            .setBlocks(List.of(new Block(BlockRole.BODY, TEXT, List.of(3), List.of())))
                            .build());
        }
    }

    private void article(KafkaProducer<String, byte[]> producer, int partition, Article article) {
        Entity entity = Records.enriched().getEntities().get(0);
        List<Metric> metrics = new ArrayList<>();
        for (int i = 0; i < FIGURES; i++) {
            metrics.add(metric(article, i));
        }
        send(producer, Topic.ARTICLES, partition, article);
        send(
                producer,
                Topic.ARTICLES_ENRICHED,
                partition,
                EnrichedArticle.newBuilder(Records.enriched())
                        .setArticle(article)
                        .setEntities(java.util.Collections.nCopies(ENTITIES, entity))
                        .setMetrics(metrics)
                        .build());
        metrics.forEach(metric -> send(producer, Topic.METRICS, partition, metric));
    }

    private static Metric metric(Article article, int number) {
        return Metric.newBuilder()
                .setMetricId(Ids.metricId(article.getArticleId(), 1, number, number + 8))
                .setArticleId(article.getArticleId())
                .setPageId(article.getPageId())
                .setVersion(article.getVersion())
                .setQuote("总投资300亿元")
                .setBlock(1)
                .setStart(number)
                .setEnd(number + 8)
                .setLines(List.of(3))
                .setIndicator("总投资")
                .setRawValue("300亿")
                .setUnit("元")
                .setNormalizedUnit("CNY")
                .setQualifier(Qualifier.EXACT)
                .setStatus(MetricStatus.ACTUAL)
                .setKind(MetricKind.LEVEL)
                .setExtractor("extractor")
                .build();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // what is not written is missed by what is asserted
    private void send(KafkaProducer<String, byte[]> producer, Topic topic, int partition, SpecificRecord value) {
        byte[] bytes = values.serialize(topics.name(topic), value);
        producer.send(new ProducerRecord<>(topics.name(topic), partition, "key", bytes));
    }

    /** The first page as the store writes it, and copies of its rows for the others. */
    private void store(Jdbc jdbc, String url) throws Exception {
        Version first = Samples.version(1);
        List<Change> changes = new ArrayList<>(List.of(Samples.page("page1", first, ARTICLES)));
        IntStream.range(0, ARTICLES)
                .forEach(i -> changes.add(Samples.article("page1", first, i, TEXT, ENTITIES, FIGURES)));
        try (PostgresStore store = new PostgresStore(
                jdbc, page -> 0, page -> new Outgoing("t.receipts", "", new byte[0]), Clock.systemUTC())) {
            store.prepare();
            store.write(new Batch(changes, List.of()));
        }
        String other = "jsonb_build_object('page_id', 'page' || n, 'issue_id', lpad(to_hex(n), 64, '0'),"
                + " 'received_at', p.received_at + (n - 1) * interval '1 second'";
        String id = "replace(p.article_id, lpad('1', 64, '0'), lpad(to_hex(n), 64, '0'))";
        String numbers = ", generate_series(2, " + PAGES + ") n";
        sql(
                url,
                "insert into pages select (jsonb_populate_record(p, " + other + ", 'article_ids', (select"
                        + " jsonb_agg(replace(i, lpad('1', 64, '0'), lpad(to_hex(n), 64, '0')) order by o) from"
                        + " unnest(p.article_ids) with ordinality u (i, o))))).* from pages p" + numbers);
        sql(
                url,
                "insert into articles select (jsonb_populate_record(p, " + other + ", 'article_id', " + id
                        + "))).* from articles p" + numbers);
        for (String table : List.of("entities", "metrics")) {
            sql(
                    url,
                    "insert into " + table + " select (jsonb_populate_record(p, jsonb_build_object('article_id', " + id
                            + "))).* from " + table + " p" + numbers);
        }
        sql(url, "analyze");
    }

    private static void sql(String url, String statement) throws Exception {
        try (Connection connection =
                        DriverManager.getConnection(url, EmbeddedDatabase.USER, EmbeddedDatabase.PASSWORD);
                Statement run = connection.createStatement()) {
            run.execute(statement);
        }
    }

    private static void resetPeaks() {
        ManagementFactory.getMemoryPoolMXBeans().forEach(pool -> pool.resetPeakUsage());
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }
}
