package dev.broadsheet.sink.avro;

import dev.broadsheet.contracts.Receipt;
import dev.broadsheet.contracts.ReceiptState;
import dev.broadsheet.contracts.Topic;
import dev.broadsheet.contracts.Topics;
import dev.broadsheet.sink.store.CompletedPage;
import dev.broadsheet.sink.store.Origin;
import dev.broadsheet.sink.store.Outgoing;
import java.time.Instant;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Receipts that the sink gives, ready to send. A receipt's bytes are fixed when it enters the outbox: sent twice after a
 * crash, it is the same receipt. Thread-safe.
 */
public final class Announcements {
    private static final String SERVICE = "sink";

    private final Topics topics;
    private final String instance;
    private final String store;
    private final Serializer<Receipt> serializer;

    public Announcements(Topics topics, String instance, String store, Serializer<Receipt> serializer) {
        this.topics = topics;
        this.instance = instance;
        this.store = store;
        this.serializer = serializer;
    }

    /** What a failed record is about, as far as it is known; an unknown file or delivery is empty. */
    public record Subject(
            Origin origin,
            @Nullable String issueId,
            @Nullable String pageId,
            Instant receivedAt,
            long generation) {}

    /** Looks the receipts' schema up, so that no transaction has to wait for the registry. */
    public void prepare() {
        failed(new Subject(new Origin("", "", ""), "", null, Instant.EPOCH, 1), "", Instant.EPOCH);
    }

    /** STORED. */
    public Outgoing stored(CompletedPage page) {
        return outgoing(receipt(page.origin(), page.at(), page.version().receivedAt())
                .setState(ReceiptState.STORED)
                .setIssueId(page.version().issueId())
                .setPageId(page.pageId())
                .setArticles(page.articles())
                .setGeneration(page.version().generation())
                .build());
    }

    /** FAILED: {@code reason} says what to do. */
    public Outgoing failed(Subject subject, String reason, Instant at) {
        return outgoing(receipt(subject.origin(), at, subject.receivedAt())
                .setState(ReceiptState.FAILED)
                .setIssueId(subject.issueId())
                .setPageId(subject.pageId())
                .setReason(reason)
                .setGeneration(subject.generation())
                .build());
    }

    private Receipt.Builder receipt(Origin origin, Instant at, Instant receivedAt) {
        return Receipt.newBuilder()
                .setDeliveryId(origin.deliveryId())
                .setFeed(origin.feed())
                .setFileName(origin.fileName())
                .setAt(at)
                .setReceivedAt(receivedAt)
                .setService(SERVICE)
                .setInstance(instance)
                .setStore(store);
    }

    private Outgoing outgoing(Receipt receipt) {
        String topic = topics.name(Topic.RECEIPTS);
        String key = receipt.getIssueId() == null ? receipt.getDeliveryId() : receipt.getIssueId();
        return new Outgoing(topic, key, serializer.serialize(topic, receipt));
    }
}
