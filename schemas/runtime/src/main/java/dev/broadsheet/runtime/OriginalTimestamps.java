package dev.broadsheet.runtime;

import dev.broadsheet.contracts.Replay;
import java.time.Instant;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * For sources that read a retry topic too. A record lies there under the time of its replay, else its age would have it deleted; what is
 * made of it has the time of the original, so that it is the same record as without the failure.
 */
public final class OriginalTimestamps implements TimestampExtractor {
    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
        return Replay.of(record.headers())
                .map(Replay::timestamp)
                .filter(Objects::nonNull)
                .map(Instant::toEpochMilli)
                .orElse(record.timestamp());
    }
}
