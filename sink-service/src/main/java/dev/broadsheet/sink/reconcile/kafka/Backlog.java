package dev.broadsheet.sink.reconcile.kafka;

import dev.broadsheet.contracts.Topic;
import dev.broadsheet.contracts.Topics;
import dev.broadsheet.sink.reconcile.Waiting;
import dev.broadsheet.sink.store.Partition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * What lies inside the stages and on their retry topics behind the committed offset of the stage. The records themselves are read, not their number
 * alone: behind an offset there may be nothing but the marks of transactions, and a topic that is never empty would excuse everything for ever. One thread.
 */
final class Backlog {
    /** Split's repartition topic, as Kafka Streams names it; {@code SplitTopology} in ingest-service has the name in the middle. */
    private static final String BY_PAGE = "split-by-page-repartition";

    private final Topics topics;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final GroupOffsets groups;
    private final FactReader reader;
    private final String store;

    Backlog(
            Topics topics,
            KafkaConsumer<byte[], byte[]> consumer,
            GroupOffsets groups,
            FactReader reader,
            String store) {
        this.topics = topics;
        this.consumer = consumer;
        this.groups = groups;
        this.reader = reader;
        this.store = store;
    }

    /** {@code taken}: next offsets that the store will take; topics without prefix. */
    void read(Map<Partition, Long> taken, Consumer<Waiting> waiting) {
        for (String topic : List.of(BY_PAGE, Topic.PAGES_BACKFILL.suffix(), Topic.RETRY_SPLIT.suffix())) {
            read("split", topic, groups.of("split", topics.prefix() + topic), waiting);
        }
        String retryEnrich = Topic.RETRY_ENRICH.suffix();
        read("enrich", retryEnrich, groups.of("enrich", topics.prefix() + retryEnrich), waiting);
        String sink = "sink." + store;
        Topic.retryOf(sink).map(Topic::suffix).ifPresent(topic -> read(sink, topic, of(taken, topic), waiting));
    }

    private void read(String stage, String topic, Map<Integer, Long> processed, Consumer<Waiting> waiting) {
        List<TopicPartition> partitions = partitions(topics.prefix() + topic);
        Map<TopicPartition, Long> starts = new HashMap<>(consumer.beginningOffsets(partitions));
        for (TopicPartition partition : partitions) {
            starts.merge(partition, processed.getOrDefault(partition.partition(), 0L), Math::max);
        }
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        ends.keySet().removeIf(partition -> starts.getOrDefault(partition, 0L) >= ends.getOrDefault(partition, 0L));
        new RecordScan(consumer)
                .read(
                        starts,
                        ends,
                        record -> reader.waiting(stage, topic, record).ifPresent(waiting));
    }

    private static Map<Integer, Long> of(Map<Partition, Long> taken, String topic) {
        Map<Integer, Long> offsets = new HashMap<>();
        taken.forEach((partition, next) -> {
            if (partition.topic().equals(topic)) {
                offsets.put(partition.number(), next);
            }
        });
        return offsets;
    }

    // A topic that no service of this version has made yet holds nothing.
    private List<TopicPartition> partitions(String topic) {
        List<TopicPartition> partitions = new ArrayList<>();
        @Nullable List<PartitionInfo> found = consumer.partitionsFor(topic);
        for (PartitionInfo partition : found == null ? List.<PartitionInfo>of() : found) {
            partitions.add(new TopicPartition(topic, partition.partition()));
        }
        return partitions;
    }
}
