package dev.broadsheet.cli;

import dev.broadsheet.contracts.AvroSerdes;
import dev.broadsheet.contracts.DeadLetter;
import dev.broadsheet.contracts.DeadLetterState;
import dev.broadsheet.contracts.RecordHeader;
import dev.broadsheet.contracts.Topic;
import dev.broadsheet.contracts.Topics;
import dev.broadsheet.sink.repair.TopicReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** An installation of its own on a test's broker, with letters in it. */
final class LetterBox {
    static final int PARTITIONS = 3;
    static final Instant NOON = Instant.parse("2026-03-08T04:00:00Z");
    static final String ISSUE = "0123456789abcdef".repeat(4);

    private final String broker;
    private final Topics topics;
    private final Path file;
    private final AvroSerdes serdes;

    LetterBox(String broker, String prefix, Path folder) throws Exception {
        this.broker = broker;
        this.topics = new Topics(prefix, PARTITIONS);
        this.file = Files.writeString(folder.resolve(prefix + "json"), """
            {"bootstrapServers": "%s", "schemaRegistryUrl": "mock://letters", "topicPrefix": "%s",
             "registry": {"auto.register.schemas": "true"}}\
            """.formatted(broker, prefix));
        this.serdes = new AvroSerdes(endpoints().registryClient());
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            List<NewTopic> wanted = new ArrayList<>();
            for (Topic topic : Topic.values()) {
                wanted.add(new NewTopic(topics.name(topic), Optional.of(PARTITIONS), Optional.empty())
                        .configs(topic.config()));
            }
            wanted.add(new NewTopic(byPage(), Optional.of(PARTITIONS), Optional.empty()));
            admin.createTopics(wanted).all().get();
        }
    }

    Topics topics() {
        return topics;
    }

    Endpoints endpoints() throws IOException {
        return Endpoints.read(file);
    }

    /** A topic inside the stage split. */
    String byPage() {
        return topics.prefix() + "split-by-page-repartition";
    }

    Command run(String... arguments) {
        List<String> line = new ArrayList<>(List.of("dead-letters"));
        line.addAll(Arrays.asList(arguments));
        return command(line.toArray(new String[0]));
    }

    Command command(String... arguments) {
        List<String> line = new ArrayList<>(Arrays.asList(arguments));
        line.addAll(List.of("--endpoints", file.toString()));
        return Command.run(line.toArray(new String[0]));
    }

    /** A letter of split, given up {@code minutes} after noon. */
    DeadLetter.Builder letter(int partition, long offset, int minutes) {
        String topic = topics.name(Topic.ISSUES);
        return DeadLetter.newBuilder()
                .setDeadLetterId(topic + "-" + partition + "-" + offset + "-split")
                .setStage("split")
                .setTopic(topic)
                .setPartition(partition)
                .setOffset(offset)
                .setRecordTimestamp(NOON.minusSeconds(60))
                .setKey(bytes(ISSUE))
                .setValue(bytes("the bytes " + offset))
                .setHeaders(List.of(new RecordHeader("feed", bytes("default"))))
                .setCauseClass("java.lang.IllegalStateException")
                .setCause("no rule for this")
                .setStack("java.lang.IllegalStateException: no rule for this\n\tat Somewhere")
                .setIssueId(ISSUE)
                .setSoftware("0.2.0")
                .setInstance("ingest-1")
                .setAt(NOON.plusSeconds(60L * minutes));
    }

    DeadLetter put(DeadLetter letter) throws Exception {
        put(Topic.DEAD_LETTERS, letter.getDeadLetterId(), letter);
        return letter;
    }

    void put(Topic topic, String key, SpecificRecord value) throws Exception {
        Serializer<SpecificRecord> values = serdes.value().serializer();
        put(topic, key, values.serialize(topics.name(topic), value));
    }

    void put(Topic topic, String key, byte @Nullable [] value) throws Exception {
        String name = topics.name(topic);
        Map<String, Object> config = Map.of(
                "bootstrap.servers",
                broker,
                "max.request.size",
                Topic.DEAD_LETTERS.maxMessageBytes(),
                "buffer.memory",
                2L * Topic.DEAD_LETTERS.maxMessageBytes(),
                "compression.type",
                "zstd");
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(name, key.getBytes(StandardCharsets.UTF_8), value))
                    .get();
        }
    }

    /** Committed records of a topic of ours. */
    List<ConsumerRecord<byte[], byte[]>> records(Topic topic) throws IOException {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (TopicReader reader = new TopicReader(endpoints(), topic, true)) {
            reader.readToEnd(records::add);
        }
        return records;
    }

    /** The records of a letter, oldest first. */
    List<DeadLetter> history(String id) throws IOException {
        return records(Topic.DEAD_LETTERS).stream()
                .filter(record -> id.equals(new String(record.key(), StandardCharsets.UTF_8)))
                .map(record -> serdes.<DeadLetter>value().deserializer().deserialize(record.topic(), record.value()))
                .toList();
    }

    List<DeadLetterState> states(String id) throws IOException {
        return history(id).stream().map(DeadLetter::getState).toList();
    }

    AvroSerdes serdes() {
        return serdes;
    }

    static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
