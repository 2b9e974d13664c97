package dev.broadsheet.cli;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;

/** Reads the values of a topic that anybody may have written to: one bad record must not end a command. */
record RecordValues<T>(Deserializer<T> values) {

    /** Empty where the record has no value, or one that is not of this topic. */
    Optional<T> value(ConsumerRecord<byte[], byte[]> record) {
        try {
            return Optional.ofNullable(values.deserialize(record.topic(), record.value()));
        } catch (SerializationException e) {
            return Optional.empty();
        }
    }
}
