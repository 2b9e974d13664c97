package dev.broadsheet.ingest.intake;

import dev.broadsheet.contracts.Receipt;
import dev.broadsheet.contracts.ReceiptState;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** The receipts that the intake writes. */
record IntakeReceipts(String instance, Clock clock) {

    Receipt received(Claim claim, String issueId) {
        return receipt(claim, ReceiptState.RECEIVED, issueId).build();
    }

    Receipt rejected(Claim claim, @Nullable String issueId, String reason) {
        return receipt(claim, ReceiptState.REJECTED, issueId).setReason(reason).build();
    }

    private Receipt.Builder receipt(Claim claim, ReceiptState state, @Nullable String issueId) {
        return Receipt.newBuilder()
                .setState(state)
                .setDeliveryId(claim.deliveryId())
                .setIssueId(issueId)
                .setFeed(claim.feed().name())
                .setFileName(claim.name())
                .setAt(clock.instant())
                .setReceivedAt(claim.receivedAt())
                .setService("ingest")
                .setInstance(instance);
    }
}
