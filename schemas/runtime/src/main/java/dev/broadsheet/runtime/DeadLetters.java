package dev.broadsheet.runtime;

import dev.broadsheet.contracts.DeadLetter;
import dev.broadsheet.contracts.Ids;
import dev.broadsheet.contracts.RecordHeader;
import dev.broadsheet.contracts.Replay;
import dev.broadsheet.contracts.Topic;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Makes dead letters that hold everything needed to understand and repeat a failure. Pure but for the context's clock. */
public final class DeadLetters {
    private static final int LONGEST_STACK = 16_384;
    private static final int LONGEST_CAUSE = 2_048;

    private DeadLetters() {}

    /**
     * The letter of a record that failed now. A replayed record keeps the letter it had, with its place and time, and has one attempt more;
     * a letter whose results were once written in part stays so. An issue that is not told is looked for in the key.
     */
    public static DeadLetter of(
            DeadLetterContext context,
            FailedRecord record,
            Throwable cause,
            @Nullable String issueId,
            @Nullable String pageId) {
        Replay place = Replay.of(record.headers())
                .filter(replay -> replay.deadLetterId().equals(id(replay, context.stage())))
                .orElseGet(() -> firstTry(context, record));
        return DeadLetter.newBuilder()
                .setDeadLetterId(place.deadLetterId())
                .setStage(context.stage())
                .setTopic(place.topic())
                .setPartition(place.partition())
                .setOffset(place.offset())
                .setRecordTimestamp(place.timestamp())
                .setKey(buffer(record.key()))
                .setValue(buffer(record.value()))
                .setHeaders(headers(Replay.without(record.headers())))
                .setCauseClass(causeClass(cause))
                .setCause(cut(Causes.messages(cause), LONGEST_CAUSE))
                .setStack(Causes.stack(cause, LONGEST_STACK))
                .setAttempts(place.attempts() + 1)
                .setPartlyWritten(place.partlyWritten() || record.partlyWritten())
                .setIssueId(issueId == null ? issueOf(record) : issueId)
                .setPageId(pageId)
                .setExtractor(context.extractor())
                .setSoftware(context.software())
                .setInstance(context.instance())
                .setAt(context.clock().instant().truncatedTo(ChronoUnit.MILLIS))
                .build();
    }

    private static Replay firstTry(DeadLetterContext context, FailedRecord record) {
        return new Replay(
                Ids.deadLetterId(record.topic(), record.partition(), record.offset(), context.stage()),
                record.topic(),
                record.partition(),
                record.offset(),
                record.timestamp() < 0 ? null : Instant.ofEpochMilli(record.timestamp()),
                0,
                false);
    }

    // Headers that another stage's letter left behind, or that somebody made up, are not followed.
    private static String id(Replay replay, String stage) {
        return Ids.deadLetterId(replay.topic(), replay.partition(), replay.offset(), stage);
    }

    private static @Nullable String issueOf(FailedRecord record) {
        byte[] key = record.key();
        return key == null
                ? null
                : Ids.issueOf(new String(key, StandardCharsets.UTF_8)).orElse(null);
    }

    /** Class of the root cause, as a letter has it. */
    public static String causeClass(Throwable cause) {
        return Causes.root(cause).getClass().getName();
    }

    /** The letter as a record of the topic of dead letters. */
    public static ProducerRecord<byte[], byte[]> record(DeadLetterContext context, DeadLetter letter) {
        String topic = context.topics().name(Topic.DEAD_LETTERS);
        return new ProducerRecord<>(
                topic,
                letter.getDeadLetterId().getBytes(StandardCharsets.UTF_8),
                context.serializer().serialize(topic, letter));
    }

    /** Adds one to broadsheet_dead_letters_total{stage,cause}, whose cause is the root cause's class as in the letter, and to what failed of the stage's records. The step under way has failed. */
    public static void count(MeterRegistry meters, DeadLetter letter) {
        Span.current().setStatus(StatusCode.ERROR, letter.getCause());
        count(meters, letter.getStage(), letter.getCauseClass());
    }

    /** As {@link #count(MeterRegistry, DeadLetter)}, of a letter that somebody else made. */
    public static void count(MeterRegistry meters, String stage, String causeClass) {
        Counter.builder("broadsheet.dead.letters")
                .description("Records given up, by the stage that gave up and the class of the cause")
                .tag("stage", stage)
                .tag("cause", causeClass)
                .register(meters)
                .increment();
        StageWork.failed(meters, stage, 1);
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }

    private static @Nullable ByteBuffer buffer(byte @Nullable [] bytes) {
        return bytes == null ? null : ByteBuffer.wrap(bytes);
    }

    private static List<RecordHeader> headers(Headers headers) {
        List<RecordHeader> copied = new ArrayList<>();
        for (Header header : headers) {
            copied.add(new RecordHeader(header.key(), buffer(header.value())));
        }
        return copied;
    }
}
