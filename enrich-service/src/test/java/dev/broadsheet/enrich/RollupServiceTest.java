package dev.broadsheet.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.broadsheet.contracts.AvroSerdes;
import dev.broadsheet.contracts.LatestMetric;
import dev.broadsheet.contracts.Metric;
import dev.broadsheet.contracts.PageIdPartitioner;
import dev.broadsheet.contracts.Topic;
import dev.broadsheet.enrich.rollup.MetricHistories;
import dev.broadsheet.runtime.Service;
import dev.broadsheet.testsupport.EmbeddedBroker;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The service in the role of the roll-up alone, against a real broker: what the test driver does not show. */
@Timeout(180)
@Tag("backend")
class RollupServiceTest {
    private static final int PARTITIONS = 2;
    private static final Duration SOON = Duration.ofSeconds(60);

    private final AvroSerdes serdes =
            new AvroSerdes(Map.of("schema.registry.url", "mock://rollup-service", "auto.register.schemas", true));

    @TempDir
    Path folder;

    @Test
    void anInstanceThatLostItsStateGoesOnAndTheCompactedTopicGivesTheSameTable() throws Exception {
        List<Metric> log = MetricHistories.log(new Random(11), 60);
        int half = log.size() / 2;
        try (EmbeddedBroker broker = new EmbeddedBroker(folder.resolve("broker"))) {
            try (Service rollup = start(broker, "one.", "first")) {
                send(broker, "one.", log.subList(0, half));
                awaitTable(broker, "one.", MetricHistories.expected(log.subList(0, half)));
                assertThat(rollup.health().reasons()).isEmpty();
            }
            try (Service again = start(broker, "one.", "without-state")) {
                send(broker, "one.", log.subList(half, log.size()));
                awaitTable(broker, "one.", MetricHistories.expected(log));
                assertThat(again.health().live()).isTrue();
            }
            try (Service anew = start(broker, "two.", "anew")) {
                send(broker, "two.", MetricHistories.compacted(log));
                awaitTable(broker, "two.", MetricHistories.expected(log));
                assertThat(anew.health().live()).isTrue();
            }
        }
    }

    private Service start(EmbeddedBroker broker, String prefix, String state) {
        EnrichService service = new EnrichService(
                EnrichSettings.read(Map.of(
                        "BROADSHEET_KAFKA_BOOTSTRAP_SERVERS",
                        broker.address(),
                        "BROADSHEET_REGISTRY_URL",
                        "mock://rollup-service",
                        "BROADSHEET_REGISTRY_AUTO_REGISTER_SCHEMAS",
                        "true",
                        "BROADSHEET_TOPIC_PREFIX",
                        prefix,
                        "BROADSHEET_TOPIC_PARTITIONS",
                        Integer.toString(PARTITIONS),
                        "BROADSHEET_HTTP_PORT",
                        "0",
                        "BROADSHEET_STATE_DIR",
                        folder.resolve(state).toString(),
                        "BROADSHEET_ENRICH_ROLES",
                        "rollup")),
                Clock.systemUTC());
        service.start();
        await("ready").atMost(SOON).until(() -> service.health().ready());
        return service;
    }

    private void send(EmbeddedBroker broker, String prefix, List<Metric> log) throws Exception {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        try (KafkaProducer<String, Metric> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.address()),
                new StringSerializer(),
                serdes.<Metric>value().serializer())) {
            for (Metric metric : log) {
                int partition = PageIdPartitioner.partition(metric.getPageId(), PARTITIONS);
                sent.add(producer.send(new ProducerRecord<>(
                        prefix + Topic.METRICS.suffix(), partition, metric.getMetricId(), metric)));
            }
        }
        for (Future<RecordMetadata> one : sent) {
            one.get(); // a record that is not there is told here, not by a table that never comes
        }
    }

    private void awaitTable(EmbeddedBroker broker, String prefix, Map<String, LatestMetric> expected) {
        await("the table")
                .atMost(SOON)
                .untilAsserted(() -> assertThat(table(broker, prefix)).isEqualTo(expected));
    }

    private Map<String, LatestMetric> table(EmbeddedBroker broker, String prefix) {
        Map<String, Object> config = Map.of("bootstrap.servers", broker.address(), "isolation.level", "read_committed");
        try (KafkaConsumer<String, LatestMetric> consumer = new KafkaConsumer<>(
                config, new StringDeserializer(), serdes.<LatestMetric>value().deserializer())) {
            List<TopicPartition> partitions = List.of(
                    new TopicPartition(prefix + Topic.METRICS_LATEST.suffix(), 0),
                    new TopicPartition(prefix + Topic.METRICS_LATEST.suffix(), 1));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Map<String, LatestMetric> table = new TreeMap<>();
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
                for (ConsumerRecord<String, LatestMetric> record : consumer.poll(Duration.ofMillis(100))) {
                    put(table, record);
                }
            }
            return table;
        }
    }

    private static void put(Map<String, LatestMetric> table, ConsumerRecord<String, LatestMetric> record) {
        if (record.value() == null) {
            table.remove(record.key());
        } else {
            table.put(record.key(), record.value());
        }
    }
}
