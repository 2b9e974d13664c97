package dev.broadsheet.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A record as one JSON line, decoded with the schema it was written with: whatever the registry knows can be read.
 * Instants and dates are printed as ISO-8601, bytes as Base64. One thread.
 */
final class RecordJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final KafkaAvroDeserializer values = new KafkaAvroDeserializer();

    RecordJson(Endpoints endpoints) {
        Map<String, Object> config = new LinkedHashMap<>(endpoints.registryClient());
        config.put("specific.avro.reader", false);
        config.put("avro.use.logical.type.converters", true);
        values.configure(config, false);
    }

    String line(ConsumerRecord<byte[], byte[]> record) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("topic", record.topic());
        line.put("partition", record.partition());
        line.put("offset", record.offset());
        line.put("timestamp", java.time.Instant.ofEpochMilli(record.timestamp()).toString());
        line.put("key", record.key() == null ? null : utf8(record.key()));
        line.put("headers", headers(record));
        line.put("value", value(record.topic(), record.value()));
        return write(line);
    }

    /** Any value made of maps, lists, texts and numbers, on one line. */
    static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was decoded cannot be written as JSON", e);
        }
    }

    private @Nullable Object value(String topic, byte @Nullable [] bytes) {
        try {
            return decode(topic, bytes);
        } catch (SerializationException e) {
            return Map.of(
                    "undecodable",
                    bytes == null ? "" : Base64.getEncoder().encodeToString(bytes),
                    "cause",
                    String.valueOf(e.getMessage()));
        }
    }

    /** A value as maps, lists, texts and numbers; throws SerializationException where it cannot be read. */
    @Nullable
    Object decode(String topic, byte @Nullable [] bytes) {
        try {
            return bytes == null ? null : plain(values.deserialize(topic, bytes));
        } catch (BufferUnderflowException e) {
            throw new SerializationException("the value is too short for a schema id and a record", e);
        }
    }

    private static Map<String, @Nullable String> headers(ConsumerRecord<byte[], byte[]> record) {
        Map<String, @Nullable String> headers = new LinkedHashMap<>();
        for (Header header : record.headers()) {
            byte @Nullable [] value = header.value();
            headers.put(header.key(), value == null ? null : utf8(value));
        }
        return headers;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof GenericRecord record) {
            Map<String, Object> fields = new LinkedHashMap<>();
            for (Schema.Field field : record.getSchema().getFields()) {
                fields.put(field.name(), plain(record.get(field.pos())));
            }
            return fields;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(RecordJson::plain).toList();
        }
        if (value instanceof ByteBuffer bytes) {
            byte[] copy = new byte[bytes.remaining()];
            bytes.duplicate().get(copy);
            return Base64.getEncoder().encodeToString(copy);
        }
        return value == null || value instanceof Number || value instanceof Boolean ? value : value.toString();
    }

    private static String utf8(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
