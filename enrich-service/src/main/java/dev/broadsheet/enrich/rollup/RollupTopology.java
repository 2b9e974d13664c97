package dev.broadsheet.enrich.rollup;

import dev.broadsheet.contracts.AvroSerdes;
import dev.broadsheet.contracts.LatestMetric;
import dev.broadsheet.contracts.Metric;
import dev.broadsheet.contracts.SeriesChange;
import dev.broadsheet.contracts.Topic;
import dev.broadsheet.contracts.Topics;
import dev.broadsheet.runtime.OriginalTimestamps;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * metrics and retry.rollup → by-metric (what stands under each metricId) → repartitioned by series → newest (every report of each series, in order) →
 * metrics.latest. What the table says depends only on the last record of each metricId, so the compacted topic gives the same one.
 */
public final class RollupTopology {
    static final String SOURCE = "metrics";
    static final String BY_METRIC = "by-metric";
    static final String REPARTITION = "by-series";
    static final String NEWEST = "newest";
    static final String LATEST = "metrics-latest";
    static final String STANDING_STORE = "standing";
    static final String CANDIDATES_STORE = "candidates";
    static final String COUNTS_STORE = "reports";

    private static final Map<String, String> CHANGELOG = Map.of("compression.type", "zstd");

    private final Topics topics;
    private final AvroSerdes serdes;
    private final RollupTelemetry telemetry;

    public RollupTopology(Topics topics, AvroSerdes serdes, RollupTelemetry telemetry) {
        this.topics = topics;
        this.serdes = serdes;
        this.telemetry = telemetry;
    }

    public Topology build() {
        StreamsBuilder builder = new StreamsBuilder();
        builder.addStateStore(store(STANDING_STORE, Serdes.String()));
        builder.addStateStore(store(CANDIDATES_STORE, serdes.<Metric>internal()));
        builder.addStateStore(store(COUNTS_STORE, Serdes.Long()));
        builder.stream(
                        List.of(topics.name(Topic.METRICS), topics.name(Topic.RETRY_ROLLUP)),
                        Consumed.<String, Metric>with(
                                        Serdes.String(), serdes.valueOf(topics.name(Topic.METRICS), Metric.class))
                                .withName(SOURCE)
                                .withTimestampExtractor(new OriginalTimestamps()))
                .process(() -> new MetricProcessor(telemetry), Named.as(BY_METRIC), STANDING_STORE)
                .repartition(repartitioned())
                .process(() -> new SeriesProcessor(telemetry), Named.as(NEWEST), CANDIDATES_STORE, COUNTS_STORE)
                .to(
                        topics.name(Topic.METRICS_LATEST),
                        Produced.<String, LatestMetric>with(Serdes.String(), serdes.value())
                                .withName(LATEST));
        return builder.build();
    }

    private Repartitioned<String, SeriesChange> repartitioned() {
        return Repartitioned.<String, SeriesChange>as(REPARTITION)
                .withKeySerde(Serdes.String())
                .withValueSerde(serdes.internal())
                .withNumberOfPartitions(topics.partitions());
    }

    private static <T> StoreBuilder<?> store(String name, Serde<T> values) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), values)
                .withLoggingEnabled(CHANGELOG);
    }
}
