package dev.broadsheet.sink.repair;

import dev.broadsheet.contracts.AvroSerdes;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;

/** Reads the values of a topic that anybody may have written to: one bad record must not end a command. One thread. */
public final class RecordValues<T extends SpecificRecord> {
    private final Deserializer<?> values;
    private final Class<T> type;

    public RecordValues(Installation where, Class<T> type) {
        this.values =
                new AvroSerdes(where.registryClient()).<SpecificRecord>value().deserializer();
        this.type = type;
    }

    /**
     * Empty where the record has no value, or one that is not of this type: no Avro, or of another contract.
     *
     * @throws dev.broadsheet.contracts.RegistryUnavailableException where the registry does not answer for two minutes
     */
    public Optional<T> value(ConsumerRecord<byte[], byte[]> record) {
        try {
            Object value = values.deserialize(record.topic(), record.value());
            return type.isInstance(value) ? Optional.of(type.cast(value)) : Optional.empty();
        } catch (SerializationException e) {
            return Optional.empty();
        }
    }
}
