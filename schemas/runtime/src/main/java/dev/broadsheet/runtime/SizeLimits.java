package dev.broadsheet.runtime;

import dev.broadsheet.contracts.Topic;
import dev.broadsheet.contracts.Topics;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** The largest record of each topic, in bytes before compression. Topics that are not ours have no limit here. */
record SizeLimits(Map<String, Integer> limits) {
    /** More than Kafka adds to a record and its batch. */
    private static final int OVERHEAD = 256;

    static SizeLimits of(Topics topics) {
        Map<String, Integer> limits = new HashMap<>();
        for (Topic topic : Topic.values()) {
            limits.put(topics.name(topic), topic.maxMessageBytes());
        }
        return new SizeLimits(Map.copyOf(limits));
    }

    /** Throws {@link RecordTooLargeException} for what the broker would refuse. */
    void check(ProducerRecord<byte[], byte[]> record) {
        Integer limit = limits.get(record.topic());
        long size = size(record);
        if (limit != null && size > limit) {
            throw new RecordTooLargeException(
                    "a record of " + size + " bytes is too large for " + record.topic() + ", which takes " + limit);
        }
    }

    private static long size(ProducerRecord<byte[], byte[]> record) {
        long size = OVERHEAD + length(record.key()) + length(record.value());
        for (Header header : record.headers()) {
            size += 2L * header.key().length() + length(header.value()) + Integer.BYTES;
        }
        return size;
    }

    private static long length(byte @Nullable [] bytes) {
        return bytes == null ? 0 : bytes.length;
    }
}
