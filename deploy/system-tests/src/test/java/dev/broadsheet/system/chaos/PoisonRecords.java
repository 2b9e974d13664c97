package dev.broadsheet.system.chaos;

import dev.broadsheet.contracts.Ids;
import dev.broadsheet.contracts.Topic;
import dev.broadsheet.system.TopicRecords;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Records that no reader of a topic understands, put there by hand: no Avro, or a schema that the registry does not know. */
final class PoisonRecords implements AutoCloseable {
    private static final int UNKNOWN_SCHEMA = 987_654_321;

    private static final List<Poison> KINDS = List.of(
            new Poison(Topic.ISSUES, "split", false),
            new Poison(Topic.ARTICLES, "enrich", true),
            new Poison(Topic.ARTICLES_ENRICHED, "sink.postgresql", false),
            new Poison(Topic.METRICS, "rollup", true),
            new Poison(Topic.PAGES, "sink.postgresql", true),
            new Poison(Topic.ISSUES, "split", true),
            new Poison(Topic.ARTICLES, "enrich", false));

    private final KafkaProducer<String, byte[]> producer;
    private final List<String> deadLetterIds = new CopyOnWriteArrayList<>();

    /** What to put where, and the stage that meets it. */
    private record Poison(Topic topic, String stage, boolean avro) {}

    PoisonRecords(String bootstrapServers) {
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Returns when the broker has it, which may take as long as it is down. */
    void send(int number) throws InterruptedException {
        Poison poison = KINDS.get(number % KINDS.size());
        byte[] value = poison.avro()
                ? ByteBuffer.allocate(8).put((byte) 0).putInt(UNKNOWN_SCHEMA).array()
                : "no Avro".getBytes(StandardCharsets.UTF_8);
        try {
            RecordMetadata place = producer.send(
                            new ProducerRecord<>(TopicRecords.TOPICS.name(poison.topic()), "chaos-" + number, value))
                    .get();
            deadLetterIds.add(Ids.deadLetterId(place.topic(), place.partition(), place.offset(), poison.stage()));
        } catch (ExecutionException e) {
            throw new IllegalStateException("a poison record could not be sent", e);
        }
    }

    /** Ids of the dead letters that have to come of it. */
    List<String> deadLetterIds() {
        return deadLetterIds;
    }

    /** Whether the record at this place is one of them. */
    boolean isAt(String topic, int partition, long offset) {
        String place = Ids.deadLetterId(topic, partition, offset, "");
        return deadLetterIds.stream().anyMatch(id -> id.startsWith(place));
    }

    @Override
    public void close() {
        producer.close();
    }
}
