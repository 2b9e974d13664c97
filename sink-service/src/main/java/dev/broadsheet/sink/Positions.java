package dev.broadsheet.sink;

import dev.broadsheet.sink.store.BatchWriter.Entry;
import dev.broadsheet.sink.store.Partition;
import dev.broadsheet.sink.store.Store;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the consumer stands against where the store stands. A partition waits, paused, until its offset has been read from
 * the store; Kafka's own offsets are written for lag tools and never read. Belongs to the loop's thread.
 */
final class Positions {
    private static final Logger LOG = LoggerFactory.getLogger(Positions.class);

    private final Consumer<byte[], byte[]> consumer;
    private final SinkTelemetry telemetry;
    private final Set<TopicPartition> waiting = new HashSet<>();
    private final Map<Partition, Long> next = new HashMap<>();
    private boolean shared;

    Positions(Consumer<byte[], byte[]> consumer, SinkTelemetry telemetry) {
        this.consumer = consumer;
        this.telemetry = telemetry;
    }

    static Partition partition(ConsumerRecord<?, ?> record) {
        return new Partition(record.topic(), record.partition());
    }

    /** Also called, with none, where other instances have all there are. */
    void assigned(Collection<TopicPartition> partitions) {
        shared = true;
        hold(partitions);
    }

    void revoked(Collection<TopicPartition> partitions) {
        shared = false;
        waiting.removeAll(partitions);
        partitions.forEach(partition -> next.remove(partition(partition)));
        telemetry.paused(waiting.size());
    }

    /** Everything has to be read again from where the store stands. */
    void forget() {
        telemetry.forgotten();
        hold(consumer.assignment());
    }

    boolean waiting() {
        return !waiting.isEmpty();
    }

    /** The partitions have been shared out, and this instance has none. */
    boolean standsBy() {
        return shared && consumer.assignment().isEmpty();
    }

    /** Nothing waits, and Kafka has told that nothing is left to read. */
    boolean caughtUp() {
        return waiting.isEmpty()
                && !next.isEmpty()
                && consumer.assignment().stream()
                        .allMatch(partition -> consumer.currentLag(partition).orElse(1) == 0);
    }

    /** Offsets the store holds, of the partitions that do not wait. */
    Map<Partition, Long> next() {
        return next;
    }

    /** The same as Kafka names them. */
    Map<TopicPartition, Long> stored() {
        Map<TopicPartition, Long> stored = new HashMap<>();
        next.forEach(
                (partition, offset) -> stored.put(new TopicPartition(partition.topic(), partition.number()), offset));
        return stored;
    }

    /** Reads on where the store stands. */
    void take(Store store) {
        Map<Partition, Long> offsets =
                store.offsets(waiting.stream().map(Positions::partition).toList());
        for (TopicPartition partition : waiting) {
            Long offset = offsets.getOrDefault(partition(partition), 0L);
            next.put(partition(partition), offset);
            if (offset == 0) {
                consumer.seekToBeginning(Set.of(partition));
            } else {
                consumer.seek(partition, offset);
            }
        }
        consumer.resume(waiting);
        waiting.clear();
        telemetry.paused(0);
    }

    /**
     * Kafka lacks the offset: the topic was cleaned beyond it or made anew. What is left is read from its beginning. That brings
     * nothing back that was replaced, but for projects and newest figures, which follow the topic until the reading has caught up; of these, what a
     * topic that was made anew does not mention stays, so its rows are to be deleted by hand.
     */
    void rewind(Set<TopicPartition> partitions) {
        LOG.warn("Kafka no longer has the offsets that the store holds; reading from the beginning: {}", partitions);
        telemetry.rewound(partitions.size());
        consumer.seekToBeginning(partitions);
    }

    /** Tells Kafka, for lag tools; what fails here is counted and made good by the next batch. */
    void commit(List<Entry> entries) {
        Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();
        entries.forEach(entry -> done.put(
                new TopicPartition(entry.partition().topic(), entry.partition().number()),
                new OffsetAndMetadata(entry.offset() + 1)));
        consumer.commitAsync(done, (offsets, failure) -> {
            if (failure != null) {
                telemetry.commitFailed();
            }
        });
    }

    // A paused partition needs some position too, else the consumer asks Kafka for one and throws.
    private void hold(Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            next.remove(partition(partition));
            consumer.seek(partition, 0);
            waiting.add(partition);
        }
        consumer.pause(partitions);
        telemetry.paused(waiting.size());
    }

    private static Partition partition(TopicPartition partition) {
        return new Partition(partition.topic(), partition.partition());
    }
}
