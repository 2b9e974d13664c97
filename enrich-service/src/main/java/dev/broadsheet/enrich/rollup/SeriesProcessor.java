package dev.broadsheet.enrich.rollup;

import dev.broadsheet.contracts.LatestMetric;
import dev.broadsheet.contracts.Metric;
import dev.broadsheet.contracts.Replay;
import dev.broadsheet.contracts.SeriesChange;
import dev.broadsheet.contracts.SubscriberHeaders;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Keeps every report of a series, subtracts and adds, and writes the newest that is left. Subtracting what is not there and adding
 * what is there already change nothing, and reports of different metrics may come in any order. One instance per stream task.
 */
final class SeriesProcessor implements Processor<String, SeriesChange, String, LatestMetric> {
    private final RollupTelemetry telemetry;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before process
    private ProcessorContext<String, LatestMetric> context;

    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<String, Metric> candidates;

    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<String, Long> counts;

    SeriesProcessor(RollupTelemetry telemetry) {
        this.telemetry = telemetry;
    }

    @Override
    public void init(ProcessorContext<String, LatestMetric> context) {
        this.context = context;
        this.candidates = context.getStateStore(RollupTopology.CANDIDATES_STORE);
        this.counts = context.getStateStore(RollupTopology.COUNTS_STORE);
    }

    @Override
    public void process(Record<String, SeriesChange> record) {
        if (Replay.mustRepeat(record.headers())) {
            write(
                    record,
                    count(record.key(), 0)); // the change was made, and others after it; only its record is missing
            return;
        }
        SeriesChange change = record.value();
        @Nullable Metric subtracted = subtract(change.getSubtracted());
        @Nullable Metric metric = change.getMetric();
        @Nullable Metric replaced = add(change.getAdded(), metric);
        @Nullable Metric before = subtracted == null ? replaced : subtracted;
        if (Objects.equals(before, metric)) {
            telemetry.unchanged();
            return;
        }
        write(record, count(record.key(), size(metric) - size(subtracted) - size(replaced)));
    }

    private @Nullable Metric subtract(@Nullable String rank) {
        return rank == null ? null : candidates.delete(rank);
    }

    /** What it replaces. */
    private @Nullable Metric add(@Nullable String rank, @Nullable Metric metric) {
        if (rank == null || metric == null) {
            return null;
        }
        @Nullable Metric replaced = candidates.get(rank);
        candidates.put(rank, metric);
        return replaced;
    }

    private static int size(@Nullable Metric metric) {
        return metric == null ? 0 : 1;
    }

    private long count(String seriesId, int more) {
        @Nullable Long before = counts.get(seriesId);
        long now = (before == null ? 0 : before) + more;
        if (now == 0) {
            counts.delete(seriesId);
        } else {
            counts.put(seriesId, now);
        }
        return now;
    }

    @SuppressWarnings("NullAway") // a tombstone's value is null
    private void write(Record<String, SeriesChange> record, long reports) {
        @Nullable Metric newest = newest(record.key());
        if (newest == null) {
            context.forward(new Record<>(
                    record.key(), null, record.timestamp(), SubscriberHeaders.ofTombstone(record.headers())));
            telemetry.emptied();
            return;
        }
        LatestMetric latest = LatestMetrics.of(record.key(), newest, reports);
        context.forward(
                new Record<>(record.key(), latest, record.timestamp(), SubscriberHeaders.of(latest, record.headers())));
        telemetry.written();
    }

    private @Nullable Metric newest(String seriesId) {
        try (KeyValueIterator<String, Metric> newestFirst =
                candidates.reverseRange(Ranks.first(seriesId), Ranks.last(seriesId))) {
            return newestFirst.hasNext() ? newestFirst.next().value : null;
        }
    }
}
