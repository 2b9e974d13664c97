package dev.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.broadsheet.cli.compare.PageDifference;
import dev.broadsheet.contracts.Article;
import dev.broadsheet.contracts.AvroSerdes;
import dev.broadsheet.contracts.BackfillHeaders;
import dev.broadsheet.contracts.Delivery;
import dev.broadsheet.contracts.EnrichedArticle;
import dev.broadsheet.contracts.Ids;
import dev.broadsheet.contracts.PageIdPartitioner;
import dev.broadsheet.contracts.RawIssue;
import dev.broadsheet.contracts.Receipt;
import dev.broadsheet.contracts.ReceiptState;
import dev.broadsheet.contracts.SplitResult;
import dev.broadsheet.contracts.Topic;
import dev.broadsheet.contracts.Topics;
import dev.broadsheet.enrich.PresentExtractor;
import dev.broadsheet.enrich.extract.Vocabulary;
import dev.broadsheet.ingest.PresentSplitter;
import dev.broadsheet.sink.repair.BackfillWriter;
import dev.broadsheet.sink.repair.RepairException;
import dev.broadsheet.sink.repair.StandingPage;
import dev.broadsheet.sink.repair.TopicReader;
import dev.broadsheet.testsupport.EmbeddedBroker;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a broker that holds what the services would have written. Every test has topics of its own. */
@Tag("backend")
class ReprocessCommandTest {
    /** Not long ago: the broker deletes what is older than its topics keep. */
    private static Instant noon;

    private static final int PARTITIONS = 2;
    private static final Map<String, String> REGISTRY =
            Map.of("schema.registry.url", "mock://reprocess", "auto.register.schemas", "true");

    @TempDir
    static Path home;

    private static EmbeddedBroker broker;
    private static PresentSplitter splitter;
    private static PresentExtractor extractor;
    private static int number;

    private final AvroSerdes serdes = new AvroSerdes(REGISTRY);
    private Topics topics;
    private Path endpoints;

    @BeforeAll
    static void startBroker() throws Exception {
        noon = Instant.now().minus(Duration.ofHours(20)).truncatedTo(ChronoUnit.MILLIS);
        broker = new EmbeddedBroker(home.resolve("broker"));
        splitter = new PresentSplitter();
        extractor = new PresentExtractor(Vocabulary.NONE);
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @BeforeEach
    void createTopics() throws Exception {
        topics = new Topics("t" + ++number + ".", PARTITIONS);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.address()))) {
            admin.createTopics(Stream.of(Topic.values())
                            .map(topic -> new NewTopic(topics.name(topic), PARTITIONS, (short) 1))
                            .toList())
                    .all()
                    .get();
        }
        endpoints = home.resolve("endpoints-" + number + ".json");
        Files.writeString(
                endpoints,
                new ObjectMapper()
                        .writeValueAsString(Map.of(
                                "bootstrapServers",
                                broker.address(),
                                "schemaRegistryUrl",
                                "mock://reprocess",
                                "topicPrefix",
                                topics.prefix(),
                                "registry",
                                REGISTRY)));
    }

    @Test
    void everyChosenPageGoesToTheBackfillWithItsOwnDeliveryAndTheNextGeneration() throws Exception {
        RawIssue one = stands(issue("a.txt", "default", 0, 1));
        RawIssue two = stands(issue("b.txt", "evening", 1, 2));
        stands(issue("c.txt", "default", 2, 3));

        Command result = run("--issue", "a.txt", "--issue", two.getIssueId().substring(0, 12));

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out()).contains("2 pages handed on to be reprocessed as generation 2");
        List<ConsumerRecord<byte[], byte[]>> written = backfill();
        assertThat(written.stream().map(this::decode))
                .containsExactlyInAnyOrder(generation(one, 2), generation(two, 2));
        assertThat(written).allSatisfy(record -> {
            assertThat(new String(record.key(), StandardCharsets.UTF_8))
                    .isEqualTo(decode(record).getIssueId());
            assertThat(BackfillHeaders.generation(record.headers())).isEqualTo(2);
            assertThat(BackfillHeaders.pageId(record.headers()))
                    .as("nothing told of the page")
                    .contains(decode(record).getIssueId());
            assertThat(Instant.ofEpochMilli(record.timestamp()))
                    .as("or its retention would be over at once")
                    .isAfter(Instant.now().minus(Duration.ofMinutes(10)));
        });
    }

    @Test
    void theGenerationIsOneAboveTheHighestThatAnyRunHadWhateverTheClockSays() throws Exception {
        stands(generation(issue("a.txt", "default", 0, 1), 7));
        assertThat(run("--all").out()).contains("generation 8");
        assertThat(run("--all").out()).as("the run before is still on its way").contains("generation 9");

        Command fromTheFuture = run("--since", "2099-01-01");
        assertThat(fromTheFuture.out()).contains("0 pages");
    }

    @Test
    void feedAndSinceNarrowTheChoice() throws Exception {
        stands(issue("a.txt", "default", 0, 1));
        RawIssue late = stands(issue("b.txt", "evening", 3600, 2));
        stands(issue("c.txt", "default", 3600, 3));

        Command result =
                run("--feed", "evening", "--since", noon.plusSeconds(1800).toString());

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(backfill().stream().map(this::decode)).containsExactly(generation(late, 2));
    }

    @Test
    void bytesThatHaveExpiredAreNamedAndTheOthersGoOn() throws Exception {
        RawIssue gone = stands(issue("gone.txt", "default", 0, 1));
        expire();
        RawIssue kept = stands(issue("kept.txt", "default", 5, 2));

        Command result = run("--all");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("gone.txt", gone.getIssueId(), "expired", "drop the file again");
        assertThat(result.out()).contains("1 page handed on");
        assertThat(backfill().stream().map(this::decode)).containsExactly(generation(kept, 2));

        RawIssue again = RawIssue.newBuilder(gone)
                .setDelivery(Delivery.newBuilder(gone.getDelivery())
                        .setDeliveryId("again")
                        .setReceivedAt(noon.plusSeconds(900))
                        .build())
                .build();
        write(Topic.ISSUES, again.getIssueId(), again, noon.plusSeconds(900), null);
        Command afterwards = run("--issue", "gone.txt");
        assertThat(afterwards.exitCode()).as(afterwards.err()).isZero();
        assertThat(backfill().stream().map(this::decode))
                .as("the bytes of the other delivery, as the first was delivered")
                .contains(generation(gone, 3));
    }

    @Test
    void anIssueThatDoesNotStandIsNamedAndABeginningMustBeUnambiguous() throws Exception {
        RawIssue stands = stands(issue("a.txt", "default", 0, 1));
        RawIssue other = stands(issue("b.txt", "default", 0, 2));

        Command result = run("--issue", "never.txt", "--issue", "");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err())
                .contains("no page stands from never.txt", "deploy/broadsheet receipts never.txt")
                .contains("is the beginning of 2 issues");
        assertThat(stands.getIssueId()).isNotEqualTo(other.getIssueId());
        assertThat(backfill()).isEmpty();
    }

    @Test
    void onlyWhatStandsLastUnderAPageIdIsReprocessed() throws Exception {
        RawIssue older = issue("a.txt", "default", 0, 1);
        RawIssue newer = issue("a.txt", "default", 5, 2);
        for (RawIssue issue : List.of(older, newer)) {
            write(Topic.ISSUES, issue.getIssueId(), issue, issue.getDelivery().getReceivedAt(), null);
            SplitResult split = splitter.split(issue, "paper/2024-03-08/-/A01");
            write(Topic.PAGES, "paper/2024-03-08/-/A01", split.getPage(), noon, null);
        }

        run("--all");

        assertThat(backfill().stream().map(this::decode)).containsExactly(generation(newer, 2));
    }

    @Test
    void waitEndsWhenEveryPageHasItsOutcomeOfThisRun() throws Exception {
        RawIssue one = stands(issue("a.txt", "default", 0, 1));
        RawIssue two = stands(issue("b.txt", "default", 1, 2));
        CompletableFuture<Command> running = CompletableFuture.supplyAsync(() -> run("--all", "--wait"));
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> backfill().size() == 2);

        receipt(one, ReceiptState.STORED, 1);
        receipt(one, ReceiptState.STORED, 2);
        receipt(two, ReceiptState.SPLIT, 2);
        assertThat(running).isNotDone();
        receipt(two, ReceiptState.FAILED, 2);

        Command result = running.get(30, TimeUnit.SECONDS);
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).contains("2 pages reprocessed as generation 2: 1 STORED, 1 FAILED");
    }

    @Test
    void aDryRunOfWhatThePresentCodeMadeFindsNothingAndWritesNothing() throws Exception {
        RawIssue issue = stands(issue("a.txt", "default", 0, 1));
        enriched(issue, articles(issue));

        Command result = run("--all", "--dry-run");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out().strip())
                .isEqualTo(
                        "1 pages: 1 unchanged, 0 differ, 0 would fail, 0 without bytes; articles: 0 added, 0 changed,"
                                + " 0 gone, 2 unchanged; entities: 0 gained, 0 lost; metrics: 0 gained, 0 lost");
        assertThat(backfill()).isEmpty();
    }

    @Test
    void aDryRunInPortionsComparesEveryPageOnceWithAllItsArticles() throws Exception {
        List<StandingPage> pages = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            RawIssue issue = stands(issue("p" + i + ".txt", "default", i, i));
            enriched(issue, articles(issue));
            pages.add(StandingPage.of(splitter.split(issue, issue.getIssueId()).getPage()));
        }
        List<PageDifference> differences = new ArrayList<>();

        List<StandingPage> missing;
        try (DryRun run = new DryRun(Endpoints.read(endpoints), Vocabulary.NONE, 2)) {
            missing = run.run(pages, differences::add);
        }

        assertThat(missing).isEmpty();
        assertThat(differences).hasSize(5).allMatch(PageDifference::unchanged);
        assertThat(differences)
                .extracting(PageDifference::pageId)
                .containsExactlyInAnyOrderElementsOf(
                        pages.stream().map(StandingPage::pageId).toList());
    }

    @Test
    void aDryRunTellsWhatWouldBeGainedAndLost() throws Exception {
        RawIssue issue = stands(issue("a.txt", "default", 0, 1));
        List<EnrichedArticle> now = articles(issue);
        EnrichedArticle poorer = EnrichedArticle.newBuilder(now.get(0))
                .setMetrics(now.get(0)
                        .getMetrics()
                        .subList(1, now.get(0).getMetrics().size()))
                .build();
        String gone = Ids.articleId(issue.getIssueId(), 99);
        EnrichedArticle tooMuch = EnrichedArticle.newBuilder(now.get(1))
                .setArticle(Article.newBuilder(now.get(1).getArticle())
                        .setArticleId(gone)
                        .setTitle("不再存在的一条")
                        .build())
                .build();
        enriched(issue, List.of(poorer, tooMuch));

        Command text = run("--issue", "a.txt", "--dry-run");
        assertThat(text.exitCode()).as(text.err()).isZero();
        assertThat(text.out())
                .contains("- article at line 99 「不再存在的一条」")
                .contains("~ article at line 1 ", "metrics")
                .contains("+ metric ");

        Command machine = run("--issue", "a.txt", "--dry-run", "--json");
        List<String> lines = machine.out().lines().toList();
        assertThat(lines).hasSize(2);
        JsonNode page = new ObjectMapper().readTree(lines.get(0));
        assertThat(page.at("/articles/gone/0/articleId").asText()).isEqualTo(gone);
        assertThat(page.at("/articles/changed/0/what").toString()).isEqualTo("[\"metrics\"]");
        assertThat(page.at("/metrics/gained/0/quote").asText())
                .isEqualTo(now.get(0).getMetrics().get(0).getQuote());
        JsonNode totals = new ObjectMapper().readTree(lines.get(1)).get("totals");
        assertThat(totals.get("articlesGone").asInt()).isEqualTo(1);
        assertThat(totals.get("articlesAdded").asInt()).isEqualTo(1);
        assertThat(totals.get("differing").asInt()).isEqualTo(1);
    }

    @Test
    void aNewerRunEndsAnOlderOne() throws Exception {
        RawIssue issue = stands(issue("a.txt", "default", 0, 1));
        StandingPage page =
                StandingPage.of(splitter.split(issue, issue.getIssueId()).getPage());
        Endpoints where = Endpoints.read(endpoints);
        try (BackfillWriter older = BackfillWriter.open(where);
                BackfillWriter newer = BackfillWriter.open(where)) {
            older.write(page, issue, 2);

            assertThatThrownBy(older::commit)
                    .isInstanceOf(RepairException.class)
                    .hasMessageContaining("another reprocess");
            newer.write(page, issue, 2);
            newer.commit();
        }
        assertThat(backfill()).hasSize(1);
    }

    @Test
    void whichPagesMustBeSaid() {
        assertThat(run().exitCode()).isEqualTo(2);
        assertThat(run("--all", "--feed", "default").exitCode()).isEqualTo(2);
        assertThat(run("--all", "--dry-run", "--wait").exitCode()).isEqualTo(2);
        assertThat(run("--all", "--json").exitCode()).isEqualTo(2);
        Command noTime = run("--since", "yesterday");
        assertThat(noTime.exitCode()).isEqualTo(2);
        assertThat(noTime.err()).contains("2026-03-01");
    }

    @Test
    void namesThatCannotBeUsedAreToldBeforeAnythingIsCompared() throws Exception {
        stands(issue("a.txt", "default", 0, 1));
        Path names = Files.createDirectories(home.resolve("names"));
        Files.writeString(names.resolve("own.tsv"), "青禾七步\tRIVER\n");

        Command missing =
                run("--all", "--dry-run", "--vocabulary", names.resolve("none").toString());
        assertThat(missing.exitCode()).isEqualTo(1);
        assertThat(missing.err())
                .contains("broadsheet: " + names.resolve("none") + " is no folder, so there is no vocabulary to read")
                .doesNotContain("NoSuchFileException");

        assertThat(run("--all", "--dry-run", "--vocabulary", names.toString()).err())
                .contains("own.tsv:1: the type is \"RIVER\"", names + ": 0 names in 1 file; rejected: 1 row, 0 files");
    }

    private Command run(String... options) {
        List<String> arguments = new ArrayList<>(List.of("reprocess", "--endpoints", endpoints.toString()));
        arguments.addAll(List.of(options));
        return Command.run(arguments.toArray(String[]::new));
    }

    private static RawIssue issue(String fileName, String feed, long second, int text) {
        byte[] bytes = """
            城东片区第%1$d批智能装备项目集中开工

            本报讯(记者 林晓舟)昨日上午,青川市城东片区第%1$d批智能装备项目集中开工,总投资%1$d.5亿元。

            南湖公园今起免费开放

            本报讯(记者 周一帆)记者从青川市园林局获悉,南湖公园今起免费开放,占地%1$d亩。
            """.formatted(10 + text).getBytes(StandardCharsets.UTF_8);
        Instant received = noon.plusSeconds(second);
        return RawIssue.newBuilder()
                .setIssueId(Ids.issueId(bytes))
                .setDelivery(
                        new Delivery("d-" + fileName + text, feed, fileName, (long) bytes.length, noon, received, null))
                .setContent(ByteBuffer.wrap(bytes))
                .build();
    }

    private static RawIssue generation(RawIssue issue, long generation) {
        return RawIssue.newBuilder(issue).setGeneration(generation).build();
    }

    /** As if the services had taken it in. */
    private RawIssue stands(RawIssue issue) throws Exception {
        Instant at = issue.getDelivery().getReceivedAt();
        write(Topic.ISSUES, issue.getIssueId(), issue, at, null);
        SplitResult split = splitter.split(issue, issue.getIssueId());
        write(Topic.PAGES, split.getPage().getPageId(), split.getPage(), at, null);
        return issue;
    }

    private static List<EnrichedArticle> articles(RawIssue issue) throws IOException {
        return splitter.split(issue, issue.getIssueId()).getArticles().stream()
                .map(extractor::read)
                .toList();
    }

    private void enriched(RawIssue issue, List<EnrichedArticle> articles) throws Exception {
        for (EnrichedArticle article : articles) {
            write(
                    Topic.ARTICLES_ENRICHED,
                    article.getArticle().getArticleId(),
                    article,
                    noon,
                    PageIdPartitioner.partition(issue.getIssueId(), PARTITIONS));
        }
    }

    private void receipt(RawIssue issue, ReceiptState state, long generation) throws Exception {
        Receipt receipt = Receipt.newBuilder()
                .setState(state)
                .setDeliveryId(issue.getDelivery().getDeliveryId())
                .setIssueId(issue.getIssueId())
                .setFeed("default")
                .setFileName(issue.getDelivery().getFileName())
                .setAt(noon)
                .setReceivedAt(noon)
                .setService("sink")
                .setInstance("sink-1")
                .setGeneration(generation)
                .build();
        write(Topic.RECEIPTS, issue.getIssueId(), receipt, noon, null);
    }

    private void write(Topic topic, String key, SpecificRecord value, Instant at, @Nullable Integer partition)
            throws Exception {
        try (KafkaProducer<String, SpecificRecord> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.address()),
                new StringSerializer(),
                serdes.<SpecificRecord>value().serializer())) {
            producer.send(new ProducerRecord<>(
                            topics.name(topic), partition, at.toEpochMilli(), key, value, new RecordHeaders()))
                    .get();
        }
    }

    /** Drops what stands on issues until now, as retention would. */
    private void expire() throws Exception {
        Map<TopicPartition, RecordsToDelete> all = new HashMap<>();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            all.put(new TopicPartition(topics.name(Topic.ISSUES), partition), RecordsToDelete.beforeOffset(-1));
        }
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.address()))) {
            admin.deleteRecords(all).all().get();
        }
    }

    private List<ConsumerRecord<byte[], byte[]>> backfill() {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (TopicReader reader = new TopicReader(Endpoints.read(endpoints), Topic.ISSUES_BACKFILL, true)) {
            reader.readToEnd(records::add);
        }
        return records;
    }

    private RawIssue decode(ConsumerRecord<byte[], byte[]> record) {
        return serdes.<RawIssue>value().deserializer().deserialize(record.topic(), record.value());
    }
}
