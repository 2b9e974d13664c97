package dev.broadsheet.sink.reconcile.kafka;

import dev.broadsheet.contracts.AvroSerdes;
import dev.broadsheet.contracts.PageIdPartitioner;
import dev.broadsheet.contracts.Topic;
import dev.broadsheet.contracts.Topics;
import dev.broadsheet.sink.reconcile.Fact;
import dev.broadsheet.sink.reconcile.TopicLog;
import dev.broadsheet.sink.reconcile.Waiting;
import dev.broadsheet.sink.store.Partition;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidPartitionsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Kafka's topics, read committed and without a consumer group: no offset of anybody's moves. Throws KafkaException where Kafka does not answer, and
 * RegistryUnavailableException where the registry does not. One thread.
 */
public final class KafkaTopicLog implements TopicLog, AutoCloseable {
    /** By how much the clocks of those who stamp records may differ. */
    private static final Duration CLOCKS = Duration.ofMinutes(10);

    private static final List<Topic> TOPICS = List.of(
            Topic.ISSUES,
            Topic.RECEIPTS,
            Topic.PAGES,
            Topic.ARTICLES,
            Topic.ARTICLES_ENRICHED,
            Topic.METRICS,
            Topic.DEAD_LETTERS);
    private static final int MIB = 1024 * 1024;

    private final Topics topics;
    private final String store;
    private final FactReader reader;
    private final Clock clock;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Admin admin;
    private final GroupOffsets groups;
    private final Map<String, Topic> byName = new HashMap<>();
    private final Map<String, Topic> bySuffix = new HashMap<>();
    private final int partitions;

    /** {@code kafka}: settings of any client, as Kafka names them. {@code store}: its name, as in its stage of dead letters. */
    public KafkaTopicLog(Topics topics, Map<String, ?> kafka, AvroSerdes serdes, String store, Clock clock) {
        this.topics = topics;
        this.store = store;
        this.reader = new FactReader(topics, store, serdes);
        this.clock = clock;
        for (Topic topic : Topic.values()) {
            byName.put(topics.name(topic), topic);
            bySuffix.put(topic.suffix(), topic);
        }
        this.consumer =
                new KafkaConsumer<>(configuration(kafka), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.admin = Admin.create(new HashMap<>(kafka));
        this.groups = new GroupOffsets(admin, topics.prefix());
        try {
            this.partitions = count();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    @Override
    public int partitions() {
        return partitions;
    }

    @Override
    public int partitionOf(String pageId) {
        return PageIdPartitioner.partition(pageId, partitions);
    }

    @Override
    public Map<Partition, Long> ends(Collection<String> names) {
        return own(consumer.endOffsets(all(names)));
    }

    @Override
    public Map<Partition, Long> starts(Collection<String> names, Instant since) {
        if (!since.isAfter(Instant.EPOCH.plus(CLOCKS))) {
            return Map.of();
        }
        Map<TopicPartition, Long> wanted = new HashMap<>();
        all(names)
                .forEach(partition -> wanted.put(partition, since.minus(CLOCKS).toEpochMilli()));
        Map<TopicPartition, Long> starts = new HashMap<>(consumer.endOffsets(wanted.keySet()));
        consumer.offsetsForTimes(wanted).forEach((partition, found) -> {
            if (isThere(found)) {
                starts.put(partition, found.offset());
            }
        });
        return own(starts);
    }

    @Override
    public Map<Partition, Long> processed() {
        Map<Topic, String> readers =
                new EnumMap<>(Map.of(Topic.ISSUES, "split", Topic.ARTICLES, "enrich", Topic.METRICS, "rollup"));
        Map<Partition, Long> processed = new HashMap<>();
        readers.forEach((topic, application) -> groups.of(application, topics.name(topic))
                .forEach((partition, next) -> processed.put(new Partition(topic.suffix(), partition), next)));
        return processed;
    }

    @Override
    public Instant keptSince(String name) {
        boolean whole =
                consumer.beginningOffsets(all(List.of(name))).values().stream().allMatch(first -> first == 0);
        Topic topic = topic(name);
        return whole ? Instant.EPOCH : clock.instant().minus(groups.kept(topics.name(topic), topic.kept()));
    }

    @Override
    public void read(
            Collection<Partition> wanted, Map<Partition, Long> from, Map<Partition, Long> to, Consumer<Fact> facts) {
        reader.begin();
        Map<TopicPartition, Long> ends = new HashMap<>();
        Map<TopicPartition, Long> starts = new HashMap<>();
        wanted.forEach(partition -> {
            ends.put(kafka(partition), to.getOrDefault(partition, 0L));
            Long first = from.get(partition);
            if (first != null) {
                starts.put(kafka(partition), first);
            }
        });
        new RecordScan(consumer).read(starts, ends, record -> {
            Topic topic = byName.get(record.topic());
            if (topic != null) {
                facts.accept(reader.read(topic, record));
            }
        });
    }

    @Override
    public void waiting(Map<Partition, Long> taken, Consumer<Waiting> waiting) {
        reader.begin();
        new Backlog(topics, consumer, groups, reader, store).read(taken, waiting);
    }

    @Override
    public void close() {
        consumer.close();
        admin.close();
    }

    // Without this check a wrong prefix would look like an installation where nothing is wrong.
    private int count() {
        Set<Integer> counts = new HashSet<>();
        for (Topic topic : TOPICS) {
            String name = topics.name(topic);
            List<PartitionInfo> found = consumer.partitionsFor(name);
            if (found == null || found.isEmpty()) {
                throw new UnknownTopicOrPartitionException("there is no topic " + name);
            }
            counts.add(found.size());
        }
        if (counts.size() > 1) {
            throw new InvalidPartitionsException(
                    "the topics with prefix \"" + topics.prefix() + "\" have different numbers of partitions " + counts
                            + ", so a page's records cannot be found together");
        }
        return counts.iterator().next();
    }

    private static Map<String, Object> configuration(Map<String, ?> kafka) {
        Map<String, Object> settings = new HashMap<>();
        // For a small heap: compressed bytes, and text grows five-fold. A record larger than this still comes, alone.
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 8 * MIB);
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 2 * MIB);
        settings.putAll(kafka);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return settings;
    }

    // Kafka's map holds null where no record is as young.
    private static boolean isThere(@Nullable OffsetAndTimestamp found) {
        return found != null;
    }

    private List<TopicPartition> all(Collection<String> names) {
        List<TopicPartition> all = new ArrayList<>();
        for (String name : names) {
            for (int partition = 0; partition < partitions; partition++) {
                all.add(kafka(new Partition(name, partition)));
            }
        }
        return all;
    }

    private Map<Partition, Long> own(Map<TopicPartition, Long> offsets) {
        Map<Partition, Long> own = new HashMap<>();
        offsets.forEach((partition, offset) -> {
            Topic topic = byName.get(partition.topic());
            if (topic != null) {
                own.put(new Partition(topic.suffix(), partition.partition()), offset);
            }
        });
        return own;
    }

    private TopicPartition kafka(Partition partition) {
        return new TopicPartition(topics.name(topic(partition.topic())), partition.number());
    }

    private Topic topic(String suffix) {
        Topic topic = bySuffix.get(suffix);
        if (topic == null) {
            throw new IllegalArgumentException("there is no topic " + suffix);
        }
        return topic;
    }
}
