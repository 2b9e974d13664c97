package dev.broadsheet.sink;

import dev.broadsheet.contracts.DeadLetter;
import dev.broadsheet.contracts.Ids;
import dev.broadsheet.contracts.SubscriberHeaders;
import dev.broadsheet.contracts.Topic;
import dev.broadsheet.runtime.DeadLetterContext;
import dev.broadsheet.runtime.DeadLetters;
import dev.broadsheet.runtime.FailedRecord;
import dev.broadsheet.sink.avro.Announcements;
import dev.broadsheet.sink.avro.Announcements.Subject;
import dev.broadsheet.sink.avro.LetterReader;
import dev.broadsheet.sink.store.Change;
import dev.broadsheet.sink.store.Origin;
import dev.broadsheet.sink.store.Outgoing;
import dev.broadsheet.sink.store.Refused;
import dev.broadsheet.sink.store.RefusedRecord;
import dev.broadsheet.sink.store.StoredArticle;
import dev.broadsheet.sink.store.StoredPage;
import dev.broadsheet.sink.store.StoredReceipt;
import dev.broadsheet.sink.store.Version;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is said of a record that could not be read or stored: a dead letter, and a FAILED receipt where its issue is known. Of a dead letter only
 * a row of the store: a letter about it would be read here in its turn, without end.
 */
final class Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    /** Topics of whose keys the last record stands. */
    private static final List<Topic> LAST_RECORDS = List.of(Topic.PROJECTS, Topic.METRICS_LATEST);

    private final DeadLetterContext context;
    private final Announcements announcements;

    Refusals(DeadLetterContext context, Announcements announcements) {
        this.context = context;
        this.announcements = announcements;
    }

    Change refuse(ConsumerRecord<byte[], byte[]> record, @Nullable Change change, RuntimeException cause) {
        String topic = context.topics().name(Topic.DEAD_LETTERS);
        if (record.topic().equals(topic)) {
            LOG.warn(
                    "the record at offset {} of {}-{} is no dead letter that can be kept: {}",
                    record.offset(),
                    topic,
                    record.partition(),
                    cause.getMessage());
            return LetterReader.unreadable(record, context.stage(), context.instance(), context.software(), cause);
        }
        Optional<Subject> subject = change == null ? fromKey(record) : subject(change);
        DeadLetter letter = DeadLetters.of(
                context,
                new FailedRecord(
                        record.topic(),
                        record.partition(),
                        record.offset(),
                        record.timestamp(),
                        record.key(),
                        record.value(),
                        record.headers(),
                        false),
                cause,
                subject.map(Subject::issueId).orElse(null),
                subject.map(Subject::pageId).orElse(null));
        Outgoing dead = new Outgoing(
                topic, storable(letter.getDeadLetterId()), context.serializer().serialize(topic, letter));
        return new Refused(
                subject.filter(known -> !isReceipt(letter))
                        .map(known -> List.of(dead, failed(known, letter, cause)))
                        .orElse(List.of(dead)),
                place(record));
    }

    // A receipt that cannot be kept tells nothing of the page; and the receipt about it might be refused in its turn,
    // without end.
    private boolean isReceipt(DeadLetter letter) {
        return letter.getTopic().equals(context.topics().name(Topic.RECEIPTS));
    }

    // A key that the store cannot hold has no rows either.
    private @Nullable RefusedRecord place(ConsumerRecord<byte[], byte[]> record) {
        String source = LAST_RECORDS.stream()
                .filter(topic -> context.topics().name(topic).equals(record.topic()))
                .map(Topic::suffix)
                .findFirst()
                .orElse(null);
        if (source == null || record.key() == null) {
            return null;
        }
        String key = new String(record.key(), StandardCharsets.UTF_8);
        return key.indexOf('\0') >= 0 ? null : new RefusedRecord(source, key, record.partition(), record.offset());
    }

    private Outgoing failed(Subject subject, DeadLetter letter, RuntimeException cause) {
        String reason = cause.getMessage() + "; kept as dead letter " + letter.getDeadLetterId()
                + ": mend the cause, then replay it";
        return announcements.failed(storable(subject), storable(reason), letter.getAt());
    }

    private static Subject storable(Subject subject) {
        Origin origin = subject.origin();
        return new Subject(
                new Origin(storable(origin.feed()), storable(origin.fileName()), storable(origin.deliveryId())),
                subject.issueId() == null ? null : storable(subject.issueId()),
                subject.pageId() == null ? null : storable(subject.pageId()),
                subject.receivedAt(),
                subject.generation());
    }

    // A text with U+0000 is refused by the store, and a refusal must not be.
    private static String storable(String text) {
        return text.replace("\0", "\\0");
    }

    private static Optional<Subject> subject(Change change) {
        if (change instanceof StoredPage page) {
            return Optional.of(subject(page.origin(), page.version(), page.pageId()));
        }
        if (change instanceof StoredArticle article) {
            return Optional.of(subject(article.origin(), article.version(), article.pageId()));
        }
        if (change instanceof StoredReceipt receipt && receipt.issueId() != null) {
            return Optional.of(new Subject(
                    receipt.origin(), receipt.issueId(), receipt.pageId(), receipt.receivedAt(), receipt.generation()));
        }
        return Optional.empty();
    }

    private static Subject subject(Origin origin, Version version, String pageId) {
        return new Subject(origin, version.issueId(), pageId, version.receivedAt(), version.generation());
    }

    // Nothing but key and headers can be read: file and delivery stay empty.
    private static Optional<Subject> fromKey(ConsumerRecord<byte[], byte[]> record) {
        if (record.key() == null) {
            return Optional.empty();
        }
        Optional<String> issueId = Ids.issueOf(new String(record.key(), StandardCharsets.UTF_8));
        Header feed = record.headers().lastHeader(SubscriberHeaders.FEED);
        String name = feed == null || feed.value() == null ? "" : new String(feed.value(), StandardCharsets.UTF_8);
        return issueId.map(
                id -> new Subject(new Origin(name, "", ""), id, null, Instant.ofEpochMilli(record.timestamp()), 1));
    }
}
