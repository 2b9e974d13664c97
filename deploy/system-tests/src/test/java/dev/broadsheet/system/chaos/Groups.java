package dev.broadsheet.system.chaos;

import dev.broadsheet.system.TopicRecords;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** What the broker tells of the services' consumer groups. While the broker is down every question is answered with nothing. */
final class Groups implements AutoCloseable {
    static final String SPLIT = TopicRecords.TOPICS.prefix() + "split";
    static final String ENRICH = TopicRecords.TOPICS.prefix() + "enrich";
    static final String SINK = TopicRecords.TOPICS.prefix() + "sink-postgresql";
    static final List<String> ALL = List.of(SPLIT, ENRICH, SINK);

    private static final int PATIENCE_MS = 3_000;
    private static final int WATCH_MS = 500;
    private static final Duration STANDING = Duration.ofMinutes(2);

    private final Admin admin;
    /** By group, then by name of the member, as it was when the group last was at rest. */
    private final Map<String, Map<String, Set<TopicPartition>>> held = new ConcurrentHashMap<>();

    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "group-watch");
        thread.setDaemon(true);
        return thread;
    });

    Groups(String bootstrapServers) {
        this.admin = Admin.create(Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "default.api.timeout.ms",
                PATIENCE_MS,
                "request.timeout.ms",
                PATIENCE_MS,
                "reconnect.backoff.max.ms",
                200));
        var unused = watch.scheduleWithFixedDelay(this::look, 0, WATCH_MS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            for (String group : ALL) {
                Map<String, Set<TopicPartition>> now = new HashMap<>();
                for (MemberDescription member : members(group)) {
                    if (!member.assignment().topicPartitions().isEmpty()) {
                        now.put(
                                member.groupInstanceId().orElse(""),
                                member.assignment().topicPartitions());
                    }
                }
                if (!now.isEmpty()) {
                    held.put(group, now); // whoever is not among them has lost what it held
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The group whose progress shows that an instance's partitions are worked on. */
    static String of(String service) {
        return service.startsWith("ingest") ? SPLIT : service.startsWith("enrich") ? ENRICH : SINK;
    }

    /** Partitions that an instance holds. */
    Set<TopicPartition> owned(String group, String instance) throws InterruptedException {
        Set<TopicPartition> owned = new HashSet<>();
        for (MemberDescription member : members(group)) {
            if (member.groupInstanceId().orElse("").contains(instance)) {
                owned.addAll(member.assignment().topicPartitions());
            }
        }
        return owned;
    }

    /** What an instance holds, or held when its group last was at rest: during a rebalance nobody tells. */
    Set<TopicPartition> held(String instance) {
        Set<TopicPartition> partitions = new HashSet<>();
        held.getOrDefault(of(instance), Map.of()).forEach((member, assigned) -> {
            if (member.contains(instance)) {
                partitions.addAll(assigned);
            }
        });
        return partitions;
    }

    private Collection<MemberDescription> members(String group) throws InterruptedException {
        ConsumerGroupDescription described = get(
                admin.describeConsumerGroups(List.of(group)).describedGroups().get(group));
        return described == null ? List.of() : described.members();
    }

    /** Where a group stands, as soon as the broker tells; throws where it has not for two minutes. */
    Map<TopicPartition, Long> standing(String group) throws InterruptedException {
        long latest = System.nanoTime() + STANDING.toNanos();
        Map<TopicPartition, Long> offsets = committed(group);
        while (offsets == null) {
            if (System.nanoTime() > latest) {
                throw new IllegalStateException("the broker does not tell where " + group + " stands, " + STANDING
                        + " long; was it started again?");
            }
            offsets = committed(group);
        }
        return offsets;
    }

    /** Where a group has been worked on since; in a Streams application offsets move in the transaction of the output. */
    Set<TopicPartition> moved(String group, Map<TopicPartition, Long> since) throws InterruptedException {
        Map<TopicPartition, Long> now = committed(group);
        Set<TopicPartition> moved = new HashSet<>();
        if (now != null) {
            now.forEach((partition, offset) -> {
                if (offset > since.getOrDefault(partition, 0L)) {
                    moved.add(partition);
                }
            });
        }
        return moved;
    }

    /** Null where the broker does not tell. */
    @Nullable
    Map<TopicPartition, Long> committed(String group) throws InterruptedException {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        var listed = get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        if (listed == null) {
            return null;
        }
        listed.forEach((partition, offset) -> {
            if (offset != null) {
                offsets.put(partition, offset.offset());
            }
        });
        return offsets;
    }

    private static <T> @Nullable T get(@Nullable KafkaFuture<T> answer) throws InterruptedException {
        try {
            if (answer == null) {
                return null;
            }
            return answer.get(2L * PATIENCE_MS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            return null; // the broker is down, which may be what is being tried
        }
    }

    @Override
    public void close() {
        watch.shutdownNow();
        admin.close(Duration.ofSeconds(2));
    }
}
