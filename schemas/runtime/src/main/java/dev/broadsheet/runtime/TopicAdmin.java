package dev.broadsheet.runtime;

import dev.broadsheet.contracts.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that the topics are there and fit, before a service begins: waits for the brokers as long as it takes,
 * creates what is missing where that is allowed, checks partitions, clean-up and size limits, and waits until new
 * topics are served.
 */
public final class TopicAdmin {
    private static final Logger LOG = LoggerFactory.getLogger(TopicAdmin.class);
    private static final String COMPONENT = "kafka";
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final CommonSettings common;
    private final Cluster cluster;
    private final Health health;

    TopicAdmin(CommonSettings common, Cluster cluster, Health health) {
        this.common = common;
        this.cluster = cluster;
        this.health = health;
    }

    /**
     * Blocks until the brokers answer. Throws {@link SettingsException} where topics are missing or do not fit, and
     * Kafka's InterruptException when interrupted.
     */
    public static void prepare(CommonSettings common, Collection<Topic> topics, Health health) {
        try (KafkaCluster cluster = new KafkaCluster(common)) {
            new TopicAdmin(common, cluster, health).prepare(topics, new Backoff(FIRST_PAUSE, LONGEST_PAUSE));
        }
    }

    void prepare(Collection<Topic> topics, Backoff backoff) {
        Map<String, Topic> wanted = new LinkedHashMap<>();
        topics.forEach(topic -> wanted.put(common.topics().name(topic), topic));
        while (true) {
            try {
                see(wanted);
                health.up(COMPONENT);
                return;
            } catch (RuntimeException e) {
                LOG.debug("{}", Causes.passing(e).orElseThrow(() -> e), e);
                health.down(COMPONENT, "waiting for the brokers at " + brokers()); // the same words, so logged once
                if (!backoff.pause()) {
                    throw new InterruptException("stopped while waiting for the brokers at " + brokers());
                }
            }
        }
    }

    private void see(Map<String, Topic> wanted) {
        Map<String, Cluster.State> found = cluster.describe(wanted.keySet());
        Map<String, Topic> missing = new LinkedHashMap<>(wanted);
        missing.keySet().removeAll(found.keySet());
        if (!missing.isEmpty()) {
            create(missing);
        }
        List<String> problems = new ArrayList<>();
        found.forEach((name, state) -> check(name, Objects.requireNonNull(wanted.get(name)), state, problems));
        brokerLimit(wanted).ifPresent(problems::add);
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
        cluster.awaitLeaders(wanted.keySet());
    }

    private void create(Map<String, Topic> missing) {
        if (!common.createTopics()) {
            throw new SettingsException(List.of("topics are missing: " + String.join(", ", missing.keySet())
                    + "; create them, or set BROADSHEET_TOPIC_CREATE=true"));
        }
        cluster.create(missing);
        LOG.info("created the topics {}", String.join(", ", missing.keySet()));
    }

    private void check(String name, Topic topic, Cluster.State state, List<String> problems) {
        int partitions = common.topics().partitions();
        if (state.partitions() != partitions) {
            problems.add(
                    "topic " + name + " has " + state.partitions() + " partitions, BROADSHEET_TOPIC_PARTITIONS says "
                            + partitions + "; partitions are fixed for life");
        }
        Long size = number(state.config().get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG));
        if (size != null && size < topic.maxMessageBytes()) {
            problems.add("topic " + name + " takes records of " + size + " bytes only; set its max.message.bytes to "
                    + topic.maxMessageBytes());
        }
        String policy = topic.config().get(TopicConfig.CLEANUP_POLICY_CONFIG);
        String actual = state.config().get(TopicConfig.CLEANUP_POLICY_CONFIG);
        if (actual != null && !actual.equals(policy)) {
            problems.add("topic " + name + " has cleanup.policy=" + actual + "; set it to " + policy);
        }
    }

    private Optional<String> brokerLimit(Map<String, Topic> wanted) {
        int largest =
                wanted.values().stream().mapToInt(Topic::maxMessageBytes).max().orElse(0);
        return cluster.largestRequest()
                .filter(limit -> limit < largest)
                .map(limit -> "the brokers take requests of " + limit
                        + " bytes only; set their socket.request.max.bytes to " + 2L * largest);
    }

    private String brokers() {
        return common.kafka().getOrDefault("bootstrap.servers", "(none given)");
    }

    private static @Nullable Long number(@Nullable String text) {
        return text == null ? null : Long.valueOf(text);
    }
}
