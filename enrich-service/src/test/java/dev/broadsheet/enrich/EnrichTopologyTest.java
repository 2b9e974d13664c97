package dev.broadsheet.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.contracts.Article;
import dev.broadsheet.contracts.AvroSerdes;
import dev.broadsheet.contracts.DeadLetter;
import dev.broadsheet.contracts.Delivery;
import dev.broadsheet.contracts.EnrichedArticle;
import dev.broadsheet.contracts.Metric;
import dev.broadsheet.contracts.PageVersion;
import dev.broadsheet.contracts.Receipt;
import dev.broadsheet.contracts.ReceiptState;
import dev.broadsheet.contracts.RecordState;
import dev.broadsheet.contracts.Topic;
import dev.broadsheet.contracts.Topics;
import dev.broadsheet.enrich.extract.LeftOut;
import dev.broadsheet.enrich.extract.MetricKind;
import dev.broadsheet.enrich.extract.MetricMention;
import dev.broadsheet.enrich.extract.Qualifier;
import dev.broadsheet.enrich.extract.SourceArticle;
import dev.broadsheet.enrich.extract.Status;
import dev.broadsheet.enrich.link.LinkedArticle;
import dev.broadsheet.runtime.CommonSettings;
import dev.broadsheet.runtime.DeadLetterContext;
import dev.broadsheet.runtime.SettingsReader;
import dev.broadsheet.runtime.TimeLimit;
import dev.broadsheet.runtime.trace.Traces;
import dev.broadsheet.testsupport.CollectedSpans;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
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

class EnrichTopologyTest {
    private static final Topics TOPICS = new Topics("t.", 12);
    private static final String HANG = "hang";
    private static final String THROW = "throw";

    @TempDir
    Path folder;

    private final CountDownLatch never = new CountDownLatch(1);
    private final AvroSerdes serdes =
            new AvroSerdes(Map.of("schema.registry.url", "mock://enrich-topology", "auto.register.schemas", true));
    private TimeLimit limit = new TimeLimit("enrich-test", Duration.ofSeconds(30));
    private final CollectedSpans spans = new CollectedSpans();
    private Traces traces = Traces.OFF;
    private TopologyTestDriver driver;
    private TestInputTopic<String, Article> articles;
    private TestOutputTopic<String, EnrichedArticle> enriched;
    private TestOutputTopic<String, Metric> metrics;
    private TestOutputTopic<String, Receipt> receipts;
    private TestOutputTopic<String, DeadLetter> deadLetters;

    @BeforeEach
    void start() {
        Properties config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "t.enrich");
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
        config.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        driver = new TopologyTestDriver(topology(), config);
        articles = driver.createInputTopic(
                TOPICS.name(Topic.ARTICLES),
                new StringSerializer(),
                serdes.<Article>value().serializer());
        enriched = output(Topic.ARTICLES_ENRICHED);
        metrics = output(Topic.METRICS);
        receipts = output(Topic.RECEIPTS);
        deadLetters = output(Topic.DEAD_LETTERS);
    }

    @AfterEach
    void stop() {
        driver.close();
        limit.close();
    }

    @Test
    void anArticleIsEnrichedAndItsFiguresStandOnTheirOwnTopic() {
        Article article = Articles.article("i1", 0, 1, "青川新区今年完成投资120亿元。");

        send(article);

        EnrichedArticle result = enriched.readValue();
        assertThat(result.getArticle()).isEqualTo(article);
        assertThat(result.getKeywords()).containsExactly("青川新区项目开工");
        Metric metric = metrics.readValue();
        assertThat(result.getMetrics()).containsExactly(metric);
        assertThat(metric.getNormalizedValue()).isEqualTo("12000000000");
        assertThat(metric.getMetricId()).isEqualTo("i1-1#m0-6-15");
        assertThat(metric.getLines()).containsExactly(3, 5);
    }

    @Test
    void recordsCarryWhatSubscribersFilterByAndTheTraceContext() {
        Article article = Articles.article("i1", 0, 1, "青川新区今年完成投资120亿元。");
        RecordHeaders headers = new RecordHeaders();
        headers.add("traceparent", "00-1".getBytes(StandardCharsets.UTF_8));

        articles.pipeInput(new TestRecord<>(article.getArticleId(), article, headers, Articles.NOON));

        TestRecord<String, EnrichedArticle> record = enriched.readRecord();
        assertThat(record.getHeaders().toArray())
                .extracting(header -> header.key() + "=" + new String(header.value(), StandardCharsets.UTF_8))
                .containsExactly(
                        "feed=default",
                        "publication=青川晚报",
                        "kind=NEWS",
                        "confidence=0.88",
                        "generation=1",
                        "traceparent=00-1");
        assertThat(record.getRecordTime()).isEqualTo(Articles.NOON);
    }

    @Test
    void everyArticleOfATracedPageIsASpanInItsTraceAndAFailedOneSaysSo() {
        traces = Traces.to(
                spans,
                "test",
                CommonSettings.read("enrich", new SettingsReader(Map.of("BROADSHEET_TRACES", "http://127.0.0.1:1"))),
                new SimpleMeterRegistry());
        driver.close();
        start();
        Delivery delivery = new Delivery("d1", "default", "A02.txt", 10L, Articles.NOON, Articles.NOON, null);
        Headers headers = traces.delivery(delivery).onward(new RecordHeaders());
        Article good = Articles.article("i1", 0, 2, "青川新区今年完成投资120亿元。");
        Article bad = Articles.article("i1", 1, 2, THROW);

        articles.pipeInput(new TestRecord<>(good.getArticleId(), good, headers, Articles.NOON));
        articles.pipeInput(new TestRecord<>(bad.getArticleId(), bad, headers, Articles.NOON));

        traces.close();
        List<SpanData> enrich = spans.named("enrich");
        assertThat(enrich)
                .extracting(SpanData::getTraceId)
                .hasSize(2)
                .containsOnly(enrich.get(0).getTraceId());
        assertThat(enrich)
                .extracting(span -> span.getStatus().getStatusCode())
                .containsExactly(StatusCode.UNSET, StatusCode.ERROR);
        String handedOn =
                "00-" + enrich.get(0).getTraceId() + "-" + enrich.get(0).getSpanId() + "-01";
        assertThat(traceparent(enriched.readRecord().getHeaders())).isEqualTo(handedOn);
        assertThat(traceparent(metrics.readRecord().getHeaders())).isEqualTo(handedOn);
    }

    private static String traceparent(Headers headers) {
        return new String(headers.lastHeader("traceparent").value(), StandardCharsets.UTF_8);
    }

    @Test
    void theLastArticleOfAPageBringsOneReceiptAndAReplayNone() {
        Article first = Articles.article("i1", 0, 2, "青川新区今年完成投资120亿元。");
        Article second = Articles.article("i1", 1, 2, "青川新区明年完成投资120亿元。");

        send(second);
        assertThat(receipts.isEmpty()).isTrue();
        send(first);
        assertThat(receipts.readValue())
                .returns(ReceiptState.ENRICHED, Receipt::getState)
                .returns(2, Receipt::getArticles)
                .returns("enrich-1", Receipt::getInstance);
        send(first);
        send(second);
        assertThat(receipts.isEmpty()).isTrue();
    }

    @Test
    void aRetractedArticleTakesItsFiguresWithIt() {
        Article article = Articles.article("i1", 0, 1, "青川新区今年完成投资120亿元。");
        send(article);
        metrics.readValue();
        enriched.readValue();

        send(Articles.retraction(article, new PageVersion(Articles.NOON.plusSeconds(1), "i2", 1L)));

        assertThat(enriched.readValue().getArticle().getState()).isEqualTo(RecordState.RETRACTED);
        assertThat(metrics.readValue())
                .returns("i1-1#m0-6-15", Metric::getMetricId)
                .returns(RecordState.RETRACTED, Metric::getState);
    }

    @Test
    void aFigureThatANewGenerationNoLongerReportsIsRetracted() {
        Article article = Articles.article("i1", 0, 1, "青川新区今年完成投资120亿元。");
        send(article);
        metrics.readValue();
        Article again = Article.newBuilder(article)
                .setVersion(new PageVersion(Articles.NOON, "i1", 2L))
                .setBlocks(Articles.article("i1", 0, 1, "没有数字的一段话。").getBlocks())
                .build();

        send(again);

        assertThat(metrics.readValue())
                .returns("i1-1#m0-6-15", Metric::getMetricId)
                .returns(RecordState.RETRACTED, Metric::getState);
        assertThat(metrics.isEmpty()).isTrue();
    }

    @Test
    void anOlderVersionThanWhatStandsChangesNothing() {
        Article article = Articles.article("i1", 0, 1, "青川新区今年完成投资120亿元。");
        send(Articles.retraction(article, new PageVersion(Articles.NOON.plusSeconds(1), "i2", 1L)));
        enriched.readValue();

        send(article);

        assertThat(enriched.isEmpty()).isTrue();
        assertThat(metrics.isEmpty()).isTrue();
    }

    @Test
    void whateverThePureCoreThrowsIsADeadLetterAndTheNextArticlePasses() {
        Article bad = Article.newBuilder(Articles.article("i1", 0, 2, THROW))
                .setTitle(null)
                .build();
        Article good = Articles.article("i1", 1, 2, "青川新区今年完成投资120亿元。");

        send(bad);
        send(good);

        DeadLetter letter = deadLetters.readValue();
        assertThat(letter.getStage()).isEqualTo("enrich");
        assertThat(letter.getCause()).contains("no rule for this");
        assertThat(letter.getDeadLetterId()).isEqualTo("t.articles-0-0-enrich");
        byte[] original = Objects.requireNonNull(letter.getValue()).array();
        assertThat(serdes.<Article>value().deserializer().deserialize("t.articles", original))
                .isEqualTo(bad);
        assertThat(receipts.readValue())
                .returns(ReceiptState.FAILED, Receipt::getState)
                .returns("i1", Receipt::getIssueId)
                .returns(
                        "article without a title (i1-1) could not be enriched: no rule for this;"
                                + " its dead letter is t.articles-0-0-enrich",
                        Receipt::getReason);
        assertThat(receipts.isEmpty())
                .as("a page with a dead article is not ENRICHED")
                .isTrue();
        assertThat(enriched.readValue().getArticle()).isEqualTo(good);
    }

    @Test
    void anArticleThatTakesTooLongIsADeadLetterAndTheNextArticlePasses() {
        send(Articles.article("i0", 0, 1, "青川新区今年完成投资120亿元。")); // reads the vocabularies, once
        stop();
        limit = new TimeLimit("enrich-test", Duration.ofSeconds(1));
        start();

        send(Articles.article("i1", 0, 2, HANG));
        send(Articles.article("i1", 1, 2, "青川新区今年完成投资120亿元。"));

        assertThat(deadLetters.readValue().getCauseClass()).endsWith("TimeLimitExceededException");
        assertThat(enriched.readValue().getArticle().getOrdinal()).isEqualTo(1);
    }

    @Test
    void theTopologyIsTheOneThatWasReviewed() throws IOException {
        try (InputStream golden = Objects.requireNonNull(getClass().getResourceAsStream("topology.txt"))) {
            assertThat(topology().describe()).hasToString(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private Topology topology() {
        DeadLetterContext context = new DeadLetterContext(
                "enrich",
                TOPICS,
                "enrich-1",
                "0",
                "x",
                Clock.fixed(Articles.NOON, ZoneOffset.UTC),
                serdes.<DeadLetter>value().serializer());
        ArticleEnricher enricher = new ArticleEnricher(
                this::read, limit, new Mapping("x"), serdes.<Article>value().serializer(), context);
        EnrichReceipts stamps = new EnrichReceipts("enrich-1", context.clock());
        EnrichTelemetry counters = new EnrichTelemetry(new SimpleMeterRegistry());
        return new EnrichTopology(TOPICS, serdes)
                .build(
                        traces.around("enrich", () -> new ArticleProcessor(enricher, stamps, counters)),
                        () -> new ProjectProcessor(counters));
    }

    /** A core that finds one figure, throws or hangs, as the text asks. */
    private LinkedArticle read(SourceArticle article) {
        String text = article.blocks().get(0).text();
        if (text.equals(THROW)) {
            throw new IllegalStateException("no rule for this");
        }
        if (text.equals(HANG)) {
            await();
        }
        int at = text.indexOf("完成投资120亿元");
        List<MetricMention> found = at < 0
                ? List.of()
                : List.of(new MetricMention(
                        "完成投资120亿元",
                        0,
                        at,
                        at + 9,
                        "投资",
                        null,
                        "120亿",
                        new BigDecimal(120),
                        "亿元",
                        new BigDecimal("1.2E+10"),
                        "CNY",
                        null,
                        null,
                        Qualifier.EXACT,
                        Status.ACTUAL,
                        MetricKind.LEVEL,
                        null,
                        null));
        return new LinkedArticle(null, List.of(), found, List.of(String.valueOf(article.title())), LeftOut.NOTHING);
    }

    private void await() {
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(Article article) {
        articles.pipeInput(article.getArticleId(), article, Articles.NOON);
    }

    private <T extends SpecificRecord> TestOutputTopic<String, T> output(Topic topic) {
        return driver.createOutputTopic(
                TOPICS.name(topic), new StringDeserializer(), serdes.<T>value().deserializer());
    }
}
