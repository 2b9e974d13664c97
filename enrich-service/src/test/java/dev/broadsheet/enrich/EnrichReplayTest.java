package dev.broadsheet.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.contracts.Article;
import dev.broadsheet.contracts.AvroSerdes;
import dev.broadsheet.contracts.DeadLetter;
import dev.broadsheet.contracts.EnrichedArticle;
import dev.broadsheet.contracts.PageVersion;
import dev.broadsheet.contracts.Receipt;
import dev.broadsheet.contracts.ReceiptState;
import dev.broadsheet.contracts.Replay;
import dev.broadsheet.contracts.Topic;
import dev.broadsheet.contracts.Topics;
import dev.broadsheet.enrich.extract.LeftOut;
import dev.broadsheet.enrich.extract.SourceArticle;
import dev.broadsheet.enrich.link.LinkedArticle;
import dev.broadsheet.runtime.DeadLetterContext;
import dev.broadsheet.runtime.StreamsConfiguration;
import dev.broadsheet.runtime.TimeLimit;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dead letters of enrich that are tried again. */
class EnrichReplayTest {
    private static final Topics TOPICS = new Topics("t.", 12);
    private static final byte[] SCHEMA_GONE = {0, 0, 1, 2, 3, 9, 9};

    @TempDir
    Path folder;

    private final AvroSerdes serdes =
            new AvroSerdes(Map.of("schema.registry.url", "mock://enrich-replay", "auto.register.schemas", true));
    private final TimeLimit limit = new TimeLimit("enrich-replay", Duration.ofSeconds(30));
    private final DeadLetterContext context = new DeadLetterContext(
            "enrich",
            TOPICS,
            "enrich-1",
            "0",
            "x",
            Clock.fixed(Articles.NOON, ZoneOffset.UTC),
            serdes.<DeadLetter>value().serializer());
    private final Article article = Articles.article("i1", 0, 1, "没有数字的一段话。");
    private boolean mended;

    @SuppressWarnings("NullAway.Init") // before each test
    private TopologyTestDriver driver;

    @BeforeEach
    void start() {
        Properties config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "t.enrich");
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
        config.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        config.putAll(StreamsConfiguration.failureHandling(context, new SimpleMeterRegistry()));
        driver = new TopologyTestDriver(topology(), config);
    }

    @AfterEach
    void stop() {
        driver.close();
        limit.close();
    }

    @Test
    void whatFailedAndIsMendedIsEnrichedOnceHoweverOftenItIsReplayed() {
        send(article);
        DeadLetter letter = letters().get(0);
        mended = true;

        replay(letter);
        replay(letter);

        TestOutputTopic<String, EnrichedArticle> enriched = output(Topic.ARTICLES_ENRICHED);
        assertThat(enriched.readRecordsToList())
                .singleElement()
                .satisfies(record -> assertThat(record.getRecordTime())
                        .as("as if it had never failed")
                        .isEqualTo(Articles.NOON));
        assertThat(letters()).isEmpty();
        assertThat(this.<Receipt>values(Topic.RECEIPTS))
                .extracting(Receipt::getState)
                .containsExactly(ReceiptState.FAILED, ReceiptState.ENRICHED);
    }

    @Test
    void whatFailsAgainIsTheSameLetterWithOneAttemptMore() {
        send(article);
        DeadLetter letter = letters().get(0);

        replay(letter);

        assertThat(letters())
                .singleElement()
                .returns(letter.getDeadLetterId(), DeadLetter::getDeadLetterId)
                .returns(letter.getTopic(), DeadLetter::getTopic)
                .returns(2, DeadLetter::getAttempts)
                .returns(letter.getValue(), DeadLetter::getValue);
    }

    @Test
    void anArticleOfWhichANewerVersionStandsIsPassedOver() {
        send(article);
        DeadLetter letter = letters().get(0);
        mended = true;
        send(Articles.retraction(article, new PageVersion(Articles.NOON.plusSeconds(1), "i2", 1L)));
        assertThat(this.<EnrichedArticle>values(Topic.ARTICLES_ENRICHED)).hasSize(1);

        replay(letter);

        assertThat(this.<EnrichedArticle>values(Topic.ARTICLES_ENRICHED)).isEmpty();
    }

    @Test
    void whatWasWrittenInPartIsWrittenOnceMoreThoughItStands() {
        mended = true;
        send(article);
        send(Articles.article("i1", 1, 2, "另一段话。"));
        assertThat(this.<EnrichedArticle>values(Topic.ARTICLES_ENRICHED)).hasSize(2);
        DeadLetter partly = DeadLetter.newBuilder(letterOf(bytes(article)))
                .setPartlyWritten(true)
                .build();

        replay(partly);

        assertThat(this.<EnrichedArticle>values(Topic.ARTICLES_ENRICHED)).hasSize(1);
    }

    @Test
    void aLetterWhoseSchemaIsGoneFailsAgainAndSaysSo() {
        replay(letterOf(SCHEMA_GONE));

        assertThat(letters()).singleElement().satisfies(again -> {
            assertThat(again.getDeadLetterId()).isEqualTo("t.articles-3-17-enrich");
            assertThat(again.getAttempts()).isEqualTo(2);
            assertThat(again.getCause()).containsIgnoringCase("schema").contains("66051");
        });
    }

    @Test
    void aRecordWithoutAValueIsADeadLetter() {
        pipe(TOPICS.name(Topic.ARTICLES), null, new RecordHeaders());

        assertThat(letters())
                .singleElement()
                .satisfies(letter -> assertThat(letter.getCause()).contains("without a value"));
    }

    private LinkedArticle read(SourceArticle source) {
        if (!mended) {
            throw new IllegalStateException("no rule for this");
        }
        return new LinkedArticle(null, List.of(), List.of(), List.of(), LeftOut.NOTHING);
    }

    private Topology topology() {
        ArticleEnricher enricher = new ArticleEnricher(
                this::read,
                limit,
                new Mapping("x"),
                serdes.valueOf(TOPICS.name(Topic.ARTICLES), Article.class).serializer(),
                context);
        EnrichReceipts receipts = new EnrichReceipts("enrich-1", context.clock());
        EnrichTelemetry counters = new EnrichTelemetry(new SimpleMeterRegistry());
        return new EnrichTopology(TOPICS, serdes)
                .build(() -> new ArticleProcessor(enricher, receipts, counters), () -> new ProjectProcessor(counters));
    }

    private void send(Article sent) {
        pipe(TOPICS.name(Topic.ARTICLES), bytes(sent), new RecordHeaders());
    }

    /** As the command does. */
    private void replay(DeadLetter letter) {
        RecordHeaders headers = new RecordHeaders();
        Replay.of(letter).addTo(headers);
        pipe(
                TOPICS.name(Topic.RETRY_ENRICH),
                Objects.requireNonNull(letter.getValue()).array(),
                headers);
    }

    private void pipe(String topic, byte @Nullable [] value, RecordHeaders headers) {
        byte[] key = new StringSerializer().serialize(topic, article.getArticleId());
        Instant at = topic.contains("retry") ? Instant.parse("2026-01-01T00:00:00Z") : Articles.NOON;
        driver.createInputTopic(topic, new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(key, value, headers, at));
    }

    private byte[] bytes(Article sent) {
        return serdes.<Article>value().serializer().serialize(TOPICS.name(Topic.ARTICLES), sent);
    }

    private static DeadLetter letterOf(byte[] value) {
        return DeadLetter.newBuilder()
                .setDeadLetterId("t.articles-3-17-enrich")
                .setStage("enrich")
                .setTopic("t.articles")
                .setPartition(3)
                .setOffset(17)
                .setValue(ByteBuffer.wrap(value))
                .setHeaders(List.of())
                .setCauseClass("c")
                .setCause("c")
                .setStack("")
                .setSoftware("0")
                .setInstance("i")
                .setAt(Articles.NOON)
                .build();
    }

    private List<DeadLetter> letters() {
        return values(Topic.DEAD_LETTERS);
    }

    private <T extends SpecificRecord> List<T> values(Topic topic) {
        return this.<T>output(topic).readValuesToList();
    }

    private <T extends SpecificRecord> TestOutputTopic<String, T> output(Topic topic) {
        return driver.createOutputTopic(
                TOPICS.name(topic), new StringDeserializer(), serdes.<T>value().deserializer());
    }
}
