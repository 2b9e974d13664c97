package dev.broadsheet.runtime;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/**
 * What consumers were handed against what was committed since: how much is done, and how old the oldest is that is not. Remembers polls, not records, and
 * at most {@link #MOST} of a partition, the older ones exactly. Any thread.
 */
public final class Backlog {
    private static final int MOST = 100;

    private final Clock clock;
    private final Map<TopicPartition, Deque<Poll>> fetched = new HashMap<>();
    private long done;

    public Backlog(Clock clock) {
        this.clock = clock;
    }

    /** Records of one partition up to offset {@code last}, the first of which has this time. */
    private record Poll(long first, long last, int records, long timestamp) {
        Poll and(Poll next) {
            return new Poll(first, next.last, records + next.records, timestamp);
        }
    }

    /** Records that were read again, after a failure, take the place of what they were before. */
    public synchronized void polled(ConsumerRecords<?, ?> records) {
        for (TopicPartition partition : records.partitions()) {
            Poll poll = poll(records.records(partition));
            Deque<Poll> polls = fetched.computeIfAbsent(partition, any -> new ArrayDeque<>());
            polls.removeIf(known -> known.last() >= poll.first());
            if (polls.size() >= MOST) {
                polls.addLast(polls.removeLast().and(poll));
            } else {
                polls.addLast(poll);
            }
        }
    }

    /** {@code committed} holds the next offset of every partition that is owned; what of others was fetched is forgotten. */
    public synchronized void settle(Map<TopicPartition, Long> committed) {
        fetched.keySet().retainAll(committed.keySet());
        fetched.forEach((partition, polls) -> {
            long next = committed.getOrDefault(partition, 0L);
            while (!polls.isEmpty() && polls.getFirst().last() < next) {
                done += polls.removeFirst().records();
            }
        });
    }

    /** Records done since the start. */
    public synchronized long done() {
        return done;
    }

    /** Age in seconds of the oldest record that is not done; 0 where there is none. */
    public synchronized double oldestSeconds() {
        return fetched.values().stream()
                        .filter(polls -> !polls.isEmpty())
                        .mapToLong(polls ->
                                Math.max(0, clock.millis() - polls.getFirst().timestamp()))
                        .max()
                        .orElse(0)
                / 1000.0;
    }

    private Poll poll(List<? extends ConsumerRecord<?, ?>> records) {
        ConsumerRecord<?, ?> first = records.get(0);
        long timestamp = first.timestamp() < 0 ? clock.millis() : first.timestamp();
        return new Poll(first.offset(), records.get(records.size() - 1).offset(), records.size(), timestamp);
    }
}
