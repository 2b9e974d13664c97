package dev.broadsheet.runtime.trace;

import dev.broadsheet.contracts.Delivery;
import dev.broadsheet.runtime.CommonSettings;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Follows each page from the drop to every store: one trace a delivery, whose context travels in the header {@code traceparent} of its records. Off,
 * it does nothing and touches no header. It never blocks or fails what it follows. Any thread.
 */
public final class Traces implements AutoCloseable {
    /** Nothing is traced. */
    public static final Traces OFF = new Traces(null);

    private static final Duration EXPORT_LIMIT = Duration.ofSeconds(4);
    /** Kept, else its level would be forgotten. */
    private static final Logger EXPORTER_LOG = Logger.getLogger("io.opentelemetry.exporter");

    private final @Nullable Spans spans;

    private Traces(@Nullable Spans spans) {
        this.spans = spans;
    }

    /** {@link #OFF} where no collector is set. */
    public static Traces of(CommonSettings common, MeterRegistry meters) {
        URI collector = common.traces().collector();
        return collector == null ? OFF : to(exporter(collector), collector.toString(), common, meters);
    }

    /** With another way out, for tests. */
    public static Traces to(SpanExporter exporter, String collector, CommonSettings common, MeterRegistry meters) {
        return new Traces(new Spans(
                new SpanQueue(exporter, collector, meters),
                common.traces().ratio(),
                common.service(),
                common.instance()));
    }

    // What it says of every failed request says the queue once.
    private static SpanExporter exporter(URI collector) {
        EXPORTER_LOG.setLevel(Level.OFF);
        return OtlpHttpSpanExporter.builder()
                .setEndpoint(collector + "/v1/traces")
                .setCompression("gzip")
                .setTimeout(EXPORT_LIMIT)
                .setRetryPolicy(null)
                .build();
    }

    public boolean isOn() {
        return spans != null;
    }

    /** The intake of a delivery: the root of its trace. */
    public Step delivery(Delivery delivery) {
        return spans == null ? Step.NONE : spans.delivery(delivery);
    }

    /** A processor that makes a step, named {@code name}, of every record that comes with a trace; what it forwards names the step. */
    public <KI, VI, KO, VO> ProcessorSupplier<KI, VI, KO, VO> around(
            String name, ProcessorSupplier<KI, VI, KO, VO> processors) {
        Spans on = spans;
        return on == null ? processors : () -> new TracedProcessor<>(on, name, processors.get());
    }

    /** Now, for {@link #stored}; 0 where nothing is traced. */
    public long now() {
        return spans == null ? 0 : spans.now();
    }

    /** The records stand in the store since now; {@code from}: {@link #now} when they had been read. */
    public void stored(String store, List<ConsumerRecord<byte[], byte[]>> records, long from) {
        if (spans != null) {
            spans.stored(store, records, from);
        }
    }

    /** The store has no place for the record, which is a dead letter now. */
    public void refused(String store, ConsumerRecord<byte[], byte[]> record, String why) {
        if (spans != null) {
            spans.refused(store, record, why);
        }
    }

    /** The page that a delivery brought stands whole in the store since {@code at}. */
    public void whole(String store, String deliveryId, Instant receivedAt, Instant at) {
        if (spans != null) {
            spans.whole(store, deliveryId, receivedAt, at);
        }
    }

    /** What has ended is still sent, for some seconds at most. */
    @Override
    public void close() {
        if (spans != null) {
            spans.close();
        }
    }
}
