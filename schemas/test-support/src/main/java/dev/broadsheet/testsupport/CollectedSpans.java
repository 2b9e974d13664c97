package dev.broadsheet.testsupport;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A collector of traces inside the test. Any thread. */
public final class CollectedSpans implements SpanExporter {
    private final Queue<SpanData> spans = new ConcurrentLinkedQueue<>();
    private volatile boolean away;

    @Override
    public CompletableResultCode export(Collection<SpanData> ended) {
        if (away) {
            return CompletableResultCode.ofFailure();
        }
        spans.addAll(ended);
        return CompletableResultCode.ofSuccess();
    }

    /** From now on nothing is taken, or again. */
    public void away(boolean isAway) {
        away = isAway;
    }

    public List<SpanData> all() {
        return List.copyOf(spans);
    }

    /** In the order in which they ended. */
    public List<SpanData> named(String name) {
        return spans.stream().filter(span -> span.getName().equals(name)).toList();
    }

    @Override
    public CompletableResultCode flush() {
        return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
        return CompletableResultCode.ofSuccess();
    }
}
