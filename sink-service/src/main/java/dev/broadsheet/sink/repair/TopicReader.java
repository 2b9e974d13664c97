package dev.broadsheet.sink.repair;

import dev.broadsheet.contracts.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads committed records of one topic, without a consumer group: nothing that others read is moved. Where Kafka stops
 * answering, reading ends with a RepairException or a KafkaException after a minute. One thread.
 */
public final class TopicReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Consumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final Installation endpoints;
    private final Duration patience;

    /** Throws RepairException where Kafka does not answer or the topic is not there. */
    public TopicReader(Installation endpoints, Topic topic, boolean fromBeginning) {
        this(consumer(endpoints), endpoints, topic, fromBeginning, Patience.DEFAULT);
    }

    TopicReader(
            Consumer<byte[], byte[]> consumer,
            Installation endpoints,
            Topic topic,
            boolean fromBeginning,
            Duration patience) {
        this.consumer = consumer;
        this.endpoints = endpoints;
        this.patience = patience;
        this.partitions = partitions(consumer, endpoints, topic);
        try {
            consumer.assign(partitions);
            if (fromBeginning) {
                consumer.seekToBeginning(partitions);
            } else {
                consumer.seekToEnd(partitions);
                partitions.forEach(consumer::position);
            }
        } catch (KafkaException e) {
            giveUp(consumer);
            throw e;
        }
    }

    /** Number of partitions of this topic. */
    public int partitions() {
        return partitions.size();
    }

    /** Number of partitions of any topic, 0 where it is not there. */
    int partitionsOf(String topic) {
        List<PartitionInfo> found = consumer.partitionsFor(topic, PATIENCE);
        return found == null ? 0 : found.size();
    }

    /** Back to the oldest records. */
    public void rewind() {
        consumer.seekToBeginning(partitions);
    }

    /** Where what can be read now ends, by partition: below the first transaction that is open. */
    Map<TopicPartition, Long> ends() {
        return consumer.endOffsets(partitions);
    }

    /** Where a topic ends, by partition, transactions that are open included. Throws as the constructor does. */
    static Map<TopicPartition, Long> uncommittedEnds(Installation endpoints, Topic topic) {
        try (Consumer<byte[], byte[]> everything = consumer(endpoints, "read_uncommitted")) {
            List<TopicPartition> all = partitions(everything, endpoints, topic);
            everything.assign(all); // else the client warns of each
            return everything.endOffsets(all);
        }
    }

    /** One record that was read before; throws RepairException where it is gone. */
    ConsumerRecord<byte[], byte[]> at(int partition, long offset) {
        TopicPartition place = new TopicPartition(partitions.get(0).topic(), partition);
        consumer.assign(List.of(place));
        try {
            consumer.seek(place, offset);
            Patience waiting = Patience.reading(patience, place.topic(), endpoints);
            while (consumer.position(place) <= offset) {
                waiting.look(consumer.position(place));
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    if (record.offset() == offset) {
                        return record;
                    }
                }
            }
        } finally {
            consumer.assign(partitions);
        }
        throw new RepairException("the record at offset " + offset + " of " + place + " is gone");
    }

    /** Hands over every record that stands now, until {@code wanted} says no. */
    public void readToEnd(Predicate<ConsumerRecord<byte[], byte[]>> wanted) {
        readToEnd(partitions, wanted);
    }

    /** The same for every record of one partition, from its oldest on. */
    public void readPartition(int partition, Predicate<ConsumerRecord<byte[], byte[]>> wanted) {
        List<TopicPartition> place =
                List.of(new TopicPartition(partitions.get(0).topic(), partition));
        consumer.assign(place);
        try {
            consumer.seekToBeginning(place);
            readToEnd(place, wanted);
        } finally {
            consumer.assign(partitions);
        }
    }

    private void readToEnd(List<TopicPartition> places, Predicate<ConsumerRecord<byte[], byte[]>> wanted) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(places);
        Patience waiting = Patience.reading(patience, places.get(0).topic(), endpoints);
        Map<TopicPartition, Long> positions = positions(places);
        while (ends.entrySet().stream().anyMatch(end -> positions.getOrDefault(end.getKey(), 0L) < end.getValue())) {
            waiting.look(Map.copyOf(positions));
            if (!poll(wanted)) {
                return;
            }
            positions.putAll(positions(places));
        }
    }

    private Map<TopicPartition, Long> positions(List<TopicPartition> places) {
        Map<TopicPartition, Long> positions = new HashMap<>();
        places.forEach(place -> positions.put(place, consumer.position(place)));
        return positions;
    }

    /** Hands over records as they come, until {@code wanted} says no or the limit is over. */
    public void follow(Duration limit, Predicate<ConsumerRecord<byte[], byte[]>> wanted) {
        long from = System.nanoTime();
        while (System.nanoTime() - from < limit.toNanos()) {
            if (!poll(wanted)) {
                return;
            }
        }
    }

    @Override
    public void close() {
        consumer.close();
    }

    private boolean poll(Predicate<ConsumerRecord<byte[], byte[]>> wanted) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
            if (!wanted.test(record)) {
                return false;
            }
        }
        return true;
    }

    /** Of committed records, without a group. */
    static KafkaConsumer<byte[], byte[]> consumer(Installation endpoints) {
        return consumer(endpoints, "read_committed");
    }

    private static KafkaConsumer<byte[], byte[]> consumer(Installation endpoints, String isolation) {
        Properties config = endpoints.kafkaClient();
        config.put("isolation.level", isolation);
        config.put("enable.auto.commit", "false");
        config.put("auto.offset.reset", "earliest");
        config.put("allow.auto.create.topics", "false"); // asking for a topic that is not there must not make it
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** All of a topic's. Throws RepairException where Kafka does not answer or the topic is not there; the consumer is closed then. */
    static List<TopicPartition> partitions(Consumer<byte[], byte[]> consumer, Installation endpoints, Topic topic) {
        String name = endpoints.topics().name(topic);
        try {
            List<PartitionInfo> found = consumer.partitionsFor(name, PATIENCE);
            if (found == null || found.isEmpty()) {
                throw new RepairException("there is no topic " + name + " at " + endpoints.bootstrapServers());
            }
            return found.stream()
                    .map(partition -> new TopicPartition(name, partition.partition()))
                    .toList();
        } catch (TimeoutException e) {
            giveUp(consumer);
            throw new RepairException(
                    "Kafka at " + endpoints.bootstrapServers() + " does not answer; is Broadsheet running?");
        } catch (RepairException | KafkaException e) {
            giveUp(consumer);
            throw e;
        }
    }

    // Whoever asks again and again, as the console and the status do, would leave the connections of each try behind.
    private static void giveUp(Consumer<?, ?> consumer) {
        consumer.close(CloseOptions.timeout(Duration.ZERO));
    }
}
