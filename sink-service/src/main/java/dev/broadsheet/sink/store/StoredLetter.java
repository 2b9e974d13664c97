package dev.broadsheet.sink.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one record of the topic of dead letters says; of two that are read of one id, the later one stands. Any store can hold it: texts are
 * bounded and without U+0000, the record's own bytes are left out.
 *
 * @param state DEAD, REPLAYED, DISCARDED, or {@link #UNREADABLE}
 * @param decision null while it is DEAD
 */
public record StoredLetter(
        String id,
        String state,
        String stage,
        Source source,
        Failure failure,
        @Nullable Decision decision) implements Change {
    /** Of a record that is no letter anybody can read or keep; nothing more is ever made of it. */
    public static final String UNREADABLE = "UNREADABLE";

    /** The record that failed. {@code valueSize} in bytes; key and value size are null where it has none. */
    public record Source(
            String topic,
            int partition,
            long offset,
            @Nullable Instant timestamp,
            @Nullable String key,
            @Nullable Integer valueSize,
            List<Header> headers,
            @Nullable String issueId,
            @Nullable String pageId,
            @Nullable String feed) {}

    /** One header of it, as text. */
    public record Header(String name, String value) {}

    /** How it failed last. */
    public record Failure(
            String causeClass,
            String cause,
            String stack,
            int attempts,
            boolean partlyWritten,
            @Nullable String extractor,
            String software,
            String instance,
            Instant at) {}

    /** What was decided about it last. {@code by} is null in letters of version 0.2. */
    public record Decision(@Nullable Instant at, @Nullable String by) {}

    public boolean isUnreadable() {
        return state.equals(UNREADABLE);
    }
}
