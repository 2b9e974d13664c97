package dev.broadsheet.sink.reconcile;

import dev.broadsheet.sink.reconcile.Fact.IssueFact;
import dev.broadsheet.sink.reconcile.Fact.ReceiptFact;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All that topics issues and receipts say of one delivery. One thread. */
final class DeliveryStory {
    private final String deliveryId;
    private final Set<String> states = new HashSet<>(4);
    private @Nullable String issueId;
    private @Nullable IssueFact issue;
    private String fileName = "";
    private Instant receivedAt = Instant.EPOCH;

    DeliveryStory(String deliveryId) {
        this.deliveryId = deliveryId;
    }

    /** One story a delivery and issue: a file that was replaced while it was taken in has two. */
    static String key(String deliveryId, @Nullable String issueId) {
        return deliveryId + "\n" + issueId;
    }

    void accept(IssueFact fact) {
        issue = fact;
        issueId = fact.issueId();
        fileName = fact.fileName();
        receivedAt = fact.receivedAt();
    }

    void accept(ReceiptFact fact) {
        states.add(fact.state());
        issueId = fact.issueId() == null ? issueId : fact.issueId();
        fileName = fact.fileName();
        receivedAt = fact.receivedAt();
    }

    String deliveryId() {
        return deliveryId;
    }

    @Nullable
    String issueId() {
        return issueId;
    }

    @Nullable
    IssueFact issue() {
        return issue;
    }

    String fileName() {
        return fileName;
    }

    Instant receivedAt() {
        return receivedAt;
    }

    boolean has(String state) {
        return states.contains(state);
    }
}
