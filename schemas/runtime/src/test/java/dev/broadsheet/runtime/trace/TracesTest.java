package dev.broadsheet.runtime.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.sun.net.httpserver.HttpServer;
import dev.broadsheet.contracts.Delivery;
import dev.broadsheet.contracts.SubscriberHeaders;
import dev.broadsheet.runtime.CommonSettings;
import dev.broadsheet.runtime.SettingsReader;
import dev.broadsheet.testsupport.CollectedSpans;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class TracesTest {
    private static final Instant RECEIVED = Instant.parse("2026-03-01T08:00:00Z");
    private static final String DROPPED = "broadsheet.trace.spans.dropped";

    private final CollectedSpans collected = new CollectedSpans();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<Traces> open = new ArrayList<>();

    @AfterEach
    void close() {
        open.forEach(Traces::close);
    }

    @Test
    void withoutACollectorNothingIsTouched() {
        Traces off = Traces.of(common(Map.of()), meters);
        Headers headers = new RecordHeaders();
        ProcessorSupplier<String, String, String, String> processors = Passing::new;

        assertThat(off).isSameAs(Traces.OFF);
        assertThat(off.delivery(delivery(1))).isSameAs(Step.NONE);
        assertThat(Step.NONE.onward(headers)).isSameAs(headers);
        assertThat(off.around("split", processors)).isSameAs(processors);
        assertThat(meters.getMeters()).isEmpty();
    }

    @Test
    void aTraceLeadsFromTheDropThroughEveryStageToTheStore() {
        Traces traces = traces("1");
        Step intake = traces.delivery(delivery(1));
        Headers headers = intake.onward(new RecordHeaders());
        intake.end();
        Record<String, String> split = through(traces, "split", new Record<>("issue", "text", 0, headers));
        Record<String, String> enriched = through(traces, "enrich", split);
        ConsumerRecord<byte[], byte[]> record = record(enriched.headers());
        traces.stored("postgresql", List.of(record, record(new RecordHeaders())), traces.now());
        traces.whole("postgresql", "delivery-1", RECEIVED, RECEIVED.plusSeconds(2));
        traces.close();

        List<SpanData> spans = collected.all();
        assertThat(spans)
                .extracting(SpanData::getName)
                .containsExactly("intake", "split", "enrich", "store", "store batch", "page whole");
        assertThat(spans.get(0).getParentSpanId()).isEqualTo(SpanId.getInvalid());
        for (int i = 1; i < 4; i++) {
            assertThat(spans.get(i).getParentSpanId())
                    .isEqualTo(spans.get(i - 1).getSpanId());
            assertThat(spans.get(i).getTraceId()).isEqualTo(spans.get(0).getTraceId());
        }
        assertThat(spans.get(4).getLinks())
                .extracting(link -> link.getSpanContext().getSpanId())
                .containsExactly(spans.get(3).getSpanId());
        assertThat(spans.get(5).getTraceId()).isEqualTo(spans.get(0).getTraceId());
        assertThat(spans.get(5).getParentSpanId()).isEqualTo(spans.get(0).getSpanId());
        assertThat(spans.get(5).getEndEpochNanos() - spans.get(5).getStartEpochNanos())
                .isEqualTo(Duration.ofSeconds(2).toNanos());
        assertThat(spans.get(0).getStartEpochNanos())
                .as("the file's own time")
                .isEqualTo(RECEIVED.minusSeconds(3).toEpochMilli() * 1_000_000);
        assertThat(spans.get(0).getResource().getAttributes().asMap().toString())
                .contains("broadsheet-ingest");
        assertThat(meters.get("broadsheet.trace.spans.exported").counter().count())
                .isEqualTo(6);
    }

    @Test
    void whatIsDoneAgainIsTheSameSpanAndAHigherGenerationAnother() {
        Headers first = traces("1").delivery(delivery(1)).onward(new RecordHeaders());
        Headers again = traces("1").delivery(delivery(1)).onward(new RecordHeaders());

        assertThat(text(again)).isEqualTo(text(first)).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
        Record<String, String> record = new Record<>("page", "text", 0, first);
        String step = text(through(traces("1"), "guard", record).headers());
        assertThat(text(through(traces("1"), "guard", record).headers())).isEqualTo(step);
        Headers higher =
                new RecordHeaders(first).add(SubscriberHeaders.GENERATION, "2".getBytes(StandardCharsets.UTF_8));
        assertThat(text(through(traces("1"), "guard", record.withHeaders(higher))
                        .headers()))
                .isNotEqualTo(step);
    }

    @Test
    void servicesOfTheSameShareFollowTheSamePages() {
        Traces one = traces("0.5");
        Traces other = traces("0.5");
        Set<String> sampled = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            Headers headers = one.delivery(delivery(i)).onward(new RecordHeaders());
            if (text(headers).endsWith("-01")) {
                sampled.add("delivery-" + i);
            }
            Record<String, String> record = new Record<>("issue", "text", 0, headers);
            assertThat(text(through(other, "split", record).headers()).equals(text(headers)))
                    .as("left alone where it is not sampled")
                    .isEqualTo(!sampled.contains("delivery-" + i));
            other.whole("postgresql", "delivery-" + i, RECEIVED, RECEIVED);
        }
        other.close();

        assertThat(sampled).hasSizeBetween(60, 140);
        assertThat(collected.named("split")).hasSameSizeAs(sampled);
        assertThat(collected.named("page whole")).hasSameSizeAs(sampled);
    }

    @Test
    void contextsOfOthersThatAreNoneArePassedOn() {
        for (String foreign : List.of(
                "",
                "00-1",
                "ff-" + "a".repeat(32) + "-" + "b".repeat(16) + "-01",
                "00-" + "0".repeat(32) + "-" + "b".repeat(16) + "-01",
                "00-" + "z".repeat(32) + "-" + "b".repeat(16) + "-01")) {
            Headers headers =
                    new RecordHeaders().add(SubscriberHeaders.TRACEPARENT, foreign.getBytes(StandardCharsets.UTF_8));
            assertThat(text(through(traces("1"), "split", new Record<>("k", "v", 0, headers))
                            .headers()))
                    .isEqualTo(foreign);
        }
    }

    @Test
    void aStepThatThrowsHasFailedAndTheFailureGoesOn() {
        Traces traces = traces("1");
        Headers headers = traces.delivery(delivery(1)).onward(new RecordHeaders());
        Processor<String, String, String, String> failing = traces.<String, String, String, String>around(
                        "split", () -> record -> {
                            throw new IllegalStateException("no rule for this");
                        })
                .get();

        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> failing.process(new Record<>("k", "v", 0, headers))))
                .hasMessage("no rule for this");
        traces.close();

        assertThat(collected.named("split").get(0).getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    }

    @Test
    void aCollectorThatIsAwayHoldsUpNothingAndIsSaidOnceAndOnceWhenItIsBack() {
        ch.qos.logback.classic.Logger log = (ch.qos.logback.classic.Logger) LoggerFactory.getLogger(SpanQueue.class);
        ListAppender<ILoggingEvent> said = new ListAppender<>();
        said.start();
        log.addAppender(said);
        try {
            Traces traces = traces("1");
            collected.away(true);
            for (int i = 1; i <= 3; i++) {
                traces.delivery(delivery(i)).end();
                int ended = i;
                await().until(() -> meters.get(DROPPED).counter().count() == ended);
            }
            collected.away(false);
            traces.delivery(delivery(4)).end();
            await().until(() -> collected.named("intake").size() == 1);
            traces.close();
        } finally {
            log.detachAppender(said);
        }

        assertThat(said.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .satisfiesExactly(
                        away -> assertThat(away).contains("traces at test does not take spans"),
                        back -> assertThat(back).contains("traces at test takes spans again"));
    }

    @Test
    void anExporterThatThrowsLosesOnlyWhatItWasGiven() {
        List<SpanData> taken = new CopyOnWriteArrayList<>();
        SpanExporter exporter = new SpanExporter() {
            private boolean failed;

            @Override
            public CompletableResultCode export(Collection<SpanData> spans) {
                if (!failed) {
                    failed = true;
                    throw new IllegalStateException("a fault of the exporter");
                }
                taken.addAll(spans);
                return CompletableResultCode.ofSuccess();
            }

            @Override
            public CompletableResultCode flush() {
                return CompletableResultCode.ofSuccess();
            }

            @Override
            public CompletableResultCode shutdown() {
                return CompletableResultCode.ofSuccess();
            }
        };
        Traces traces = Traces.to(exporter, "test", common(Map.of("BROADSHEET_TRACES", "http://127.0.0.1:1")), meters);
        open.add(traces);

        traces.delivery(delivery(1)).end();
        await().until(() -> meters.get(DROPPED).counter().count() == 1);
        traces.delivery(delivery(2)).end();

        await().until(() -> taken.size() == 1);
    }

    @Test
    void aFullQueueDropsAndCounts() {
        CompletableResultCode never = new CompletableResultCode();
        Traces traces = Traces.to(
                new SpanExporter() {
                    @Override
                    public CompletableResultCode export(Collection<SpanData> spans) {
                        return never;
                    }

                    @Override
                    public CompletableResultCode flush() {
                        return never;
                    }

                    @Override
                    public CompletableResultCode shutdown() {
                        return CompletableResultCode.ofSuccess();
                    }
                },
                "test",
                common(Map.of("BROADSHEET_TRACES", "http://127.0.0.1:1")),
                meters);
        int most = SpanQueue.CAPACITY + 1_000;
        for (int i = 0; i < most; i++) {
            traces.delivery(delivery(i)).end();
        }

        assertThat(meters.get(DROPPED).counter().count()).isPositive();
        never.succeed();
        traces.close();
    }

    @Test
    void spansArePostedToTheCollector() throws IOException, InterruptedException {
        BlockingQueue<String> requests = new LinkedBlockingQueue<>();
        HttpServer collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/", exchange -> {
            int size = exchange.getRequestBody().readAllBytes().length;
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Content-Type") + " " + (size > 0));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
        try {
            int port = collector.getAddress().getPort();
            Traces traces = Traces.of(common(Map.of("BROADSHEET_TRACES", "http://127.0.0.1:" + port + "/")), meters);
            traces.delivery(delivery(1)).end();
            traces.close();

            assertThat(requests.take()).isEqualTo("POST /v1/traces application/x-protobuf true");
            assertThat(meters.get(DROPPED).counter().count()).isZero();
        } finally {
            collector.stop(0);
        }
    }

    private Traces traces(String ratio) {
        Traces traces = Traces.to(
                collected,
                "test",
                common(Map.of("BROADSHEET_TRACES", "http://127.0.0.1:1", "BROADSHEET_TRACES_RATIO", ratio)),
                meters);
        open.add(traces);
        return traces;
    }

    private static CommonSettings common(Map<String, String> settings) {
        return CommonSettings.read("ingest", new SettingsReader(settings));
    }

    private static Delivery delivery(int number) {
        return new Delivery("delivery-" + number, "daily", "A01.txt", 10L, RECEIVED.minusSeconds(3), RECEIVED, null);
    }

    /** What the step hands on. */
    private static Record<String, String> through(Traces traces, String step, Record<String, String> record) {
        MockProcessorContext<String, String> context = new MockProcessorContext<>();
        Processor<String, String, String, String> processor = traces.<String, String, String, String>around(
                        step, Passing::new)
                .get();
        processor.init(context);
        processor.process(record);
        processor.close();
        return new Record<>(
                record.key(),
                record.value(),
                0,
                context.forwarded().get(0).record().headers());
    }

    private static ConsumerRecord<byte[], byte[]> record(Headers headers) {
        ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>(
                "articles.enriched", 0, 0, "article".getBytes(StandardCharsets.UTF_8), new byte[0]);
        headers.forEach(record.headers()::add);
        return record;
    }

    private static String text(Headers headers) {
        return new String(headers.lastHeader(SubscriberHeaders.TRACEPARENT).value(), StandardCharsets.UTF_8);
    }

    private static final class Passing implements Processor<String, String, String, String> {
        @SuppressWarnings("NullAway.Init")
        private ProcessorContext<String, String> context;

        @Override
        public void init(ProcessorContext<String, String> context) {
            this.context = context;
        }

        @Override
        public void process(Record<String, String> record) {
            context.forward(record);
        }
    }
}
