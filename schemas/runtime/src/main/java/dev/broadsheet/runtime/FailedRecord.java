package dev.broadsheet.runtime;

import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A record that could not be processed, as it was read.
 *
 * @param topic where it was read: for a replayed record its retry topic
 * @param timestamp in milliseconds, negative where it has none
 * @param partlyWritten whether some of its results may have been written before it failed
 */
@SuppressWarnings("ArrayRecordComponent") // raw bytes; never compared
public record FailedRecord(
        String topic,
        int partition,
        long offset,
        long timestamp,
        byte @Nullable [] key,
        byte @Nullable [] value,
        Headers headers,
        boolean partlyWritten) {}
