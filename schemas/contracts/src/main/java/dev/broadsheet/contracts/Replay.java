package dev.broadsheet.contracts;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Which dead letter a record is the repetition of, told by headers of the record. The headers go with what a stage makes of the
 * record as far as its producer, so that whatever fails on the way is told of the same letter, and reach no topic but the retry topics.
 *
 * @param timestamp of the original record; null in letters of version 0.1
 * @param attempts so far
 * @param partlyWritten whether results of an earlier try may be there: what stands is then no reason to pass the record over
 */
public record Replay(
        String deadLetterId,
        String topic,
        int partition,
        long offset,
        @Nullable Instant timestamp,
        int attempts,
        boolean partlyWritten) {
    private static final String ID = "broadsheet-dead-letter";
    private static final String TOPIC = ID + "-topic";
    private static final String PARTITION = ID + "-partition";
    private static final String OFFSET = ID + "-offset";
    private static final String TIMESTAMP = ID + "-timestamp";
    private static final String ATTEMPTS = ID + "-attempts";
    private static final String PARTLY_WRITTEN = ID + "-partly-written";
    private static final List<String> NAMES =
            List.of(ID, TOPIC, PARTITION, OFFSET, TIMESTAMP, ATTEMPTS, PARTLY_WRITTEN);

    public static Replay of(DeadLetter letter) {
        return new Replay(
                letter.getDeadLetterId(),
                letter.getTopic(),
                letter.getPartition(),
                letter.getOffset(),
                letter.getRecordTimestamp(),
                letter.getAttempts(),
                letter.getPartlyWritten());
    }

    /** What the headers say; empty where they are those of no replay, or not whole. */
    public static Optional<Replay> of(Headers headers) {
        String id = text(headers, ID);
        String topic = text(headers, TOPIC);
        String partition = text(headers, PARTITION);
        String offset = text(headers, OFFSET);
        String attempts = text(headers, ATTEMPTS);
        if (id == null || topic == null || partition == null || offset == null || attempts == null) {
            return Optional.empty();
        }
        try {
            String timestamp = text(headers, TIMESTAMP);
            return Optional.of(new Replay(
                    id,
                    topic,
                    Integer.parseInt(partition),
                    Long.parseLong(offset),
                    timestamp == null ? null : Instant.ofEpochMilli(Long.parseLong(timestamp)),
                    Integer.parseInt(attempts),
                    Boolean.parseBoolean(text(headers, PARTLY_WRITTEN))));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Whether the record is replayed, and nothing it asks for has been written before: what stands already must not be written again. */
    public static boolean mustNotRepeat(Headers headers) {
        return of(headers).map(replay -> !replay.partlyWritten()).orElse(false);
    }

    /** Whether the record is replayed because its results were written in part only: they are written once more. */
    public static boolean mustRepeat(Headers headers) {
        return of(headers).map(Replay::partlyWritten).orElse(false);
    }

    public static boolean isIn(Headers headers) {
        return headers.lastHeader(ID) != null;
    }

    /** A copy without the headers of a replay. */
    public static Headers without(Headers headers) {
        RecordHeaders copy = new RecordHeaders(headers);
        NAMES.forEach(copy::remove);
        return copy;
    }

    /** Takes the headers of a replay along to what is made of its record. */
    static void pass(Headers from, Headers to) {
        for (String name : NAMES) {
            Header header = from.lastHeader(name);
            if (header != null) {
                to.add(header);
            }
        }
    }

    public void addTo(Headers headers) {
        put(headers, ID, deadLetterId);
        put(headers, TOPIC, topic);
        put(headers, PARTITION, Integer.toString(partition));
        put(headers, OFFSET, Long.toString(offset));
        if (timestamp != null) {
            put(headers, TIMESTAMP, Long.toString(timestamp.toEpochMilli()));
        }
        put(headers, ATTEMPTS, Integer.toString(attempts));
        put(headers, PARTLY_WRITTEN, Boolean.toString(partlyWritten));
    }

    private static void put(Headers headers, String name, String value) {
        headers.remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
