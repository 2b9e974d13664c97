package dev.broadsheet.cli.status;

import dev.broadsheet.contracts.Topic;
import dev.broadsheet.contracts.Topics;
import dev.broadsheet.runtime.Answers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/** How far the stages are behind, by what the brokers know of their consumer groups. Throws KafkaException where none answers. One thread. */
public final class GroupsLook implements AutoCloseable {
    private static final ListOffsetsOptions COMMITTED = new ListOffsetsOptions(IsolationLevel.READ_COMMITTED);

    /** A group and the topic that it reads first; what else it reads is seen by its offsets. */
    private record Stage(String group, Topic input, boolean always) {}

    private static final List<Stage> STAGES = List.of(
            new Stage("split", Topic.ISSUES, true),
            new Stage("enrich", Topic.ARTICLES, true),
            new Stage("sink-postgresql", Topic.ARTICLES_ENRICHED, true),
            new Stage("rollup", Topic.METRICS, false),
            new Stage("backfill", Topic.ISSUES_BACKFILL, false));

    private final Topics topics;
    private final Admin admin;

    /** {@code kafka}: settings of any client; how long it waits for an answer among them. */
    public GroupsLook(Topics topics, Properties kafka) {
        this.topics = topics;
        this.admin = Admin.create(kafka);
    }

    /** Those that every installation has, and those of the others that ever ran. */
    public List<Overview.Group> groups() {
        List<Overview.Group> groups = new ArrayList<>();
        for (Stage stage : STAGES) {
            Map<TopicPartition, Long> next = next(stage);
            if (stage.always() || !next.isEmpty()) {
                groups.add(new Overview.Group(stage.group(), behind(stage, next), members(stage)));
            }
        }
        return groups;
    }

    private Map<TopicPartition, Long> next(Stage stage) {
        Map<TopicPartition, Long> next = new HashMap<>();
        try {
            Map<TopicPartition, @Nullable OffsetAndMetadata> offsets =
                    Answers.of(admin.listConsumerGroupOffsets(name(stage)).partitionsToOffsetAndMetadata());
            offsets.forEach((place, offset) -> {
                if (offset != null) {
                    next.put(place, offset.offset());
                }
            });
        } catch (GroupIdNotFoundException e) {
            return Map.of(); // it never ran
        }
        return next;
    }

    private long behind(Stage stage, Map<TopicPartition, Long> next) {
        Map<TopicPartition, OffsetSpec> places = new HashMap<>();
        next.keySet().forEach(place -> places.put(place, OffsetSpec.latest()));
        partitions(topics.name(stage.input())).forEach(place -> places.put(place, OffsetSpec.latest()));
        Map<TopicPartition, Long> ends = offsets(places);
        places.keySet().removeAll(next.keySet());
        places.replaceAll((place, latest) -> OffsetSpec.earliest());
        Map<TopicPartition, Long> begins = offsets(places);
        return ends.entrySet().stream()
                .mapToLong(end -> behind(
                        end.getKey(),
                        end.getValue() - next.getOrDefault(end.getKey(), begins.getOrDefault(end.getKey(), 0L))))
                .sum();
    }

    // Behind the last record of a transaction lies its mark, which a group that has just been taken over has not
    // committed.
    private long behind(TopicPartition place, long behind) {
        boolean mark = behind == 1 && !place.topic().equals(topics.name(Topic.ISSUES));
        return mark ? 0 : Math.max(0, behind);
    }

    private List<TopicPartition> partitions(String topic) {
        try {
            return Answers.of(admin.describeTopics(List.of(topic)).allTopicNames()).values().stream()
                    .flatMap(described -> described.partitions().stream())
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
        } catch (UnknownTopicOrPartitionException e) {
            return List.of(); // no service has started yet
        }
    }

    private Map<TopicPartition, Long> offsets(Map<TopicPartition, OffsetSpec> places) {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        if (!places.isEmpty()) {
            Answers.of(admin.listOffsets(places, COMMITTED).all())
                    .forEach((place, at) -> offsets.put(place, at.offset()));
        }
        return offsets;
    }

    private int members(Stage stage) {
        try {
            return Optional.ofNullable(Answers.of(admin.describeConsumerGroups(List.of(name(stage)))
                                    .all())
                            .get(name(stage)))
                    .map(group -> group.members().size())
                    .orElse(0);
        } catch (GroupIdNotFoundException e) {
            return 0;
        }
    }

    private String name(Stage stage) {
        return topics.prefix() + stage.group();
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
