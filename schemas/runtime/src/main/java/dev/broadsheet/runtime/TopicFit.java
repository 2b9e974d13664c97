package dev.broadsheet.runtime;

import dev.broadsheet.contracts.Topic;
import dev.broadsheet.contracts.Topic.CleanUp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;

/**
 * How a topic that is there differs from what {@link Topic} says of it, each difference in a sentence that says what to
 * do. Settings that may not be read are not compared. Any thread.
 */
public final class TopicFit {
    private TopicFit() {}

    /** {@code breaks}: no service works with it; otherwise records flow, but less is kept or read than was promised. */
    public record Difference(boolean breaks, String sentence) {}

    /** {@code config} as the brokers tell it; {@code wanted} partitions. */
    public static List<Difference> of(
            String name, Topic topic, int wanted, int partitions, Map<String, String> config) {
        List<Difference> differences = new ArrayList<>();
        if (partitions != wanted) {
            differences.add(new Difference(
                    true,
                    "topic " + name + " has " + partitions + " partitions, BROADSHEET_TOPIC_PARTITIONS says " + wanted
                            + "; partitions are fixed for life"));
        }
        size(name, topic, config, differences);
        different(name, topic, TopicConfig.CLEANUP_POLICY_CONFIG, true, config, differences);
        different(name, topic, TopicConfig.COMPRESSION_TYPE_CONFIG, false, config, differences);
        if (topic.cleanUp() == CleanUp.DELETE) {
            atLeast(name, topic, TopicConfig.RETENTION_MS_CONFIG, "records are gone", config, differences);
        } else {
            atLeast(name, topic, TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG, "old versions go", config, differences);
            atLeast(name, topic, TopicConfig.DELETE_RETENTION_MS_CONFIG, "tombstones go", config, differences);
        }
        return differences;
    }

    private static void size(String name, Topic topic, Map<String, String> config, List<Difference> differences) {
        String size = config.get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG);
        if (size != null && Long.parseLong(size) < topic.maxMessageBytes()) {
            differences.add(new Difference(
                    true,
                    "topic " + name + " takes records of " + size + " bytes only; set its max.message.bytes to "
                            + topic.maxMessageBytes()));
        }
    }

    private static void different(
            String name,
            Topic topic,
            String key,
            boolean breaks,
            Map<String, String> config,
            List<Difference> differences) {
        String wanted = topic.config().get(key);
        String actual = config.get(key);
        if (actual != null && !actual.equals(wanted)) {
            differences.add(
                    new Difference(breaks, "topic " + name + " has " + key + "=" + actual + "; set it to " + wanted));
        }
    }

    // -1 is without limit.
    private static void atLeast(
            String name,
            Topic topic,
            String key,
            String what,
            Map<String, String> config,
            List<Difference> differences) {
        Long wanted = number(topic.config().get(key));
        Long actual = number(config.get(key));
        if (wanted != null && actual != null && actual >= 0 && actual < wanted) {
            differences.add(new Difference(
                    false,
                    "topic " + name + ": " + what + " after " + text(actual) + " instead of " + text(wanted)
                            + "; set its " + key + " to " + wanted));
        }
    }

    private static String text(long millis) {
        Duration duration = Duration.ofMillis(millis);
        return duration.toDays() > 0 ? duration.toDays() + " days" : duration.toString();
    }

    private static @Nullable Long number(@Nullable String text) {
        return text == null ? null : Long.valueOf(text);
    }
}
