package dev.broadsheet.runtime.trace;

import dev.broadsheet.contracts.Delivery;
import dev.broadsheet.contracts.Replay;
import dev.broadsheet.contracts.SubscriberHeaders;
import dev.broadsheet.runtime.Software;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.Clock;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanLimits;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Makes the spans of traced pages. Every id follows from the delivery and the records, so what is done again is the same span. A record whose trace is
 * not sampled is passed over. Any thread.
 */
final class Spans implements AutoCloseable {
    /** A file that was written longer before it was claimed has been lying elsewhere. */
    private static final Duration LONGEST_DROP = Duration.ofHours(1);

    private static final int MOST_LINKS = 1_000;
    private static final int CLOSE_SECONDS = 6;
    /** Version 00 of W3C Trace Context. */
    private static final Pattern TRACEPARENT = Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})");

    private final SpanIds ids = new SpanIds();
    private final Sampler share;
    private final SdkTracerProvider provider;
    private final Tracer tracer;

    Spans(SpanProcessor out, double ratio, String service, String instance) {
        this.share = Sampler.traceIdRatioBased(ratio);
        this.provider = SdkTracerProvider.builder()
                .setIdGenerator(ids)
                .setSampler(Sampler.parentBased(share))
                .setSpanLimits(
                        SpanLimits.builder().setMaxNumberOfLinks(MOST_LINKS).build())
                .setResource(Resource.create(Attributes.builder()
                        .put("service.name", "broadsheet-" + service)
                        .put("service.instance.id", instance)
                        .put("service.version", Software.version())
                        .build()))
                .addSpanProcessor(out)
                .build();
        this.tracer = provider.get("dev.broadsheet");
    }

    Step delivery(Delivery delivery) {
        String trace = SpanIds.traceId(delivery.getDeliveryId());
        ids.announce(trace, root(trace, delivery.getReceivedAt()));
        Span span = tracer.spanBuilder("intake")
                .setNoParent()
                .setSpanKind(SpanKind.PRODUCER)
                .setStartTimestamp(dropped(delivery))
                .setAttribute("broadsheet.feed", delivery.getFeed())
                .setAttribute("broadsheet.file", delivery.getFileName())
                .setAttribute("broadsheet.delivery", delivery.getDeliveryId())
                .startSpan();
        return new SpanStep(span);
    }

    private static String root(String trace, Instant receivedAt) {
        return SpanIds.spanId(trace, "intake", Long.toString(receivedAt.toEpochMilli()));
    }

    private static Instant dropped(Delivery delivery) {
        Instant arrived = delivery.getArrivedAt();
        Instant written = arrived == null ? delivery.getModifiedAt() : arrived;
        Instant received = delivery.getReceivedAt();
        return written.isAfter(received) || written.plus(LONGEST_DROP).isBefore(received) ? received : written;
    }

    /** Null where the record is not traced. */
    @Nullable
    Span step(String name, Headers headers, String about) {
        SpanContext before = before(headers);
        return before.isSampled() ? child(name, before, about(headers, about)).startSpan() : null;
    }

    private SpanBuilder child(String name, SpanContext before, String about) {
        ids.announce(before.getTraceId(), SpanIds.spanId(before.getTraceId(), before.getSpanId(), name, about));
        return tracer.spanBuilder(name)
                .setParent(Context.root().with(Span.wrap(before)))
                .setSpanKind(SpanKind.CONSUMER);
    }

    // The same record under a higher generation, or replayed, is another piece of work.
    private static String about(Headers headers, String key) {
        Header generation = headers.lastHeader(SubscriberHeaders.GENERATION);
        return key + " "
                + (generation == null ? "" : new String(generation.value(), StandardCharsets.UTF_8)) + " "
                + Replay.of(headers).map(Replay::attempts).orElse(0);
    }

    void stored(String store, List<ConsumerRecord<byte[], byte[]>> records, long from) {
        List<SpanContext> members = new ArrayList<>();
        long now = now();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            SpanContext before = before(record.headers());
            if (before.isSampled()) {
                Span span = of(store, "store", record, before, from);
                span.end(now, TimeUnit.NANOSECONDS);
                members.add(span.getSpanContext());
            }
        }
        if (!members.isEmpty()) {
            batch(store, members, records.size(), from, now);
        }
    }

    private void batch(String store, List<SpanContext> members, int records, long from, long now) {
        String first = members.get(0).getSpanId();
        ids.announce(SpanIds.traceId("batch", first), SpanIds.spanId("batch", first));
        SpanBuilder batch = tracer.spanBuilder("store batch")
                .setNoParent()
                .setStartTimestamp(from, TimeUnit.NANOSECONDS)
                .setAttribute("broadsheet.store", store)
                .setAttribute("broadsheet.records", records);
        members.forEach(batch::addLink);
        batch.startSpan().end(now, TimeUnit.NANOSECONDS);
    }

    void refused(String store, ConsumerRecord<byte[], byte[]> record, String why) {
        SpanContext before = before(record.headers());
        if (before.isSampled()) {
            of(store, "refuse", record, before, now())
                    .setStatus(StatusCode.ERROR, why)
                    .end();
        }
    }

    private Span of(String store, String name, ConsumerRecord<byte[], byte[]> record, SpanContext before, long from) {
        String key = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
        return child(name, before, about(record.headers(), store + " " + record.topic() + " " + key))
                .setStartTimestamp(from, TimeUnit.NANOSECONDS)
                .setAttribute("broadsheet.store", store)
                .setAttribute("broadsheet.topic", record.topic())
                .setAttribute("broadsheet.key", key)
                .startSpan();
    }

    void whole(String store, String deliveryId, Instant receivedAt, Instant at) {
        String trace = SpanIds.traceId(deliveryId);
        SpanContext root = SpanContext.createFromRemoteParent(
                trace, root(trace, receivedAt), TraceFlags.getSampled(), TraceState.getDefault());
        if (isSampled(trace)) {
            child("page whole", root, store)
                    .setStartTimestamp(receivedAt)
                    .setAttribute("broadsheet.store", store)
                    .startSpan()
                    .end(at);
        }
    }

    // As the intake has decided: no record is at hand that says so.
    private boolean isSampled(String trace) {
        return share.shouldSample(Context.root(), trace, "intake", SpanKind.PRODUCER, Attributes.empty(), List.of())
                .getDecision()
                .equals(SamplingDecision.RECORD_AND_SAMPLE);
    }

    /** Nanoseconds since 1970. */
    long now() {
        return Clock.getDefault().now();
    }

    @Override
    public void close() {
        provider.shutdown().join(CLOSE_SECONDS, TimeUnit.SECONDS);
    }

    private static SpanContext before(Headers headers) {
        Header header = headers.lastHeader(SubscriberHeaders.TRACEPARENT);
        if (header == null || header.value() == null) {
            return SpanContext.getInvalid();
        }
        Matcher known = TRACEPARENT.matcher(new String(header.value(), StandardCharsets.UTF_8));
        if (!known.matches()) {
            return SpanContext.getInvalid();
        }
        SpanContext context = SpanContext.createFromRemoteParent(
                known.group(1), known.group(2), TraceFlags.fromHex(known.group(3), 0), TraceState.getDefault());
        return context.isValid() ? context : SpanContext.getInvalid(); // ids of zeros, though sampled
    }

    /** A copy of the headers that names the span as the step before. */
    static Headers onward(SpanContext span, Headers headers) {
        String text = "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                + span.getTraceFlags().asHex();
        return new RecordHeaders(headers)
                .remove(SubscriberHeaders.TRACEPARENT)
                .add(SubscriberHeaders.TRACEPARENT, text.getBytes(StandardCharsets.US_ASCII));
    }

    /** The intake's, which has no record yet. A trace that is not sampled says so to the stages behind. */
    private record SpanStep(Span span) implements Step {
        @Override
        public Headers onward(Headers headers) {
            return Spans.onward(span.getSpanContext(), headers);
        }

        @Override
        public void failed(String why) {
            span.setStatus(StatusCode.ERROR, why);
        }

        @Override
        public void end() {
            span.end();
        }
    }
}
