package dev.broadsheet.sink.avro;

import dev.broadsheet.contracts.AvroSerdes;
import dev.broadsheet.contracts.DeadLetter;
import dev.broadsheet.contracts.DeadLetterState;
import dev.broadsheet.contracts.Ids;
import dev.broadsheet.contracts.RecordHeader;
import dev.broadsheet.contracts.SubscriberHeaders;
import dev.broadsheet.sink.store.StoredLetter;
import dev.broadsheet.sink.store.StoredLetter.Decision;
import dev.broadsheet.sink.store.StoredLetter.Failure;
import dev.broadsheet.sink.store.StoredLetter.Header;
import dev.broadsheet.sink.store.StoredLetter.Source;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Reads the topic of dead letters, and keeps of each what a store can hold whatever the letter holds. Not thread-safe. */
public final class LetterReader {
    private static final int LONGEST_STACK = 8_192;
    private static final int LONGEST_CAUSE = 2_048;
    private static final int LONGEST_TEXT = 1_000;
    private static final int LONGEST_NAME = 300;
    private static final int MOST_HEADERS = 50;

    private final Deserializer<DeadLetter> letters;

    public LetterReader(AvroSerdes serdes) {
        this.letters = serdes.<DeadLetter>value().deserializer();
    }

    /**
     * What one record says.
     *
     * @throws SerializationException where it is no letter that can be told from others
     * @throws dev.broadsheet.contracts.RegistryUnavailableException where it is worth trying again
     */
    public StoredLetter read(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            throw new SerializationException("a record without a value is no dead letter");
        }
        try {
            return letter(letters.deserialize(record.topic(), record.value()));
        } catch (ClassCastException e) {
            throw new SerializationException("a record of another contract is no dead letter", e);
        }
    }

    /** That a record is no letter, told under an id that no letter has: its own place. */
    public static StoredLetter unreadable(
            ConsumerRecord<byte[], byte[]> record, String stage, String instance, String software, Throwable cause) {
        return new StoredLetter(
                Ids.deadLetterId(record.topic(), record.partition(), record.offset(), stage),
                StoredLetter.UNREADABLE,
                stage,
                new Source(
                        record.topic(),
                        record.partition(),
                        record.offset(),
                        null,
                        record.key() == null ? null : cut(utf8(record.key()), LONGEST_TEXT),
                        record.value() == null ? null : record.value().length,
                        List.of(),
                        null,
                        null,
                        null),
                new Failure(
                        cause.getClass().getName(),
                        cut(String.valueOf(cause.getMessage()), LONGEST_CAUSE),
                        "",
                        1,
                        false,
                        null,
                        software,
                        instance,
                        Instant.ofEpochMilli(Math.max(0, record.timestamp()))),
                null);
    }

    private static StoredLetter letter(DeadLetter letter) {
        String id = letter.getDeadLetterId();
        if (id.length() > LONGEST_TEXT || id.indexOf('\0') >= 0) {
            throw new SerializationException("a dead letter with an id that is none");
        }
        boolean decided = letter.getState() != DeadLetterState.DEAD;
        return new StoredLetter(
                id,
                letter.getState().name(),
                cut(letter.getStage(), LONGEST_NAME),
                source(letter),
                new Failure(
                        cut(letter.getCauseClass(), LONGEST_NAME),
                        cut(letter.getCause(), LONGEST_CAUSE),
                        cut(letter.getStack(), LONGEST_STACK),
                        letter.getAttempts(),
                        letter.getPartlyWritten(),
                        cutOrNull(letter.getExtractor(), LONGEST_NAME),
                        cut(letter.getSoftware(), LONGEST_NAME),
                        cut(letter.getInstance(), LONGEST_NAME),
                        letter.getAt()),
                decided ? new Decision(letter.getDecidedAt(), cutOrNull(letter.getDecidedBy(), LONGEST_NAME)) : null);
    }

    private static Source source(DeadLetter letter) {
        List<Header> headers = letter.getHeaders().stream()
                .limit(MOST_HEADERS)
                .map(LetterReader::header)
                .toList();
        return new Source(
                cut(letter.getTopic(), LONGEST_NAME),
                letter.getPartition(),
                letter.getOffset(),
                letter.getRecordTimestamp(),
                letter.getKey() == null ? null : cut(utf8(bytes(letter.getKey())), LONGEST_TEXT),
                letter.getValue() == null ? null : letter.getValue().remaining(),
                headers,
                cutOrNull(letter.getIssueId(), LONGEST_NAME),
                cutOrNull(letter.getPageId(), LONGEST_TEXT),
                headers.stream()
                        .filter(header -> header.name().equals(SubscriberHeaders.FEED))
                        .map(Header::value)
                        .findFirst()
                        .orElse(null));
    }

    private static Header header(RecordHeader header) {
        String value = header.getValue() == null ? "" : utf8(bytes(header.getValue()));
        return new Header(cut(header.getName(), LONGEST_NAME), cut(value, LONGEST_TEXT));
    }

    private static @Nullable String cutOrNull(@Nullable String text, int length) {
        return text == null ? null : cut(text, length);
    }

    private static String cut(String text, int length) {
        String start = text.length() <= length ? text : text.substring(0, length);
        return start.replace("\0", "\\0");
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    private static String utf8(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
