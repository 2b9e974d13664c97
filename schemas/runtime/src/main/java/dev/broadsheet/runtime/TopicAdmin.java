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
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
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

    /** Somebody else creates them, sooner or later. */
    private static final class MissingTopics extends RetriableException {
        private static final long serialVersionUID = 1L;

        MissingTopics(String message) {
            super(message);
        }
    }

    TopicAdmin(CommonSettings common, Cluster cluster, Health health) {
        this.common = common;
        this.cluster = cluster;
        this.health = health;
    }

    /**
     * Blocks until the brokers answer and the topics are there. Throws {@link SettingsException} where they do not fit,
     * and Kafka's InterruptException when interrupted.
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
                String why =
                        e instanceof MissingTopics ? Causes.messages(e) : "waiting for the brokers at " + brokers();
                health.down(COMPONENT, why); // the same words each time, so logged once
                if (!backoff.pause()) {
                    throw new InterruptException("stopped while " + why);
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
        found.forEach((name, state) -> problems.addAll(misfits(name, Objects.requireNonNull(wanted.get(name)), state)));
        brokerLimit(wanted).ifPresent(problems::add);
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
        cluster.awaitLeaders(wanted.keySet());
    }

    private void create(Map<String, Topic> missing) {
        if (!common.createTopics()) {
            throw new MissingTopics("waiting for topics that are missing: " + String.join(", ", missing.keySet())
                    + "; create them, or set BROADSHEET_TOPIC_CREATE=true");
        }
        cluster.create(missing);
        LOG.info("created the topics {}", String.join(", ", missing.keySet()));
    }

    private List<String> misfits(String name, Topic topic, Cluster.State state) {
        return TopicFit.of(name, topic, common.topics().partitions(), state.partitions(), state.config()).stream()
                .filter(TopicFit.Difference::breaks)
                .map(TopicFit.Difference::sentence)
                .toList();
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
}
