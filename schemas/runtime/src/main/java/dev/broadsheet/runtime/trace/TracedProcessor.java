package dev.broadsheet.runtime.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** A processor whose every traced record is a span; whatever it forwards with the record's headers has the span before it. One stream task. */
final class TracedProcessor<KI, VI, KO, VO> implements Processor<KI, VI, KO, VO> {
    private final Spans spans;
    private final String name;
    private final Processor<KI, VI, KO, VO> processor;

    TracedProcessor(Spans spans, String name, Processor<KI, VI, KO, VO> processor) {
        this.spans = spans;
        this.name = name;
        this.processor = processor;
    }

    @Override
    public void init(ProcessorContext<KO, VO> context) {
        processor.init(context);
    }

    @Override
    public void process(Record<KI, VI> record) {
        String key = String.valueOf(record.key());
        Span span = spans.step(name, record.headers(), key);
        if (span == null) {
            processor.process(record);
            return;
        }
        span.setAttribute("broadsheet.key", key);
        Scope scope = span.makeCurrent();
        try {
            processor.process(record.withHeaders(Spans.onward(span.getSpanContext(), record.headers())));
        } catch (RuntimeException e) {
            span.setStatus(StatusCode.ERROR, String.valueOf(e.getMessage()));
            throw e;
        } finally {
            scope.close();
            span.end();
        }
    }

    @Override
    public void close() {
        processor.close();
    }
}
