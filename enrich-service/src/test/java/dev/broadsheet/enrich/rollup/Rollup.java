package dev.broadsheet.enrich.rollup;

import dev.broadsheet.contracts.AvroSerdes;
import dev.broadsheet.contracts.LatestMetric;
import dev.broadsheet.contracts.Metric;
import dev.broadsheet.contracts.Replay;
import dev.broadsheet.contracts.Topic;
import dev.broadsheet.contracts.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** The roll-up's topology on Kafka's test driver, and the table that a reader of metrics.latest has. */
final class Rollup implements AutoCloseable {
    static final Topics TOPICS = new Topics("t.", 12);

    private final AvroSerdes serdes =
            new AvroSerdes(Map.of("schema.registry.url", "mock://rollup", "auto.register.schemas", true));
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, Metric> metrics;
    final TestOutputTopic<String, LatestMetric> latest;
    private final Map<String, LatestMetric> table = new TreeMap<>();

    Rollup(Path folder) {
        Properties config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "t.rollup");
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
        config.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        driver = new TopologyTestDriver(topology(), config);
        metrics = driver.createInputTopic(
                TOPICS.name(Topic.METRICS),
                new StringSerializer(),
                serdes.<Metric>value().serializer());
        latest = driver.createOutputTopic(
                TOPICS.name(Topic.METRICS_LATEST),
                new StringDeserializer(),
                serdes.<LatestMetric>value().deserializer());
    }

    Topology topology() {
        return new RollupTopology(TOPICS, serdes, new RollupTelemetry(meters)).build();
    }

    void send(Metric metric) {
        send(metric.getMetricId(), metric);
    }

    @SuppressWarnings("NullAway") // a tombstone's value is null
    void send(String metricId, @Nullable Metric metric) {
        metrics.pipeInput(new TestRecord<>(metricId, metric, Reports.NOON));
    }

    /** As the command does with a dead letter of the topic. */
    void replay(Metric metric) {
        RecordHeaders headers = new RecordHeaders();
        new Replay("t.metrics-3-17-rollup", "t.metrics", 3, 17, Reports.NOON, 1, false).addTo(headers);
        driver.createInputTopic(
                        TOPICS.name(Topic.RETRY_ROLLUP),
                        new StringSerializer(),
                        serdes.valueOf(TOPICS.name(Topic.METRICS), Metric.class).serializer())
                .pipeInput(new TestRecord<>(metric.getMetricId(), metric, headers, Reports.NOON.plusSeconds(99)));
    }

    /** The newest figure of each series, by seriesId. */
    Map<String, LatestMetric> table() {
        for (TestRecord<String, LatestMetric> record : latest.readRecordsToList()) {
            if (record.value() == null) {
                table.remove(record.key());
            } else {
                table.put(record.key(), record.value());
            }
        }
        return table;
    }

    double counted(String name, String outcome) {
        return meters.get(name).tag("outcome", outcome).counter().count();
    }

    @Override
    public void close() {
        driver.close();
    }
}
