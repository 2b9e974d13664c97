package dev.broadsheet.sink.reconcile.kafka;

import dev.broadsheet.runtime.Answers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.jspecify.annotations.Nullable;

/** What brokers say of groups and topics. Any thread. */
record GroupOffsets(Admin admin, String prefix) {

    /** Next offset of each partition of the topic that the application has processed; none where it never ran. */
    Map<Integer, Long> of(String application, String topic) {
        Map<Integer, Long> next = new HashMap<>();
        try {
            Map<TopicPartition, @Nullable OffsetAndMetadata> offsets = Answers.of(
                    admin.listConsumerGroupOffsets(prefix + application).partitionsToOffsetAndMetadata());
            offsets.forEach((partition, offset) -> {
                if (partition.topic().equals(topic) && offset != null) {
                    next.put(partition.partition(), offset.offset());
                }
            });
        } catch (GroupIdNotFoundException e) {
            return Map.of();
        }
        return next;
    }

    /** For how long the topic keeps records; {@code usual} where the brokers do not tell. */
    Duration kept(String topic, Duration usual) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try {
            Config config =
                    Answers.of(admin.describeConfigs(List.of(resource)).all()).get(resource);
            ConfigEntry entry = config == null ? null : config.get(TopicConfig.RETENTION_MS_CONFIG);
            long kept = entry == null ? usual.toMillis() : Long.parseLong(entry.value());
            return Duration.ofMillis(kept < 0 ? usual.toMillis() : kept);
        } catch (AuthorizationException e) {
            return usual;
        }
    }
}
