package dev.broadsheet.ingest.intake;

import dev.broadsheet.contracts.RawIssue;
import dev.broadsheet.contracts.Receipt;
import dev.broadsheet.contracts.Topic;
import dev.broadsheet.contracts.Topics;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Puts issues and receipts on their topics; what it returns completes when the brokers have them. A producer that met an
 * error it cannot recover from is replaced. Any thread.
 */
final class IssueSender implements AutoCloseable {
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

    private final Topics topics;
    private final Supplier<Producer<String, SpecificRecord>> producers;
    private @Nullable Producer<String, SpecificRecord> producer;

    IssueSender(Topics topics, Supplier<Producer<String, SpecificRecord>> producers) {
        this.topics = topics;
        this.producers = producers;
    }

    /** The issue first, so that a receipt never tells of an issue that is not there. */
    CompletableFuture<Void> issue(RawIssue issue, Receipt received, Headers headers) {
        long at = issue.getDelivery().getReceivedAt().toEpochMilli();
        return CompletableFuture.allOf(
                send(Topic.ISSUES, at, issue.getIssueId(), issue, headers),
                send(Topic.RECEIPTS, at, issue.getIssueId(), received, headers));
    }

    CompletableFuture<Void> receipt(Receipt receipt, Headers headers) {
        String key = receipt.getIssueId() == null ? receipt.getDeliveryId() : receipt.getIssueId();
        return send(Topic.RECEIPTS, receipt.getReceivedAt().toEpochMilli(), key, receipt, headers);
    }

    /** Whether the record itself cannot be sent, so that others should not wait for it. */
    static boolean isRecords(Throwable failure) {
        return failure instanceof RecordTooLargeException || failure instanceof SerializationException;
    }

    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close(CLOSE_LIMIT);
            producer = null;
        }
    }

    private CompletableFuture<Void> send(Topic topic, long at, String key, SpecificRecord value, Headers headers) {
        CompletableFuture<Void> sent = new CompletableFuture<>();
        try {
            Producer<String, SpecificRecord> current = producer();
            Future<RecordMetadata> unused = current.send(
                    new ProducerRecord<>(topics.name(topic), null, at, key, value, headers),
                    (metadata, failure) -> finish(sent, current, failure));
        } catch (KafkaException | IllegalStateException e) {
            // IllegalStateException: another thread has just replaced the producer.
            sent.completeExceptionally(e);
        }
        return sent;
    }

    private void finish(
            CompletableFuture<Void> sent, Producer<String, SpecificRecord> from, @Nullable Exception failure) {
        if (failure == null) {
            sent.complete(null);
            return;
        }
        if (!(failure instanceof RetriableException) && !isRecords(failure)) {
            replace(from);
        }
        sent.completeExceptionally(failure);
    }

    private synchronized Producer<String, SpecificRecord> producer() {
        if (producer == null) {
            producer = producers.get();
        }
        return producer;
    }

    private synchronized void replace(Producer<String, SpecificRecord> broken) {
        if (producer == broken) {
            producer = null;
            // Called on the producer's own thread, where waiting for it would be waiting for oneself.
            broken.close(Duration.ZERO);
        }
    }
}
