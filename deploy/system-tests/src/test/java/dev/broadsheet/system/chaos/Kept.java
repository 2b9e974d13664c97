package dev.broadsheet.system.chaos;

import org.jspecify.annotations.Nullable;

/** A committed record as it lies on a topic; its value is null where it is a tombstone. */
record Kept<T>(
        String topic,
        int partition,
        long offset,
        String key,
        @Nullable T value) {
    /** For what is known to have no tombstones. */
    T some() {
        if (value == null) {
            throw new IllegalStateException("a tombstone on " + topic + " at " + partition + "-" + offset);
        }
        return value;
    }
}
