package dev.broadsheet.runtime;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsNotStartedException;
import org.jspecify.annotations.Nullable;

/** The backlog of a streams application, its own topics between its parts included. Any thread. */
final class StreamBacklog implements StageWork {
    private final Backlog backlog;
    private volatile @Nullable KafkaStreams streams;

    StreamBacklog(Clock clock) {
        this.backlog = new Backlog(clock);
    }

    /** Before it every record counts as not done. */
    void follow(KafkaStreams followed) {
        streams = followed;
    }

    void polled(ConsumerRecords<?, ?> records) {
        backlog.polled(records);
    }

    @Override
    public double processed() {
        settle();
        return backlog.done();
    }

    @Override
    public double lagSeconds() {
        settle();
        return backlog.oldestSeconds();
    }

    private void settle() {
        KafkaStreams followed = streams;
        if (followed == null || !followed.state().isRunningOrRebalancing()) {
            return;
        }
        Map<TopicPartition, Long> committed = new HashMap<>();
        try {
            followed.metadataForLocalThreads()
                    .forEach(thread -> thread.activeTasks().forEach(task -> committed.putAll(task.committedOffsets())));
        } catch (StreamsNotStartedException | IllegalStateException e) {
            return; // it has just been closed
        }
        backlog.settle(committed);
    }
}
