package dev.broadsheet.cli.doctor;

import dev.broadsheet.contracts.Topic;
import dev.broadsheet.contracts.Topics;
import dev.broadsheet.runtime.Answers;
import dev.broadsheet.runtime.TopicFit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every topic: there, of as many partitions as the others, set as {@link Topic} says, led and copied. */
public final class TopicsCheck implements Check {
    private static final Logger LOG = LoggerFactory.getLogger(TopicsCheck.class);
    private static final String SUBJECT = "topics";

    private final Admin admin;
    private final Topics topics;

    public TopicsCheck(Admin admin, Topics topics) {
        this.admin = admin;
        this.topics = topics;
    }

    @Override
    public String subject() {
        return SUBJECT;
    }

    @Override
    public void run(Findings findings) {
        Map<String, Topic> wanted = new LinkedHashMap<>();
        Stream.of(Topic.values()).forEach(topic -> wanted.put(topics.name(topic), topic));
        Map<String, TopicDescription> found = describe(wanted);
        Map<String, Map<String, String>> configs = configs(found.keySet());
        found.keySet().retainAll(configs.keySet());
        List<String> missing = wanted.keySet().stream()
                .filter(name -> !found.containsKey(name))
                .toList();
        if (!missing.isEmpty()) {
            findings.fail(
                    SUBJECT,
                    "missing: " + String.join(", ", missing),
                    "start the services, which create them unless BROADSHEET_TOPIC_CREATE=false; else create them");
        }
        if (found.isEmpty()) {
            return;
        }
        int before = findings.all().size();
        int partitions = partitions(found);
        wanted.forEach((name, topic) -> {
            TopicDescription description = found.get(name);
            Map<String, String> config = configs.get(name);
            if (description != null && config != null) {
                fit(name, topic, description, partitions, config, findings);
                copies(name, description, config, findings);
            }
        });
        if (findings.all().size() == before) {
            findings.ok(SUBJECT, found.size() + " are there, set as they should be, each partition led and copied");
        }
    }

    /** What most of them have: services compare with their own setting at start. */
    private static int partitions(Map<String, TopicDescription> found) {
        Map<Integer, Long> counts = found.values().stream()
                .collect(
                        Collectors.groupingBy(topic -> topic.partitions().size(), TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0);
    }

    private static void fit(
            String name,
            Topic topic,
            TopicDescription found,
            int partitions,
            Map<String, String> config,
            Findings findings) {
        for (TopicFit.Difference difference :
                TopicFit.of(name, topic, partitions, found.partitions().size(), config)) {
            String[] parts = difference.sentence().split("; ", 2);
            if (difference.breaks()) {
                findings.fail(SUBJECT, parts[0], parts[1]);
            } else {
                findings.warn(SUBJECT, parts[0], parts[1]);
            }
        }
    }

    private static void copies(String name, TopicDescription topic, Map<String, String> config, Findings findings) {
        List<Integer> leaderless = new ArrayList<>();
        List<Integer> behind = new ArrayList<>();
        int copies = 0;
        for (TopicPartitionInfo partition : topic.partitions()) {
            copies = Math.max(copies, partition.replicas().size());
            if (partition.leader() == null || partition.leader().isEmpty()) {
                leaderless.add(partition.partition());
            } else if (partition.isr().size() < partition.replicas().size()) {
                behind.add(partition.partition());
            }
        }
        if (!leaderless.isEmpty()) {
            findings.fail(
                    SUBJECT, name + ": partitions without a leader: " + leaderless, "start the brokers that hold them");
        }
        if (!behind.isEmpty()) {
            findings.warn(
                    SUBJECT,
                    name + ": partitions with a copy behind: " + behind,
                    "see what ails the brokers that hold them");
        }
        int least = Integer.parseInt(config.getOrDefault(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, "1"));
        if (least > copies) {
            findings.fail(
                    SUBJECT,
                    name + " wants " + least + " copies in step of " + copies + ", so nothing can be written",
                    "set its min.insync.replicas to " + Math.max(1, copies - 1));
        }
    }

    private Map<String, TopicDescription> describe(Map<String, Topic> wanted) {
        Map<String, TopicDescription> found = new LinkedHashMap<>();
        Map<String, KafkaFuture<TopicDescription>> answers =
                admin.describeTopics(wanted.keySet()).topicNameValues();
        for (String name : wanted.keySet()) {
            KafkaFuture<TopicDescription> answer = answers.get(name);
            try {
                if (answer != null) {
                    found.put(name, Answers.of(answer));
                }
            } catch (UnknownTopicOrPartitionException e) {
                LOG.debug("{} does not exist", name);
            }
        }
        return found;
    }

    /** Without those that are gone since they were described. */
    private Map<String, Map<String, String>> configs(Collection<String> found) {
        List<ConfigResource> resources = found.stream()
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        Map<String, Map<String, String>> configs = new HashMap<>();
        admin.describeConfigs(resources).values().forEach((resource, answer) -> {
            try {
                configs.put(resource.name(), values(Answers.of(answer)));
            } catch (UnknownTopicOrPartitionException e) {
                LOG.debug("{} does not exist any more", resource.name());
            }
        });
        return configs;
    }

    private static Map<String, String> values(Config config) {
        return config.entries().stream()
                .filter(entry -> entry.value() != null)
                .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
    }
}
