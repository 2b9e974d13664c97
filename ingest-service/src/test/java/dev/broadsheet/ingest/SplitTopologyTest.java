package dev.broadsheet.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.broadsheet.contracts.Article;
import dev.broadsheet.contracts.AvroSerdes;
import dev.broadsheet.contracts.DeadLetter;
import dev.broadsheet.contracts.Page;
import dev.broadsheet.contracts.PageIdPartitioner;
import dev.broadsheet.contracts.RawIssue;
import dev.broadsheet.contracts.Receipt;
import dev.broadsheet.contracts.ReceiptState;
import dev.broadsheet.contracts.RecordState;
import dev.broadsheet.contracts.Run;
import dev.broadsheet.contracts.Topic;
import dev.broadsheet.contracts.Topics;
import dev.broadsheet.ingest.split.PageSplitter;
import dev.broadsheet.ingest.split.SplitPage;
import dev.broadsheet.runtime.CommonSettings;
import dev.broadsheet.runtime.DeadLetterContext;
import dev.broadsheet.runtime.SettingsReader;
import dev.broadsheet.runtime.TimeLimit;
import dev.broadsheet.runtime.trace.Traces;
import dev.broadsheet.testsupport.CollectedSpans;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
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

class SplitTopologyTest {
    private static final Topics TOPICS = new Topics("t.", 12);
    private static final String PAGE_ID = "青川晚报/2024-03-08/-/A02";
    private static final String HANG = "hang";
    private static final String THROW = "throw";
    private static final String DEEP = "deep";
    private static final String TEXT = """
            青川新区三条公路同日开工

            本报讯（记者 田有禾）昨日上午，青川新区三条公路同日开工，总长四十二公里，
            预计明年底通车。

            河堤加固工程提前完工

            本报讯（记者 江小舟）记者从市水务局获悉，青川河堤加固工程比计划提前一个月完工。
            """;
    private static final String SHORTER = """
            青川新区三条公路同日开工

            本报讯（记者 田有禾）昨日上午，青川新区三条公路同日开工，总长四十三公里，
            预计明年底通车。
            """;

    @TempDir
    Path folder;

    private final AtomicInteger hangs = new AtomicInteger();
    private final CountDownLatch never = new CountDownLatch(1);
    private final PageSplitter splitter = new PageSplitter();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final CollectedSpans spans = new CollectedSpans();
    private Traces traces = Traces.OFF;
    private final AvroSerdes serdes =
            new AvroSerdes(Map.of("schema.registry.url", "mock://split-topology", "auto.register.schemas", true));
    private TimeLimit limit = new TimeLimit("split-test", Duration.ofSeconds(30));
    private TopologyTestDriver driver;
    private TestInputTopic<String, RawIssue> issues;
    private TestOutputTopic<String, Page> pages;
    private TestOutputTopic<String, Article> articles;
    private TestOutputTopic<String, Receipt> receipts;
    private TestOutputTopic<String, DeadLetter> deadLetters;

    @BeforeEach
    void start() {
        Properties config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "t.split");
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
        config.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        config.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        driver = new TopologyTestDriver(topology(), config, Issues.NOON);
        issues = driver.createInputTopic(
                TOPICS.name(Topic.ISSUES),
                new StringSerializer(),
                serdes.<RawIssue>value().serializer());
        pages = output(Topic.PAGES);
        articles = output(Topic.ARTICLES);
        receipts = output(Topic.RECEIPTS);
        deadLetters = output(Topic.DEAD_LETTERS);
    }

    @AfterEach
    void stop() {
        driver.close();
        limit.close();
    }

    /** For texts that hang; the splitter alone may need longer, where its first page reads the vocabularies on a busy machine. */
    private void impatient() {
        stop();
        limit = new TimeLimit("split-test", Duration.ofMillis(700));
        start();
    }

    @Test
    void theFirstDeliveryBecomesAPageItsArticlesAndASplitReceipt() {
        send(Issues.page("d1", Issues.NOON, TEXT));

        Page page = pages.readValue();
        List<Article> split = articles.readValuesToList();
        assertThat(page.getPageId()).isEqualTo(PAGE_ID);
        assertThat(page.getArticleIds())
                .hasSize(2)
                .containsExactlyElementsOf(
                        split.stream().map(Article::getArticleId).toList());
        assertThat(split).extracting(Article::getTitle).containsExactly("青川新区三条公路同日开工", "河堤加固工程提前完工");
        DistributionSummary confidence =
                meters.get("broadsheet.ingest.article.confidence").summary();
        assertThat(confidence.count()).isEqualTo(2);
        assertThat(confidence.totalAmount())
                .isEqualTo(split.stream().mapToDouble(Article::getConfidence).sum());
        assertThat(split).allSatisfy(article -> {
            assertThat(article.getPageArticles()).isEqualTo(2);
            assertThat(article.getDeliveryId()).isEqualTo("d1");
        });
        assertThat(receipts.readValuesToList())
                .singleElement()
                .returns(ReceiptState.SPLIT, Receipt::getState)
                .returns(2, Receipt::getArticles)
                .returns(PAGE_ID, Receipt::getPageId)
                .returns("ingest-1", Receipt::getInstance);
        assertThat(deadLetters.isEmpty()).isTrue();
    }

    @Test
    void everyRunLeadsBackToItsLineAndItsTextOnThePage() {
        send(Issues.page("d1", Issues.NOON, TEXT));

        Page page = pages.readValue();
        assertThat(page.getLines())
                .noneSatisfy(line -> assertThat(line.getText()).isBlank());
        for (Article article : articles.readValuesToList()) {
            article.getBlocks().forEach(block -> {
                assertThat(block.getRuns()).isNotEmpty();
                for (Run run : block.getRuns()) {
                    String text =
                            block.getText().substring(run.getBlockOffset(), run.getBlockOffset() + run.getLength());
                    assertThat(TEXT.substring(run.getPageOffset(), run.getPageOffset() + run.getLength()))
                            .isEqualTo(text);
                    assertThat(page.getLines())
                            .filteredOn(line -> line.getNumber() == run.getLine())
                            .singleElement()
                            .satisfies(line -> assertThat(line.getText()).contains(text.strip()));
                }
            });
        }
    }

    @Test
    void theSameInputGivesTheSameRecords() {
        send(Issues.page("d1", Issues.NOON, TEXT));
        Page page = pages.readValue();
        List<Article> split = articles.readValuesToList();
        driver.close();
        start();

        send(Issues.page("d1", Issues.NOON, TEXT));

        assertThat(pages.readValue()).isEqualTo(page);
        assertThat(articles.readValuesToList()).isEqualTo(split);
    }

    @Test
    void recordsCarryWhatSubscribersFilterByTheEventTimeAndTheTraceContext() {
        RawIssue issue = Issues.page("d1", Issues.NOON, TEXT);
        RecordHeaders headers = new RecordHeaders();
        headers.add("traceparent", "00-1".getBytes(StandardCharsets.UTF_8));

        issues.pipeInput(new TestRecord<>(issue.getIssueId(), issue, headers, Issues.NOON.plusSeconds(60)));

        TestRecord<String, Page> page = pages.readRecord();
        assertThat(headers(page)).startsWith("feed=default", "publication=青川晚报").contains("generation=1");
        assertThat(headers(page)).contains("traceparent=00-1");
        assertThat(page.getRecordTime()).isEqualTo(Issues.NOON);
        TestRecord<String, Article> article = articles.readRecord();
        assertThat(headers(article)).contains("kind=NEWS", "traceparent=00-1");
        assertThat(article.getRecordTime()).isEqualTo(Issues.NOON);
    }

    @Test
    void aTracedIssueIsSplitIntoTheSameValuesWhoseHeadersNameTheStepBefore() {
        RawIssue issue = Issues.page("d1", Issues.NOON, TEXT);
        send(issue);
        Page page = pages.readValue();
        List<Article> split = articles.readValuesToList();
        driver.close();
        trace();
        start();

        sendTraced(issue);

        TestRecord<String, Page> traced = pages.readRecord();
        List<TestRecord<String, Article>> tracedArticles = articles.readRecordsToList();
        assertThat(traced.value()).isEqualTo(page);
        assertThat(tracedArticles).extracting(TestRecord::value).isEqualTo(split);
        traces.close();
        SpanData first = spans.named("split").get(0);
        SpanData guard = spans.named("guard").get(0);
        assertThat(guard.getParentSpanId()).isEqualTo(first.getSpanId());
        assertThat(first.getParentSpanContext().isRemote()).isTrue();
        assertThat(tracedArticles)
                .allSatisfy(article -> assertThat(headers(article))
                        .contains("traceparent=00-" + first.getTraceId() + "-" + guard.getSpanId() + "-01"));
        assertThat(headers(traced)).contains("traceparent=00-" + first.getTraceId() + "-" + guard.getSpanId() + "-01");
    }

    @Test
    void aDeadLetterKeepsTheTraceOfTheStepThatFailed() {
        trace();
        driver.close();
        start();

        sendTraced(Issues.page("d1", Issues.NOON, THROW));

        traces.close();
        SpanData failed = spans.named("split").get(0);
        assertThat(failed.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(deadLetters.readValue().getHeaders())
                .extracting(header -> header.getName() + "=" + StandardCharsets.UTF_8.decode(header.getValue()))
                .contains("traceparent=00-" + failed.getTraceId() + "-" + failed.getSpanId() + "-01");
    }

    private void trace() {
        traces = Traces.to(
                spans,
                "test",
                CommonSettings.read("ingest", new SettingsReader(Map.of("BROADSHEET_TRACES", "http://127.0.0.1:1"))),
                meters);
    }

    private void sendTraced(RawIssue issue) {
        Headers headers = traces.delivery(issue.getDelivery()).onward(new RecordHeaders());
        issues.pipeInput(new TestRecord<>(issue.getIssueId(), issue, headers, Issues.NOON));
    }

    @Test
    void articlesReceivedLongAgoHaveTheTimeAtWhichTheyAreSplitOrTheyWouldExpireBeforeTheyAreRead() {
        send(Issues.page("d1", Issues.NOON.minus(Duration.ofDays(14)), TEXT));
        assertThat(articles.readRecord().getRecordTime()).isEqualTo(Issues.NOON.minus(Duration.ofDays(14)));
        drain();

        send(Issues.unknown("d2", Issues.NOON.minus(Duration.ofDays(31)), "另一版\n" + TEXT));

        assertThat(articles.readRecordsToList())
                .isNotEmpty()
                .allSatisfy(record -> assertThat(record.getRecordTime()).isEqualTo(Issues.NOON));
        assertThat(pages.readRecordsToList())
                .isNotEmpty()
                .allSatisfy(
                        record -> assertThat(record.getRecordTime()).isEqualTo(Issues.NOON.minus(Duration.ofDays(31))));
    }

    @Test
    void anotherDeliveryOfTheSameBytesIsADuplicateThatNamesTheFirst() {
        send(Issues.page("d1", Issues.NOON, TEXT));
        drain();

        RawIssue again = Issues.page("d2", Issues.NOON.plusSeconds(5), TEXT);
        send(again);

        assertThat(receipts.readValuesToList())
                .singleElement()
                .returns(ReceiptState.DUPLICATE, Receipt::getState)
                .returns("d2", Receipt::getDeliveryId)
                .returns("d1", Receipt::getFirstDeliveryId)
                .satisfies(receipt -> assertThat(receipt.getReason()).contains("d1.txt"));
        assertThat(pages.isEmpty()).isTrue();
        assertThat(articles.isEmpty()).isTrue();
    }

    @Test
    void theSameDeliveryAgainIsNoNewReceipt() {
        send(Issues.page("d1", Issues.NOON, TEXT));
        send(Issues.page("d2", Issues.NOON.plusSeconds(5), TEXT));
        drain();

        send(Issues.page("d1", Issues.NOON.plusSeconds(9), TEXT));
        send(Issues.page("d2", Issues.NOON.plusSeconds(9), TEXT));

        assertThat(receipts.isEmpty()).isTrue();
        assertThat(pages.isEmpty()).isTrue();
        assertThat(counted("repeated")).isEqualTo(2);
    }

    @Test
    void aHigherGenerationIsSplitAgainUnderTheSameIds() {
        send(Issues.page("d1", Issues.NOON, TEXT));
        Page before = pages.readValue();
        drain();

        send(RawIssue.newBuilder(Issues.page("d1", Issues.NOON, TEXT))
                .setGeneration(2L)
                .build());

        assertThat(pages.readValue())
                .returns(before.getArticleIds(), Page::getArticleIds)
                .satisfies(page -> assertThat(page.getVersion().getGeneration()).isEqualTo(2));
        assertThat(articles.readValuesToList())
                .allSatisfy(article -> assertThat(article.getState()).isEqualTo(RecordState.CURRENT));
        assertThat(receipts.readValuesToList()).extracting(Receipt::getState).containsExactly(ReceiptState.SPLIT);
    }

    @Test
    void aNewerVersionSupersedesAndRetractsWhatIsGone() {
        send(Issues.page("d1", Issues.NOON, TEXT));
        Page before = pages.readValue();
        drain();

        RawIssue newer = Issues.page("d2", Issues.NOON.plusSeconds(5), SHORTER);
        send(newer);

        Page after = pages.readValue();
        List<Article> records = articles.readValuesToList();
        assertThat(records)
                .filteredOn(article -> article.getState() == RecordState.RETRACTED)
                .extracting(Article::getArticleId)
                .containsExactlyElementsOf(before.getArticleIds());
        assertThat(records)
                .filteredOn(article -> article.getState() == RecordState.RETRACTED)
                .allSatisfy(article -> {
                    assertThat(article.getBlocks()).isEmpty();
                    assertThat(article.getPageId()).isEqualTo(PAGE_ID);
                    assertThat(article.getVersion()).isEqualTo(after.getVersion());
                    assertThat(Objects.requireNonNull(article.getRetraction()).getSupersededBy())
                            .isEqualTo(newer.getIssueId());
                });
        assertThat(records)
                .filteredOn(article -> article.getState() == RecordState.CURRENT)
                .extracting(Article::getArticleId)
                .containsExactlyElementsOf(after.getArticleIds());
        List<Receipt> written = receipts.readValuesToList();
        assertThat(written).extracting(Receipt::getState).containsExactly(ReceiptState.SPLIT, ReceiptState.SUPERSEDED);
        assertThat(written.get(1))
                .returns("d1", Receipt::getDeliveryId)
                .returns(before.getVersion().getIssueId(), Receipt::getIssueId)
                .returns(newer.getIssueId(), Receipt::getOtherIssueId);
        assertThat(written.get(0))
                .returns("d2", Receipt::getDeliveryId)
                .returns(before.getVersion().getIssueId(), Receipt::getOtherIssueId)
                .satisfies(receipt -> assertThat(receipt.getReason()).contains("d1.txt"));
    }

    @Test
    void ofThreeVersionsTheOneInTheMiddleIsLateWhenItComesLastAndOnlyTheEndsAreLinked() {
        RawIssue first = Issues.page("d1", Issues.NOON, TEXT);
        RawIssue last = Issues.page("d3", Issues.NOON.plusSeconds(9), SHORTER);
        send(first);
        send(last);
        drain();

        send(Issues.page("d2", Issues.NOON.plusSeconds(5), SHORTER.replace("四十三", "四十四")));

        assertThat(receipts.readValuesToList())
                .extracting(Receipt::getState, Receipt::getOtherIssueId)
                .containsExactly(tuple(ReceiptState.SPLIT, null), tuple(ReceiptState.LATE, last.getIssueId()));
        assertThat(pages.isEmpty()).isTrue();
        assertThat(articles.isEmpty()).isTrue();
    }

    @Test
    void anOlderVersionIsLateAndChangesNothing() {
        RawIssue standing = Issues.page("d2", Issues.NOON.plusSeconds(5), SHORTER);
        send(standing);
        drain();

        send(Issues.page("d1", Issues.NOON, TEXT));

        assertThat(receipts.readValuesToList())
                .filteredOn(receipt -> receipt.getState() == ReceiptState.LATE)
                .singleElement()
                .returns("d1", Receipt::getDeliveryId)
                .returns(standing.getIssueId(), Receipt::getOtherIssueId);
        assertThat(pages.isEmpty()).isTrue();
        assertThat(articles.isEmpty()).isTrue();
    }

    @Test
    void aPageOfWhichNothingIsKnownIsItsOwnPage() {
        RawIssue issue = Issues.unknown("d1", Issues.NOON, TEXT);

        send(issue);

        assertThat(pages.readValue())
                .returns(issue.getIssueId(), Page::getPageId)
                .returns(null, Page::getIssueDate);
    }

    @Test
    void whateverThePureCoreThrowsIsADeadLetterAndAFailedReceiptAndTheNextIssuePasses() {
        RawIssue bad = Issues.page("d1", Issues.NOON, THROW);

        send(bad);
        send(Issues.page("d2", Issues.NOON, TEXT));

        DeadLetter letter = deadLetters.readValue();
        assertThat(letter)
                .returns("split", DeadLetter::getStage)
                .returns("t.issues-0-0-split", DeadLetter::getDeadLetterId)
                .returns(bad.getIssueId(), DeadLetter::getIssueId);
        assertThat(letter.getCause()).contains("no rule for this");
        byte[] original = Objects.requireNonNull(letter.getValue()).array();
        assertThat(serdes.<RawIssue>value().deserializer().deserialize("t.issues", original))
                .isEqualTo(bad);
        assertThat(receipts.readValuesToList())
                .extracting(Receipt::getState)
                .containsExactly(ReceiptState.FAILED, ReceiptState.SPLIT);
        assertThat(pages.getQueueSize()).isEqualTo(1);
    }

    @Test
    void aPageThatTakesTooLongOrNestsTooDeepIsADeadLetter() {
        impatient();
        send(Issues.page("d1", Issues.NOON, HANG));
        send(Issues.page("d2", Issues.NOON, DEEP));

        assertThat(deadLetters.readValuesToList())
                .extracting(DeadLetter::getCauseClass)
                .containsExactly("dev.broadsheet.runtime.TimeLimitExceededException", "java.lang.StackOverflowError");
    }

    /** As after an aborted transaction: the same places are read again, and their dead letters cost no more time. */
    @Test
    void aPageThatTookTooLongTwiceFailsAtOnceWhenItIsReadAgain() {
        impatient();
        RawIssue hanging = Issues.page("d1", Issues.NOON, HANG);
        send(hanging);
        DeadLetter first = deadLetters.readValue();
        for (int again = 0; again < 2; again++) {
            driver.close();
            start();
            send(hanging);
        }

        assertThat(deadLetters.readValue())
                .returns(first.getDeadLetterId(), DeadLetter::getDeadLetterId)
                .returns(first.getCauseClass(), DeadLetter::getCauseClass);
        assertThat(hangs).hasValue(2);
    }

    @Test
    void bytesThatDoNotFitTheirCharsetAreADeadLetterNotQuestionMarks() {
        send(RawIssue.newBuilder(Issues.page("d1", Issues.NOON, TEXT))
                .setCharset("UTF-16LE")
                .setContent(java.nio.ByteBuffer.wrap(new byte[] {0x11, (byte) 0xD8, 0x22}))
                .build());

        assertThat(deadLetters.readValue().getCauseClass()).contains("MalformedInputException");
    }

    @Test
    void aFailedIssueThatIsSentAgainHasOneDeadLetterAndOneReceipt() {
        RawIssue bad = Issues.page("d1", Issues.NOON, THROW);

        send(bad);
        send(bad);

        assertThat(deadLetters.getQueueSize()).isEqualTo(1);
        assertThat(receipts.getQueueSize()).isEqualTo(1);
        assertThat(counted("repeated")).isEqualTo(1);
    }

    @Test
    void aFailedFileThatIsDroppedAgainIsWorkedOnAgain() {
        send(Issues.page("d1", Issues.NOON, THROW));
        send(Issues.page("d1", Issues.NOON.plusSeconds(5), THROW));
        send(Issues.page("d2", Issues.NOON.plusSeconds(9), THROW));

        assertThat(deadLetters.getQueueSize()).isEqualTo(3);
        assertThat(receipts.readValuesToList()).extracting(Receipt::getState).containsOnly(ReceiptState.FAILED);
    }

    @Test
    void nulCharactersTravel() {
        send(Issues.page("d1", Issues.NOON, TEXT.replace("四十二公里", "四十二\0公里")));

        assertThat(articles.readValuesToList())
                .anySatisfy(article -> assertThat(article.getBlocks())
                        .anySatisfy(block -> assertThat(block.getText()).contains("\0")));
        assertThat(deadLetters.isEmpty()).isTrue();
    }

    @Test
    void theCountersAddUp() {
        send(Issues.page("d1", Issues.NOON, TEXT));
        send(Issues.page("d2", Issues.NOON, TEXT));
        send(Issues.page("d3", Issues.NOON, THROW));

        assertThat(counted("split") + counted("duplicate") + counted("failed")).isEqualTo(3);
        assertThat(counted("split")).isEqualTo(1);
        assertThat(counted("duplicate")).isEqualTo(1);
    }

    @Test
    void aPagesRecordsAllGoToThePartitionOfThePage() {
        int partition = PageIdPartitioner.partition(PAGE_ID, 12);
        Article article = Article.newBuilder(new SplitMapping("x").retracted("i-1", aPage()))
                .build();

        assertThat(new PageIdPartitioner<Article>(Article::getPageId).partitions("t.articles", "i-1", article, 12))
                .hasValue(java.util.Set.of(partition));
        assertThat(topology().describe().toString()).contains("Sink: pages").contains("Sink: articles");
    }

    @Test
    void theTopologyIsTheOneThatWasReviewed() throws IOException {
        try (InputStream golden = Objects.requireNonNull(getClass().getResourceAsStream("topology.txt"))) {
            assertThat(topology().describe()).hasToString(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private Page aPage() {
        send(Issues.page("d1", Issues.NOON, TEXT));
        return pages.readValue();
    }

    private SplitPage split(String text) {
        if (text.equals(THROW)) {
            throw new IllegalStateException("no rule for this");
        }
        if (text.equals(DEEP)) {
            return split(text);
        }
        if (text.equals(HANG)) {
            hangs.incrementAndGet();
            try {
                never.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return splitter.split(text);
    }

    private Topology topology() {
        Clock clock = Clock.fixed(Issues.NOON.plusSeconds(1), ZoneOffset.UTC);
        DeadLetterContext context = new DeadLetterContext(
                "split",
                TOPICS,
                "ingest-1",
                "0",
                "x",
                clock,
                serdes.<DeadLetter>value().serializer());
        SplitMapping mapping = new SplitMapping("x");
        SplitReceipts written = new SplitReceipts("ingest-1", clock);
        SplitTelemetry telemetry = new SplitTelemetry(meters);
        IssueSplitter issueSplitter = new IssueSplitter(
                this::split, limit, mapping, serdes.<RawIssue>value().serializer(), context);
        return new SplitTopology(TOPICS, serdes, clock)
                .build(
                        traces.around("split", () -> new IssueProcessor(issueSplitter, written, telemetry)),
                        traces.around("guard", () -> new PageProcessor(mapping, written, telemetry)));
    }

    private double counted(String outcome) {
        return meters.get("broadsheet.ingest.issues")
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    private void send(RawIssue issue) {
        issues.pipeInput(issue.getIssueId(), issue, issue.getDelivery().getReceivedAt());
    }

    private void drain() {
        pages.readValuesToList();
        articles.readValuesToList();
        receipts.readValuesToList();
    }

    private static List<String> headers(TestRecord<String, ?> record) {
        return java.util.Arrays.stream(record.getHeaders().toArray())
                .map(header -> header.key() + "=" + new String(header.value(), StandardCharsets.UTF_8))
                .toList();
    }

    private <T extends SpecificRecord> TestOutputTopic<String, T> output(Topic topic) {
        return driver.createOutputTopic(
                TOPICS.name(topic), new StringDeserializer(), serdes.<T>value().deserializer());
    }
}
