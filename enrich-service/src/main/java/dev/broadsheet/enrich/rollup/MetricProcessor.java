package dev.broadsheet.enrich.rollup;

import dev.broadsheet.contracts.Metric;
import dev.broadsheet.contracts.RecordState;
import dev.broadsheet.contracts.Replay;
import dev.broadsheet.contracts.SeriesChange;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The table of metrics by id: tells for each record what it takes from a series and what it brings to one. The last record of a
 * metricId counts, as it is the one that compaction leaves. Retracted metrics and tombstones stand nowhere, but are remembered: a metric
 * that is replayed from a dead letter comes after its time, and is passed over where something newer was read. One instance per stream task.
 */
final class MetricProcessor implements Processor<String, Metric, String, SeriesChange> {
    private final RollupTelemetry telemetry;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before process
    private ProcessorContext<String, SeriesChange> context;

    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<String, String> standing;

    MetricProcessor(RollupTelemetry telemetry) {
        this.telemetry = telemetry;
    }

    @Override
    public void init(ProcessorContext<String, SeriesChange> context) {
        this.context = context;
        this.standing = context.getStateStore(RollupTopology.STANDING_STORE);
    }

    @Override
    public void process(Record<String, Metric> record) {
        @Nullable Metric metric = record.value();
        @Nullable String last = standing.get(record.key());
        if (last != null && metric != null && Replay.isIn(record.headers()) && Ranks.isNewer(last, metric)) {
            telemetry.passedOver();
            return;
        }
        @Nullable String before = last == null || Ranks.isGone(last) ? null : last;
        @Nullable String now = metric == null || metric.getState() == RecordState.RETRACTED ? null : Ranks.of(metric);
        if (now == null) {
            standing.put(record.key(), Ranks.gone(metric));
            remove(record, before);
            return;
        }
        standing.put(record.key(), now);
        if (before == null) {
            forward(record, now, new SeriesChange(null, now, metric));
            telemetry.added();
        } else if (Ranks.seriesOf(before).equals(Ranks.seriesOf(now))) {
            forward(record, now, new SeriesChange(before, now, metric));
            telemetry.replaced();
        } else {
            forward(record, before, new SeriesChange(before, null, null));
            forward(record, now, new SeriesChange(null, now, metric));
            telemetry.moved();
        }
    }

    private void remove(Record<String, Metric> record, @Nullable String before) {
        if (before == null) {
            telemetry.passedOver();
            return;
        }
        forward(record, before, new SeriesChange(before, null, null));
        telemetry.removed();
    }

    private void forward(Record<String, Metric> record, String rank, SeriesChange change) {
        context.forward(new Record<>(Ranks.seriesOf(rank), change, record.timestamp(), record.headers()));
    }
}
