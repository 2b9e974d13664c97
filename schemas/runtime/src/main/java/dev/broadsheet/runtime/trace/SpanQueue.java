package dev.broadsheet.runtime.trace;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands ended spans to the exporter on a thread of its own. Nobody waits for it: spans that find the queue full, or that the collector does not
 * take, are dropped and counted. A collector that goes away is one line in the log, and one when it is back.
 */
final class SpanQueue implements SpanProcessor {
    static final int CAPACITY = 8_192;
    private static final int BATCH = 512;
    private static final long GATHER_MS = 200;
    private static final long EXPORT_SECONDS = 5;
    private static final Logger LOG = LoggerFactory.getLogger(SpanQueue.class);

    /** An empty one wakes the thread. */
    private final BlockingQueue<Optional<SpanData>> waiting = new ArrayBlockingQueue<>(CAPACITY);

    private final SpanExporter exporter;
    private final String collector;
    private final Counter exported;
    private final Counter dropped;
    private final Thread thread;
    private volatile boolean closing;
    private boolean away;

    /** {@code collector}: its address, for the log. */
    SpanQueue(SpanExporter exporter, String collector, MeterRegistry meters) {
        this.exporter = exporter;
        this.collector = collector;
        this.exported = Counter.builder("broadsheet.trace.spans.exported")
                .description("Spans that the collector has taken")
                .register(meters);
        this.dropped = Counter.builder("broadsheet.trace.spans.dropped")
                .description("Spans that were given up because the queue was full or the collector did not take them")
                .register(meters);
        this.thread = new Thread(this::run, "trace-export");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {}

    @Override
    public boolean isStartRequired() {
        return false;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        if (!waiting.offer(Optional.of(span.toSpanData()))) {
            dropped.increment();
        }
    }

    @Override
    public boolean isEndRequired() {
        return true;
    }

    /** What waits is still sent, for one export's time at most. */
    @Override
    public CompletableResultCode shutdown() {
        closing = true;
        boolean woken = waiting.offer(Optional.empty());
        try {
            thread.join(TimeUnit.SECONDS.toMillis(EXPORT_SECONDS) + GATHER_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        LOG.debug("closed, woken: {}", woken); // with a full queue it does not sleep
        return exporter.shutdown();
    }

    private void run() {
        try {
            while (!closing) {
                List<Optional<SpanData>> batch = new ArrayList<>();
                batch.add(waiting.take());
                if (!closing && waiting.size() < BATCH) {
                    Thread.sleep(GATHER_MS);
                }
                waiting.drainTo(batch, BATCH - 1);
                export(batch);
            }
            List<Optional<SpanData>> last = new ArrayList<>();
            waiting.drainTo(last);
            export(last);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nobody here does
        }
    }

    private void export(List<Optional<SpanData>> taken) {
        List<SpanData> batch = taken.stream().flatMap(Optional::stream).toList();
        if (batch.isEmpty()) {
            return;
        }
        try {
            boolean sent = exporter.export(batch)
                    .join(EXPORT_SECONDS, TimeUnit.SECONDS)
                    .isSuccess();
            (sent ? exported : dropped).increment(batch.size());
            show(!sent, null);
        } catch (RuntimeException e) { // whatever the exporter throws, the next spans may pass
            dropped.increment(batch.size());
            show(true, e);
        }
    }

    private void show(boolean isAway, @Nullable RuntimeException fault) {
        if (isAway && !away) {
            LOG.warn(
                    "the collector of traces at {} does not take spans; they are dropped until it does",
                    collector,
                    fault);
        } else if (!isAway && away) {
            LOG.info("the collector of traces at {} takes spans again", collector);
        }
        away = isAway;
    }
}
