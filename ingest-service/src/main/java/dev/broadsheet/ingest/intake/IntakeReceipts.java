package dev.broadsheet.ingest.intake;

import dev.broadsheet.contracts.Receipt;
import dev.broadsheet.contracts.ReceiptState;
import org.jspecify.annotations.Nullable;

/**
 * The receipts that the intake writes. Time and instance are those of the claim, so that a receipt that is sent again after a crash is
 * the same one, byte for byte.
 */
final class IntakeReceipts {
    private IntakeReceipts() {}

    static Receipt received(Claim claim, String issueId) {
        return receipt(claim, ReceiptState.RECEIVED, issueId).build();
    }

    static Receipt rejected(Claim claim, @Nullable String issueId, String reason) {
        return receipt(claim, ReceiptState.REJECTED, issueId).setReason(reason).build();
    }

    private static Receipt.Builder receipt(Claim claim, ReceiptState state, @Nullable String issueId) {
        return Receipt.newBuilder()
                .setState(state)
                .setDeliveryId(claim.deliveryId())
                .setIssueId(issueId)
                .setFeed(claim.feed().name())
                .setFileName(claim.name())
                .setAt(claim.receivedAt())
                .setReceivedAt(claim.receivedAt())
                .setService("ingest")
                .setInstance(claim.stamp().instance());
    }
}
