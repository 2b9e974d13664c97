package dev.broadsheet.ingest;

import dev.broadsheet.contracts.DeadLetter;
import dev.broadsheet.contracts.RawIssue;
import dev.broadsheet.contracts.SplitResult;
import dev.broadsheet.ingest.split.SplitPage;
import dev.broadsheet.ingest.text.PageText;
import dev.broadsheet.runtime.DeadLetterContext;
import dev.broadsheet.runtime.DeadLetters;
import dev.broadsheet.runtime.FailedRecord;
import dev.broadsheet.runtime.TimeLimit;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Decodes and splits one issue within the time limit; whatever is thrown there becomes a dead letter. Any thread. */
record IssueSplitter(
        Function<String, SplitPage> splitter,
        TimeLimit limit,
        SplitMapping mapping,
        Serializer<RawIssue> issues,
        DeadLetterContext deadLetters) {

    private record Place(String topic, int partition, long offset) {}

    /** What became of an issue. */
    sealed interface Outcome permits Succeeded, Failed {}

    record Succeeded(SplitResult result) implements Outcome {}

    record Failed(DeadLetter deadLetter) implements Outcome {}

    Outcome split(Record<String, RawIssue> record, Optional<RecordMetadata> place) {
        RawIssue issue = record.value();
        try {
            return new Succeeded(limit.call(
                    id(place),
                    () -> mapping.result(
                            issue, splitter.apply(PageText.decode(issue.getContent(), issue.getCharset())))));
        } catch (Exception | StackOverflowError e) {
            if (Thread.currentThread().isInterrupted()) {
                throw new org.apache.kafka.common.errors.InterruptException(
                        "stopped while splitting", new InterruptedException());
            }
            return new Failed(deadLetter(record, place, e));
        }
    }

    private static Object id(Optional<RecordMetadata> place) {
        return place.<Object>map(at -> new Place(at.topic(), at.partition(), at.offset()))
                .orElseGet(Object::new);
    }

    private DeadLetter deadLetter(Record<String, RawIssue> record, Optional<RecordMetadata> place, Throwable cause) {
        String topic = place.map(RecordMetadata::topic).orElse("");
        return DeadLetters.of(
                deadLetters,
                new FailedRecord(
                        topic,
                        place.map(RecordMetadata::partition).orElse(-1),
                        place.map(RecordMetadata::offset).orElse(-1L),
                        record.timestamp(),
                        record.key() == null ? null : record.key().getBytes(StandardCharsets.UTF_8),
                        issues.serialize(topic, record.value()),
                        record.headers(),
                        false),
                cause,
                record.value().getIssueId(),
                null);
    }
}
