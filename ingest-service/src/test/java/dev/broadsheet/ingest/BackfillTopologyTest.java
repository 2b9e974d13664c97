package dev.broadsheet.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.broadsheet.contracts.Article;
import dev.broadsheet.contracts.AvroSerdes;
import dev.broadsheet.contracts.BackfillHeaders;
import dev.broadsheet.contracts.DeadLetter;
import dev.broadsheet.contracts.Page;
import dev.broadsheet.contracts.RawIssue;
import dev.broadsheet.contracts.Receipt;
import dev.broadsheet.contracts.ReceiptState;
import dev.broadsheet.contracts.RecordHeader;
import dev.broadsheet.contracts.RecordState;
import dev.broadsheet.contracts.SplitResult;
import dev.broadsheet.contracts.Topic;
import dev.broadsheet.contracts.Topics;
import dev.broadsheet.ingest.split.PageSplitter;
import dev.broadsheet.ingest.split.SplitPage;
import dev.broadsheet.runtime.DeadLetterContext;
import dev.broadsheet.runtime.TimeLimit;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Live pages through the one application, reprocessed ones through the other and then through the live one's guard. */
class BackfillTopologyTest {
    private static final Topics TOPICS = new Topics("t.", 12);
    private static final String PAGE_ID = "青川晚报/2024-03-08/-/A02";
    private static final Instant NOW = Issues.NOON.plus(Duration.ofDays(90));
    private static final String FIRST = """
        青川新区三条公路同日开工

        本报讯（记者 田有禾）昨日上午，青川新区三条公路同日开工，总长四十二公里，
        预计明年底通车。

        """;
    private static final String SECOND = """
        河堤加固工程提前完工

        本报讯（记者 江小舟）记者从市水务局获悉，青川河堤加固工程比计划提前一个月完工。
        """;

    @TempDir
    Path folder;

    private final PageSplitter splitter = new PageSplitter();
    /** What the present splitter does; set by the test. */
    private Function<String, SplitPage> present = splitter::split;

    private int reprocessed;
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final AvroSerdes serdes =
            new AvroSerdes(Map.of("schema.registry.url", "mock://backfill-topology", "auto.register.schemas", true));
    private final TimeLimit limit = new TimeLimit("split-test", Duration.ofSeconds(10));
    private TopologyTestDriver live;
    private TopologyTestDriver backfill;
    private TestOutputTopic<String, SplitResult> again;
    private TestOutputTopic<String, Receipt> againReceipts;
    private TestOutputTopic<String, DeadLetter> deadLetters;
    private TestOutputTopic<String, Page> pages;
    private TestOutputTopic<String, Article> articles;
    private TestOutputTopic<String, Receipt> receipts;

    @BeforeEach
    void start() {
        live = driver("t.split", liveTopology());
        backfill = driver("t.backfill", backfillTopology());
        again = output(backfill, Topic.PAGES_BACKFILL);
        againReceipts = output(backfill, Topic.RECEIPTS);
        deadLetters = output(backfill, Topic.DEAD_LETTERS);
        pages = output(live, Topic.PAGES);
        articles = output(live, Topic.ARTICLES);
        receipts = output(live, Topic.RECEIPTS);
    }

    @AfterEach
    void stop() {
        live.close();
        backfill.close();
        limit.close();
    }

    @Test
    void aHigherGenerationSupersedesAndAnArticleThatIsNoLongerFoundIsRetracted() {
        RawIssue issue = Issues.page("d1", Issues.NOON, FIRST + SECOND);
        Page before = live(issue);
        assertThat(before.getArticleIds()).hasSize(2);
        present = text -> splitter.split(FIRST);

        reprocess(issue, 2);

        assertThat(pages.readValue())
                .returns(PAGE_ID, Page::getPageId)
                .returns(before.getArticleIds().subList(0, 1), Page::getArticleIds)
                .satisfies(page -> assertThat(page.getVersion().getGeneration()).isEqualTo(2));
        List<Article> written = articles.readValuesToList();
        assertThat(written)
                .filteredOn(article -> article.getState() == RecordState.RETRACTED)
                .singleElement()
                .returns(before.getArticleIds().get(1), Article::getArticleId)
                .returns(PAGE_ID, Article::getPageId);
        assertThat(written)
                .filteredOn(article -> article.getState() == RecordState.CURRENT)
                .hasSize(1);
        assertThat(againReceipts.isEmpty()).as("SPLIT is the guard's to say").isTrue();
        assertThat(receipts.readValuesToList())
                .as("the same issue does not supersede itself")
                .singleElement()
                .returns(ReceiptState.SPLIT, Receipt::getState)
                .returns(2L, Receipt::getGeneration)
                .returns("d1", Receipt::getDeliveryId)
                .returns(null, Receipt::getOtherIssueId);
        assertThat(reprocessed).isEqualTo(1);
    }

    @Test
    void whatTheRunTellsItsOwnStagesReachesNoTopicThatOthersRead() {
        RawIssue issue = Issues.page("d1", Issues.NOON, FIRST + SECOND);
        live(issue);
        receipts.readValuesToList();

        reprocess(issue, 2);
        present = text -> {
            throw new IllegalStateException("no rule for this");
        };
        reprocess(issue, 3);

        assertThat(receipts.readRecordsToList()).singleElement().satisfies(BackfillTopologyTest::hasNoHeaders);
        assertThat(againReceipts.readRecordsToList()).singleElement().satisfies(BackfillTopologyTest::hasNoHeaders);
        TestRecord<String, DeadLetter> letter = deadLetters.readRecord();
        hasNoHeaders(letter);
        assertThat(letter.value().getHeaders())
                .as("its replay needs them")
                .extracting(RecordHeader::getName)
                .contains("page-id", "generation");
    }

    @Test
    void theSameGenerationAgainChangesNothing() {
        RawIssue issue = Issues.page("d1", Issues.NOON, FIRST + SECOND);
        live(issue);
        reprocess(issue, 2);
        pages.readValuesToList();
        articles.readValuesToList();
        receipts.readValuesToList();

        reprocess(issue, 2);

        assertThat(pages.isEmpty()).isTrue();
        assertThat(articles.isEmpty()).isTrue();
        assertThat(receipts.isEmpty()).isTrue();
    }

    @Test
    void aGenerationThatDoesNotRiseIsLate() {
        RawIssue issue = Issues.page("d1", Issues.NOON, FIRST + SECOND);
        live(issue);
        reprocess(issue, 3);
        pages.readValuesToList();
        articles.readValuesToList();
        receipts.readValuesToList();

        reprocess(issue, 2);

        assertThat(pages.isEmpty()).isTrue();
        assertThat(articles.isEmpty()).isTrue();
        assertThat(receipts.readValuesToList())
                .extracting(Receipt::getState, Receipt::getOtherIssueId)
                .as("no issue is its own successor")
                .containsExactly(tuple(ReceiptState.SPLIT, null), tuple(ReceiptState.LATE, null));
    }

    @Test
    void aCorrectedPageBeatsTheReprocessedOlderOneWhicheverComesFirst() {
        RawIssue older = Issues.page("d1", Issues.NOON, FIRST + SECOND);
        live(older);
        Page corrected = live(Issues.page("d2", Issues.NOON.plusSeconds(5), FIRST));

        reprocess(older, 2);

        assertThat(receipts.readValuesToList())
                .filteredOn(receipt -> receipt.getState() == ReceiptState.LATE)
                .singleElement()
                .returns(older.getIssueId(), Receipt::getIssueId)
                .returns(2L, Receipt::getGeneration)
                .returns(corrected.getVersion().getIssueId(), Receipt::getOtherIssueId);
        assertThat(pages.isEmpty()).isTrue();
        assertThat(articles.isEmpty()).isTrue();

        Page newest = live(Issues.page("d3", Issues.NOON.plusSeconds(9), SECOND));
        assertThat(newest.getVersion().getGeneration())
                .as("live is generation 1, and newer")
                .isEqualTo(1);
    }

    @Test
    void thePageKeepsThePageIdItStandsUnderWhateverThePresentSplitterReads() {
        RawIssue issue = Issues.unknown("d1", Issues.NOON, FIRST + SECOND);
        Page before = live(issue);
        assertThat(before.getPageId()).isEqualTo(issue.getIssueId());
        RawIssue told = RawIssue.newBuilder(Issues.page("d1", Issues.NOON, FIRST + SECOND))
                .build();

        backfillInput(Topic.ISSUES_BACKFILL).pipeInput(record(told, 2, before.getPageId()));
        guard();

        assertThat(pages.readValue())
                .returns(issue.getIssueId(), Page::getPageId)
                .returns("A02", Page::getPage);
        assertThat(articles.readValuesToList())
                .allSatisfy(article -> assertThat(article.getPageId()).isEqualTo(issue.getIssueId()));
    }

    @Test
    void whatTheSplitterThrowsIsADeadLetterOfItsOwnStageThatCanBeReplayed() {
        RawIssue issue = Issues.page("d1", Issues.NOON, FIRST + SECOND);
        live(issue);
        present = text -> {
            throw new IllegalStateException("no rule for this");
        };

        reprocess(issue, 2);

        DeadLetter letter = deadLetters.readValue();
        assertThat(letter)
                .returns("split.backfill", DeadLetter::getStage)
                .returns("t.issues.backfill-0-0-split.backfill", DeadLetter::getDeadLetterId);
        assertThat(letter.getHeaders()).extracting(header -> header.getName()).contains("page-id");
        assertThat(againReceipts.readValuesToList())
                .singleElement()
                .returns(ReceiptState.FAILED, Receipt::getState)
                .returns(2L, Receipt::getGeneration);
        assertThat(pages.isEmpty()).as("what stands goes on standing").isTrue();
        assertThat(meters.get("broadsheet.backfill.issues")
                        .tag("outcome", "failed")
                        .counter()
                        .count())
                .isEqualTo(1);

        present = splitter::split;
        backfillInput(Topic.RETRY_SPLIT_BACKFILL).pipeInput(record(issue, 2, PAGE_ID));
        guard();
        assertThat(pages.readValue().getVersion().getGeneration()).isEqualTo(2);
    }

    @Test
    void articlesOfAnOldPageHaveTheTimeOfTheRunOrTheyWouldExpireBeforeTheyAreRead() {
        RawIssue issue = Issues.page("d1", Issues.NOON, FIRST + SECOND);
        live(issue);

        reprocess(issue, 2);

        TestRecord<String, Article> article = articles.readRecord();
        assertThat(article.getRecordTime()).isEqualTo(NOW);
        assertThat(article.value().getVersion().getReceivedAt()).isEqualTo(Issues.NOON);
    }

    @Test
    void theTopologyIsTheOneThatWasReviewed() throws IOException {
        try (InputStream golden = Objects.requireNonNull(getClass().getResourceAsStream("topology-backfill.txt"))) {
            assertThat(backfillTopology().describe())
                    .hasToString(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** Returns the page and forgets what came with it. */
    private Page live(RawIssue issue) {
        live.createInputTopic(
                        TOPICS.name(Topic.ISSUES),
                        new StringSerializer(),
                        serdes.<RawIssue>value().serializer())
                .pipeInput(issue.getIssueId(), issue, issue.getDelivery().getReceivedAt());
        articles.readValuesToList();
        receipts.readValuesToList();
        return pages.readValue();
    }

    private void reprocess(RawIssue issue, long generation) {
        backfillInput(Topic.ISSUES_BACKFILL).pipeInput(record(issue, generation, PAGE_ID));
        guard();
    }

    private static TestRecord<String, RawIssue> record(RawIssue issue, long generation, String pageId) {
        RawIssue higher = RawIssue.newBuilder(issue).setGeneration(generation).build();
        return new TestRecord<>(
                issue.getIssueId(), higher, new RecordHeaders(BackfillHeaders.of(pageId, generation)), NOW);
    }

    /** Carries what one application wrote to the other. */
    private void guard() {
        TestInputTopic<String, SplitResult> input = live.createInputTopic(
                TOPICS.name(Topic.PAGES_BACKFILL),
                new StringSerializer(),
                serdes.<SplitResult>value().serializer());
        again.readRecordsToList().forEach(input::pipeInput);
    }

    private TestInputTopic<String, RawIssue> backfillInput(Topic topic) {
        return backfill.createInputTopic(
                TOPICS.name(topic),
                new StringSerializer(),
                serdes.<RawIssue>value().serializer());
    }

    private Topology liveTopology() {
        IssueSplitter issues = issueSplitter("split", splitter::split);
        SplitReceipts written = new SplitReceipts("ingest-1", clock);
        SplitTelemetry telemetry = new SplitTelemetry(meters);
        return new SplitTopology(TOPICS, serdes, clock)
                .build(
                        () -> new IssueProcessor(issues, written, telemetry),
                        () -> new PageProcessor(issues.mapping(), written, telemetry));
    }

    private Topology backfillTopology() {
        IssueSplitter issues = issueSplitter("split.backfill", text -> present.apply(text));
        SplitReceipts written = new SplitReceipts("ingest-1", clock);
        BackfillTelemetry telemetry = new BackfillTelemetry(meters);
        return new BackfillTopology(TOPICS, serdes)
                .build(() -> new BackfillProcessor(issues, written, telemetry, () -> reprocessed++));
    }

    private IssueSplitter issueSplitter(String stage, Function<String, SplitPage> core) {
        DeadLetterContext context = new DeadLetterContext(
                stage,
                TOPICS,
                "ingest-1",
                "0",
                "x",
                clock,
                serdes.<DeadLetter>value().serializer());
        return new IssueSplitter(
                core, limit, new SplitMapping("x"), serdes.<RawIssue>value().serializer(), context);
    }

    private TopologyTestDriver driver(String application, Topology topology) {
        Properties config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, application);
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
        config.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        config.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        return new TopologyTestDriver(topology, config, NOW);
    }

    private <T extends SpecificRecord> TestOutputTopic<String, T> output(TopologyTestDriver driver, Topic topic) {
        return driver.createOutputTopic(
                TOPICS.name(topic), new StringDeserializer(), serdes.<T>value().deserializer());
    }

    private static void hasNoHeaders(TestRecord<?, ?> record) {
        assertThat(record.headers()).isEmpty();
    }
}
