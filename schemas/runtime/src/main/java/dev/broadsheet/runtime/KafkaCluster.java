package dev.broadsheet.runtime;

import dev.broadsheet.contracts.Topic;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A real cluster, through Kafka's admin client. */
final class KafkaCluster implements Cluster, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaCluster.class);
    private static final int ANSWER_MS = 10_000;
    private static final String REQUEST_LIMIT = "socket.request.max.bytes";

    private final CommonSettings common;
    private final Admin admin;

    KafkaCluster(CommonSettings common) {
        this.common = common;
        Map<String, Object> config = new HashMap<>(common.kafka());
        config.putIfAbsent(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MS);
        config.putIfAbsent(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_MS / 2);
        this.admin = Admin.create(config);
    }

    @Override
    public Map<String, State> describe(Collection<String> names) {
        Map<String, TopicDescription> found = new HashMap<>();
        admin.describeTopics(names).topicNameValues().forEach((name, answer) -> {
            try {
                found.put(name, Answers.of(answer));
            } catch (UnknownTopicOrPartitionException e) {
                LOG.debug("{} does not exist", name);
            }
        });
        Map<String, Map<String, String>> configs = configs(found.keySet());
        Map<String, State> states = new HashMap<>();
        found.forEach((name, topic) ->
                states.put(name, new State(topic.partitions().size(), configs.getOrDefault(name, Map.of()))));
        return states;
    }

    @Override
    public void create(Map<String, Topic> topics) {
        List<NewTopic> wanted = topics.entrySet().stream()
                .map(entry -> new NewTopic(
                                entry.getKey(),
                                Optional.of(common.topics().partitions()),
                                Optional.of(common.replication()).filter(copies -> copies > 0))
                        .configs(entry.getValue().config()))
                .toList();
        admin.createTopics(wanted).values().forEach((name, answer) -> {
            try {
                Answers.of(answer);
            } catch (TopicExistsException e) {
                LOG.debug("{} was created by another instance", name);
            }
        });
    }

    /*
     * Until a broker serves a new partition it refuses produce requests, and of several in flight it may refuse the
     * first and take the second. An idempotent producer then repeats the first in vain until its delivery timeout
     * (KAFKA-15591, mended in Kafka 4.5). Asking for offsets is refused by the same check.
     */
    @Override
    public void awaitLeaders(Collection<String> names) {
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        for (String name : names) {
            for (int partition = 0; partition < common.topics().partitions(); partition++) {
                ends.put(new TopicPartition(name, partition), OffsetSpec.latest());
            }
        }
        try {
            Answers.of(admin.listOffsets(ends).all());
        } catch (TimeoutException e) { // one broker that is away must not hold up the partitions of the others
            LOG.warn("not every partition has a leader that answers; work begins with the others: {}", e.getMessage());
        }
    }

    @Override
    public Optional<Long> largestRequest() {
        try {
            Node broker = Answers.of(admin.describeCluster().nodes()).iterator().next();
            ConfigResource resource = new ConfigResource(ConfigResource.Type.BROKER, broker.idString());
            Config config =
                    Answers.of(admin.describeConfigs(List.of(resource)).all()).get(resource);
            return Optional.ofNullable(config == null ? null : config.get(REQUEST_LIMIT))
                    .map(ConfigEntry::value)
                    .map(Long::valueOf);
        } catch (AuthorizationException e) {
            LOG.info("not allowed to read the brokers' settings; {} is not checked", REQUEST_LIMIT);
            return Optional.empty();
        }
    }

    /** Aborts what is open under these ids and shuts out who opened it; returns when it is aborted. */
    void fence(Collection<String> transactionalIds) {
        Answers.of(admin.fenceProducers(transactionalIds).all());
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO); // whoever closes waits for no answer, and brokers that hang give none
    }

    private Map<String, Map<String, String>> configs(Collection<String> names) {
        List<ConfigResource> resources = names.stream()
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        try {
            return Answers.of(admin.describeConfigs(resources).all()).entrySet().stream()
                    .collect(Collectors.toMap(entry -> entry.getKey().name(), entry -> values(entry.getValue())));
        } catch (AuthorizationException e) {
            LOG.info("not allowed to read the topics' settings; size limits are not checked");
            return Map.of();
        }
    }

    private static Map<String, String> values(Config config) {
        return config.entries().stream()
                .filter(entry -> entry.value() != null)
                .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
    }
}
