package dev.broadsheet.contracts;

import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import io.confluent.kafka.serializers.subject.RecordNameStrategy;
import io.confluent.kafka.serializers.subject.TopicNameStrategy;
import java.nio.BufferUnderflowException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Serdes over Confluent's Avro serializer. Clients do not register schemas unless the configuration says so
 * ({@code auto.register.schemas}); {@link SchemaCatalog} does. Registry trouble is waited out for two minutes and then
 * thrown as {@link RegistryUnavailableException}, and so is a schema that is to be written and that nobody has registered; a record that cannot be read or written is a SerializationException.
 */
public final class AvroSerdes {
    /** Shorter than Kafka's max.poll.interval.ms (5 min), so that a waiting consumer keeps its partitions. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Duration PERSONS_PATIENCE = Duration.ofSeconds(20);

    private final Map<String, Object> config;
    private final RegistryRetry retry;

    /** {@code registry} holds Confluent's keys: schema.registry.url, basic.auth.user.info … */
    public AvroSerdes(Map<String, ?> registry) {
        this(registry, (answers, cause) -> {});
    }

    /** For a command or a page of the console: somebody waits, and is told after 20 s what it is that the registry lacks. */
    public static AvroSerdes forPersons(Map<String, ?> registry) {
        return new AvroSerdes(registry, (answers, cause) -> {}, PERSONS_PATIENCE);
    }

    public AvroSerdes(Map<String, ?> registry, RegistryListener listener) {
        this(registry, listener, PATIENCE);
    }

    AvroSerdes(Map<String, ?> registry, RegistryListener listener, Duration patience) {
        this.config = new HashMap<>();
        config.put("auto.register.schemas", false);
        config.putAll(registry);
        config.put("specific.avro.reader", true);
        config.put("avro.remove.java.properties", true);
        this.retry = new RegistryRetry(patience, listener);
        ContractClasses.trust();
    }

    /** For topics: one subject per topic. */
    public <T extends SpecificRecord> Serde<T> value() {
        return serde(TopicNameStrategy.class);
    }

    /**
     * Values of one topic, also where they travel through another: the subject stays that of {@code topic}. What is well
     * written but of another type is refused with a SerializationException, as what cannot be read is.
     */
    public <T extends SpecificRecord> Serde<T> valueOf(String topic, Class<T> type) {
        Serde<SpecificRecord> values = value();
        return Serdes.serdeFrom(
                (anyTopic, value) -> values.serializer().serialize(topic, value),
                (anyTopic, bytes) -> ofType(type, values.deserializer(), topic, bytes));
    }

    @SuppressWarnings("NullAway") // Kafka's own contract: null in, null out
    private static <T> T ofType(Class<T> type, Deserializer<?> values, String topic, byte[] bytes) {
        Object value = values.deserialize(topic, bytes);
        if (value != null && !type.isInstance(value)) {
            throw new SerializationException("a " + value.getClass().getName() + " is no " + type.getSimpleName());
        }
        return type.cast(value);
    }

    /** For repartition topics and stores, whose names follow the topology: one subject per record type. */
    public <T extends SpecificRecord> Serde<T> internal() {
        return serde(RecordNameStrategy.class);
    }

    private <T extends SpecificRecord> Serde<T> serde(Class<?> subjects) {
        Map<String, Object> settings = new HashMap<>(config);
        settings.put("value.subject.name.strategy", subjects.getName());
        KafkaAvroSerializer serializer = new KafkaAvroSerializer();
        serializer.configure(settings, false);
        KafkaAvroDeserializer deserializer = new KafkaAvroDeserializer();
        deserializer.configure(settings, false);
        return Serdes.serdeFrom(new Writer<>(serializer, retry), new Reader<>(deserializer, retry));
    }

    private record Writer<T>(KafkaAvroSerializer delegate, RegistryRetry retry) implements Serializer<T> {
        @Override
        @SuppressWarnings("NullAway") // Kafka's own contract: null in, null out
        public byte[] serialize(String topic, @Nullable T value) {
            return value == null
                    ? null
                    : retry.call(() -> delegate.serialize(topic, value), RegistryTrouble::describeWriting);
        }

        @Override
        public void close() {
            delegate.close();
        }
    }

    private record Reader<T>(KafkaAvroDeserializer delegate, RegistryRetry retry) implements Deserializer<T> {
        @Override
        @SuppressWarnings({"unchecked", "NullAway"}) // the reader's type is the caller's promise; null in, null out
        public T deserialize(String topic, byte @Nullable [] bytes) {
            try {
                return bytes == null
                        ? null
                        : retry.call(() -> (T) delegate.deserialize(topic, bytes), RegistryTrouble::describe);
            } catch (BufferUnderflowException e) {
                throw new SerializationException("the value is too short for a schema id and a record", e);
            }
        }

        @Override
        public void close() {
            delegate.close();
        }
    }
}
