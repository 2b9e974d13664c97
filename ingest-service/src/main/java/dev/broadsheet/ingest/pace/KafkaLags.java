package dev.broadsheet.ingest.pace;

import dev.broadsheet.runtime.Answers;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsResult;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** Committed offsets of consumer groups against the committed ends of what they read, through Kafka's admin client. */
public final class KafkaLags implements LagSource {
    private static final int ANSWER_MS = 10_000;
    private static final ListOffsetsOptions COMMITTED = new ListOffsetsOptions(IsolationLevel.READ_COMMITTED);

    /**
     * A topic and a group that reads it.
     *
     * @param topic full name
     * @param transactional whether it is written in transactions alone, so that the last record of a partition is a mark
     */
    public record Watched(String group, String topic, boolean transactional) {}

    private final List<Watched> live;
    private final List<Watched> waiting;
    private final int partitions;
    private final Admin admin;

    /** {@code kafka} holds the operator's own keys; {@code partitions} is that of every topic. */
    public KafkaLags(Map<String, String> kafka, int partitions, List<Watched> live, List<Watched> waiting) {
        this.live = List.copyOf(live);
        this.waiting = List.copyOf(waiting);
        this.partitions = partitions;
        Map<String, Object> config = new HashMap<>(kafka);
        config.putIfAbsent(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MS);
        config.putIfAbsent(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_MS / 2);
        this.admin = Admin.create(config);
    }

    @Override
    public Lags read() {
        Set<Watched> all = new HashSet<>(live);
        all.addAll(waiting);
        Map<String, Map<TopicPartition, Long>> committed =
                committed(all.stream().map(Watched::group).collect(Collectors.toSet()));
        Map<TopicPartition, Long> ends = offsets(
                all.stream().flatMap(watched -> places(watched).stream()).collect(Collectors.toSet()),
                OffsetSpec.latest());
        Map<TopicPartition, Long> begins = offsets(neverCommitted(all, committed, ends), OffsetSpec.earliest());
        return new Lags(
                live.stream()
                        .mapToLong(watched -> lag(watched, committed, ends, begins, watched.transactional() ? 1 : 0))
                        .sum(),
                waiting.stream()
                        .mapToLong(watched -> lag(watched, committed, ends, begins, 0))
                        .sum());
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }

    /*
     * A group whose tasks have just been taken over does not commit that it has seen the mark of the last transaction, and
     * would hold everything back until its partition's next record: of a live topic one record a partition is not counted
     * where marks are, which is right, because a record never comes without one.
     */
    private long lag(
            Watched watched,
            Map<String, Map<TopicPartition, Long>> committed,
            Map<TopicPartition, Long> ends,
            Map<TopicPartition, Long> begins,
            int marks) {
        Map<TopicPartition, Long> of = committed.getOrDefault(watched.group(), Map.of());
        return places(watched).stream()
                .mapToLong(place -> Math.max(
                        0,
                        ends.getOrDefault(place, 0L) - of.getOrDefault(place, begins.getOrDefault(place, 0L)) - marks))
                .sum();
    }

    private Map<String, Map<TopicPartition, Long>> committed(Set<String> groups) {
        ListConsumerGroupOffsetsResult answer = admin.listConsumerGroupOffsets(groups.stream()
                .collect(Collectors.toMap(Function.identity(), group -> new ListConsumerGroupOffsetsSpec())));
        Map<String, Map<TopicPartition, Long>> committed = new HashMap<>();
        for (String group : groups) {
            try {
                Map<TopicPartition, Long> offsets = new HashMap<>();
                Answers.of(answer.partitionsToOffsetAndMetadata(group))
                        .forEach((place, offset) -> put(offsets, place, offset));
                committed.put(group, offsets);
            } catch (GroupIdNotFoundException e) {
                committed.put(group, Map.of()); // it has never read anything
            }
        }
        return committed;
    }

    @SuppressWarnings("NullAway") // Kafka gives null for a partition without an offset
    private static void put(Map<TopicPartition, Long> offsets, TopicPartition place, OffsetAndMetadata offset) {
        if (offset != null) {
            offsets.put(place, offset.offset());
        }
    }

    private Set<TopicPartition> neverCommitted(
            Set<Watched> all, Map<String, Map<TopicPartition, Long>> committed, Map<TopicPartition, Long> ends) {
        return all.stream()
                .flatMap(watched -> places(watched).stream()
                        .filter(place -> !committed
                                .getOrDefault(watched.group(), Map.of())
                                .containsKey(place)))
                .filter(place -> ends.getOrDefault(place, 0L) > 0)
                .collect(Collectors.toSet());
    }

    private Map<TopicPartition, Long> offsets(Set<TopicPartition> places, OffsetSpec which) {
        if (places.isEmpty()) {
            return Map.of();
        }
        Map<TopicPartition, Long> offsets = new HashMap<>();
        Answers.of(admin.listOffsets(
                                places.stream().collect(Collectors.toMap(Function.identity(), place -> which)),
                                COMMITTED)
                        .all())
                .forEach((place, offset) -> offsets.put(place, offset.offset()));
        return offsets;
    }

    private List<TopicPartition> places(Watched watched) {
        return IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(watched.topic(), partition))
                .toList();
    }
}
