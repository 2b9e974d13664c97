package dev.broadsheet.runtime;

import dev.broadsheet.contracts.DeadLetter;
import dev.broadsheet.contracts.Ids;
import dev.broadsheet.contracts.RecordHeader;
import dev.broadsheet.contracts.Topic;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
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

    /** Key, value and headers are the original record's; attempts counts the tries, from 1. */
    public static DeadLetter of(
            DeadLetterContext context,
            String topic,
            int partition,
            long offset,
            byte @Nullable [] key,
            byte @Nullable [] value,
            Headers headers,
            Throwable cause,
            int attempts,
            @Nullable String issueId,
            @Nullable String pageId) {
        return DeadLetter.newBuilder()
                .setDeadLetterId(Ids.deadLetterId(topic, partition, offset, context.stage()))
                .setStage(context.stage())
                .setTopic(topic)
                .setPartition(partition)
                .setOffset(offset)
                .setKey(buffer(key))
                .setValue(buffer(value))
                .setHeaders(headers(headers))
                .setCauseClass(Causes.root(cause).getClass().getName())
                .setCause(cut(Causes.messages(cause), LONGEST_CAUSE))
                .setStack(Causes.stack(cause, LONGEST_STACK))
                .setAttempts(attempts)
                .setIssueId(issueId)
                .setPageId(pageId)
                .setExtractor(context.extractor())
                .setSoftware(context.software())
                .setInstance(context.instance())
                .setAt(context.clock().instant().truncatedTo(ChronoUnit.MILLIS))
                .build();
    }

    /** The letter as a record of the topic of dead letters. */
    public static ProducerRecord<byte[], byte[]> record(DeadLetterContext context, DeadLetter letter) {
        String topic = context.topics().name(Topic.DEAD_LETTERS);
        return new ProducerRecord<>(
                topic,
                letter.getDeadLetterId().getBytes(StandardCharsets.UTF_8),
                context.serializer().serialize(topic, letter));
    }

    /** Adds one to broadsheet_dead_letters_total{stage,cause}; cause is the root cause's class, as in the letter. */
    public static void count(MeterRegistry meters, DeadLetter letter) {
        Counter.builder("broadsheet.dead.letters")
                .description("Records given up, by the stage that gave up and the class of the cause")
                .tag("stage", letter.getStage())
                .tag("cause", letter.getCauseClass())
                .register(meters)
                .increment();
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
