package dev.broadsheet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.contracts.Article;
import dev.broadsheet.contracts.AvroSerdes;
import dev.broadsheet.contracts.DeadLetter;
import dev.broadsheet.contracts.DeadLetterState;
import dev.broadsheet.contracts.Page;
import dev.broadsheet.contracts.RawIssue;
import dev.broadsheet.contracts.Receipt;
import dev.broadsheet.contracts.ReceiptState;
import dev.broadsheet.contracts.Replay;
import dev.broadsheet.contracts.SplitResult;
import dev.broadsheet.contracts.Topic;
import dev.broadsheet.contracts.Topics;
import dev.broadsheet.ingest.split.PageSplitter;
import dev.broadsheet.ingest.split.SplitPage;
import dev.broadsheet.runtime.DeadLetterContext;
import dev.broadsheet.runtime.StreamsConfiguration;
import dev.broadsheet.runtime.TimeLimit;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dead letters of split that are tried again: on the retry topic, or on the topic inside the stage where they failed. */
class SplitReplayTest {
    private static final Topics TOPICS = new Topics("t.", 12);
    private static final String ISSUES = TOPICS.name(Topic.ISSUES);
    private static final String BY_PAGE = "t.split-by-page-repartition";
    private static final String TEXT = """
            青川新区三条公路同日开工

            本报讯（记者 田有禾）昨日上午，青川新区三条公路同日开工，总长四十二公里，
            预计明年底通车。
            """;
    private static final byte[] SCHEMA_GONE = {0, 0, 1, 2, 3, 9, 9};

    @TempDir
    Path folder;

    private final PageSplitter splitter = new PageSplitter();
    private final AvroSerdes serdes =
            new AvroSerdes(Map.of("schema.registry.url", "mock://split-replay", "auto.register.schemas", true));
    private final TimeLimit limit = new TimeLimit("split-replay", Duration.ofSeconds(30));
    private final DeadLetterContext context = new DeadLetterContext(
            "split",
            TOPICS,
            "ingest-1",
            "0",
            "x",
            Clock.fixed(Issues.NOON.plusSeconds(1), ZoneOffset.UTC),
            serdes.<DeadLetter>value().serializer());
    private boolean mended;

    @SuppressWarnings("NullAway.Init") // before each test
    private TopologyTestDriver driver;

    @BeforeEach
    void start() {
        Properties config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "t.split");
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
        config.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        config.putAll(StreamsConfiguration.failureHandling(context, new SimpleMeterRegistry()));
        driver = new TopologyTestDriver(topology(), config, Issues.NOON);
    }

    @AfterEach
    void stop() {
        driver.close();
        limit.close();
    }

    @Test
    void whatFailedAndIsMendedIsSplitAsIfItHadNeverFailed() {
        RawIssue issue = Issues.page("d1", Issues.NOON, TEXT);
        send(issue);
        DeadLetter letter = letters().get(0);

        mended = true;
        replay(letter);

        assertThat(this.<Page>values(Topic.PAGES)).hasSize(1);
        assertThat(this.<Article>values(Topic.ARTICLES)).hasSize(1);
        assertThat(letters()).isEmpty();
        assertThat(this.<Receipt>values(Topic.RECEIPTS))
                .extracting(Receipt::getState)
                .containsExactly(ReceiptState.FAILED, ReceiptState.SPLIT);
    }

    @Test
    void whatFailsAgainIsTheSameLetterWithOneAttemptMore() {
        send(Issues.page("d1", Issues.NOON, TEXT));
        DeadLetter letter = letters().get(0);

        replay(letter);

        assertThat(letters())
                .singleElement()
                .returns(letter.getDeadLetterId(), DeadLetter::getDeadLetterId)
                .returns(DeadLetterState.DEAD, DeadLetter::getState)
                .returns(ISSUES, DeadLetter::getTopic)
                .returns(2, DeadLetter::getAttempts)
                .returns(letter.getValue(), DeadLetter::getValue)
                .returns(letter.getRecordTimestamp(), DeadLetter::getRecordTimestamp);
    }

    @Test
    void theDeliveryOfAMendedLetterThatIsSentAgainChangesNothing() {
        RawIssue issue = Issues.page("d1", Issues.NOON, TEXT);
        send(issue);
        mended = true;
        replay(letters().get(0));

        send(issue);

        assertThat(this.<Page>values(Topic.PAGES)).hasSize(1);
        assertThat(letters()).isEmpty();
        assertThat(this.<Receipt>values(Topic.RECEIPTS))
                .extracting(Receipt::getState)
                .containsExactly(ReceiptState.FAILED, ReceiptState.SPLIT);
    }

    @Test
    void replayedTwiceItIsWrittenOnce() {
        send(Issues.page("d1", Issues.NOON, TEXT));
        DeadLetter letter = letters().get(0);
        mended = true;

        replay(letter);
        replay(letter);

        assertThat(this.<Page>values(Topic.PAGES)).hasSize(1);
        assertThat(this.<Article>values(Topic.ARTICLES)).hasSize(1);
    }

    @Test
    void whatWasWrittenInPartIsWrittenOnceMore() {
        mended = true;
        RawIssue issue = Issues.page("d1", Issues.NOON, TEXT);
        send(issue);
        DeadLetter partly = DeadLetter.newBuilder(letterOf(ISSUES, key(issue), bytes(issue)))
                .setPartlyWritten(true)
                .build();

        replay(partly);

        assertThat(this.<Page>values(Topic.PAGES)).hasSize(2);
        assertThat(letters()).isEmpty();
    }

    @Test
    void anIssueThatANewerVersionOfItsPageHasOvertakenIsLate() {
        RawIssue older = Issues.page("d1", Issues.NOON, TEXT);
        send(older);
        DeadLetter letter = letters().get(0);
        mended = true;
        send(Issues.page("d2", Issues.NOON.plusSeconds(60), TEXT.replace("四十二", "四十三")));

        replay(letter);

        assertThat(this.<Page>values(Topic.PAGES)).hasSize(1);
        assertThat(this.<Receipt>values(Topic.RECEIPTS))
                .extracting(Receipt::getState)
                .contains(ReceiptState.LATE);
    }

    @Test
    void aLetterWhoseSchemaIsGoneFailsAgainAndSaysSo() {
        replay(letterOf(ISSUES, "k".getBytes(StandardCharsets.UTF_8), SCHEMA_GONE));

        assertThat(letters()).singleElement().satisfies(again -> {
            assertThat(again.getDeadLetterId()).isEqualTo("t.issues-3-17-split");
            assertThat(again.getAttempts()).isEqualTo(2);
            assertThat(again.getCause()).containsIgnoringCase("schema").contains("66051");
            assertThat(again.getValue()).isEqualTo(ByteBuffer.wrap(SCHEMA_GONE));
        });
    }

    @Test
    void aRecordWithoutAValueIsADeadLetterAndStaysOneWhenItIsReplayed() {
        input(ISSUES).pipeInput(new TestRecord<>(null, null, new RecordHeaders(), Issues.NOON));
        DeadLetter letter = letters().get(0);
        assertThat(letter.getValue()).isNull();

        replay(letter);

        assertThat(letters())
                .singleElement()
                .returns(letter.getDeadLetterId(), DeadLetter::getDeadLetterId)
                .returns(2, DeadLetter::getAttempts)
                .satisfies(again -> assertThat(again.getCause()).contains("without a value"));
    }

    @Test
    void aLetterFromInsideTheStageIsReplayedThereAndNotWrittenTwice() {
        mended = true;
        SplitResult result = split(Issues.page("d1", Issues.NOON, TEXT));
        byte[] value = serdes.<SplitResult>internal().serializer().serialize(BY_PAGE, result);
        DeadLetter letter = letterOf(BY_PAGE, result.getPage().getPageId().getBytes(StandardCharsets.UTF_8), value);

        pipe("t.split-by-page-repartition", letter);
        assertThat(this.<Page>values(Topic.PAGES)).hasSize(1);

        pipe("t.split-by-page-repartition", letter);
        assertThat(this.<Page>values(Topic.PAGES)).as("stands already").isEmpty();
    }

    private SplitResult split(RawIssue issue) {
        return new SplitMapping("x").result(issue, splitter.split(TEXT));
    }

    private SplitPage splitOnceMended(String text) {
        if (!mended) {
            throw new IllegalStateException("no rule for this");
        }
        return splitter.split(text);
    }

    private Topology topology() {
        SplitMapping mapping = new SplitMapping("x");
        SplitReceipts receipts = new SplitReceipts("ingest-1", context.clock());
        SplitTelemetry telemetry = new SplitTelemetry(new SimpleMeterRegistry());
        IssueSplitter issues = new IssueSplitter(
                this::splitOnceMended,
                limit,
                mapping,
                serdes.valueOf(ISSUES, RawIssue.class).serializer(),
                context);
        return new SplitTopology(TOPICS, serdes, context.clock())
                .build(
                        () -> new IssueProcessor(issues, receipts, telemetry),
                        () -> new PageProcessor(mapping, receipts, telemetry));
    }

    private void send(RawIssue issue) {
        input(ISSUES).pipeInput(new TestRecord<>(key(issue), bytes(issue), new RecordHeaders(), Issues.NOON));
    }

    private void replay(DeadLetter letter) {
        pipe(TOPICS.name(Topic.RETRY_SPLIT), letter);
    }

    /** As the command does: key, value and headers of the letter, now. */
    private void pipe(String topic, DeadLetter letter) {
        RecordHeaders headers = new RecordHeaders();
        Replay.of(letter).addTo(headers);
        input(topic)
                .pipeInput(new TestRecord<>(
                        array(letter.getKey()),
                        array(letter.getValue()),
                        headers,
                        Instant.parse("2026-01-01T00:00:00Z")));
    }

    private DeadLetter letterOf(String topic, byte[] key, byte[] value) {
        return DeadLetter.newBuilder()
                .setDeadLetterId(topic + "-3-17-split")
                .setStage("split")
                .setTopic(topic)
                .setPartition(3)
                .setOffset(17)
                .setKey(ByteBuffer.wrap(key))
                .setValue(ByteBuffer.wrap(value))
                .setHeaders(List.of())
                .setCauseClass("c")
                .setCause("c")
                .setStack("")
                .setSoftware("0")
                .setInstance("i")
                .setAt(Issues.NOON)
                .build();
    }

    private TestInputTopic<byte[], byte[]> input(String topic) {
        return driver.createInputTopic(topic, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private List<DeadLetter> letters() {
        return values(Topic.DEAD_LETTERS);
    }

    private <T extends SpecificRecord> List<T> values(Topic topic) {
        TestOutputTopic<String, T> output = driver.createOutputTopic(
                TOPICS.name(topic), new StringDeserializer(), serdes.<T>value().deserializer());
        return output.readValuesToList();
    }

    private static byte[] key(RawIssue issue) {
        return new StringSerializer().serialize(ISSUES, issue.getIssueId());
    }

    private byte[] bytes(RawIssue issue) {
        return serdes.<RawIssue>value().serializer().serialize(ISSUES, issue);
    }

    private static byte @Nullable [] array(@Nullable ByteBuffer buffer) {
        if (buffer == null) {
            return null;
        }
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
