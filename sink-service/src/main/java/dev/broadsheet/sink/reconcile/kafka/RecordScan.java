package dev.broadsheet.sink.reconcile.kafka;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Reads stretches of partitions through a consumer that belongs to no group. One thread. */
record RecordScan(KafkaConsumer<byte[], byte[]> consumer) {
    // Short: records are handed over at once, but a position that moves over the mark of a transaction wakes nobody up.
    private static final Duration POLL = Duration.ofMillis(50);
    /** Longest time without a record, while there are some to come. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Hands over what lies from {@code starts}, or the first record, to before {@code ends}, in order within a partition. */
    void read(
            Map<TopicPartition, Long> starts,
            Map<TopicPartition, Long> ends,
            Consumer<ConsumerRecord<byte[], byte[]>> records) {
        consumer.assign(ends.keySet());
        consumer.resume(ends.keySet()); // one that was read before is still paused
        for (TopicPartition partition : ends.keySet()) {
            Long first = starts.get(partition);
            if (first == null) {
                consumer.seekToBeginning(List.of(partition));
            } else {
                consumer.seek(partition, first);
            }
        }
        long last = System.nanoTime();
        Set<TopicPartition> open = open(ends);
        while (!open.isEmpty()) {
            boolean some = false;
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                some = true;
                if (record.offset() < ends.getOrDefault(new TopicPartition(record.topic(), record.partition()), 0L)) {
                    records.accept(record);
                }
            }
            Set<TopicPartition> left = open(ends);
            if (some || left.size() < open.size()) {
                last = System.nanoTime();
            } else if (System.nanoTime() - last > PATIENCE.toNanos()) {
                throw new TimeoutException("no record for " + PATIENCE.toSeconds() + " s of " + left);
            }
            open = left;
        }
    }

    /** Those that are not read to their end; the others are not fetched any more. */
    private Set<TopicPartition> open(Map<TopicPartition, Long> ends) {
        Set<TopicPartition> open = new HashSet<>();
        ends.forEach((partition, end) -> {
            if (consumer.position(partition) < end) {
                open.add(partition);
            } else {
                consumer.pause(List.of(partition));
            }
        });
        return open;
    }
}
