package dev.broadsheet.system.chaos;

import dev.broadsheet.contracts.AvroSerdes;
import dev.broadsheet.contracts.Topic;
import dev.broadsheet.system.Deployment.Addresses;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;

/** Reads everything committed that a topic holds, as a subscriber would; records of {@link PoisonRecords} are left out. One thread. */
final class TopicContents implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(500);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final AvroSerdes serdes;
    private final PoisonRecords poison;

    TopicContents(Addresses addresses, PoisonRecords poison) {
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        addresses.bootstrapServers(),
                        "isolation.level",
                        "read_committed",
                        "enable.auto.commit",
                        "false",
                        "auto.offset.reset",
                        "none"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        this.serdes = new AvroSerdes(Map.of("schema.registry.url", addresses.registryUrl()));
        this.poison = poison;
    }

    <T extends SpecificRecord> List<Kept<T>> read(Topic topic, Class<T> type) {
        String name = Cluster.TOPICS.name(topic);
        Deserializer<T> values = serdes.<T>value().deserializer();
        List<Kept<T>> kept = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records(name)) {
            if (!poison.isAt(name, record.partition(), record.offset())) {
                T value = record.value() == null ? null : type.cast(values.deserialize(name, record.value()));
                kept.add(new Kept<>(
                        name,
                        record.partition(),
                        record.offset(),
                        new String(record.key(), StandardCharsets.UTF_8),
                        value));
            }
        }
        return kept;
    }

    /** Sum of the topic's committed end offsets: changes with every committed transaction on it. */
    long end(Topic topic) {
        List<TopicPartition> partitions = partitions(Cluster.TOPICS.name(topic));
        consumer.assign(partitions);
        return consumer.endOffsets(partitions).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private List<ConsumerRecord<byte[], byte[]>> records(String topic) {
        List<TopicPartition> partitions = partitions(topic);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(records::add);
        }
        return records;
    }

    private static List<TopicPartition> partitions(String topic) {
        return IntStream.range(0, Cluster.TOPICS.partitions())
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
