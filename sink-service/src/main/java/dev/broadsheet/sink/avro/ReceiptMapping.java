package dev.broadsheet.sink.avro;

import dev.broadsheet.contracts.Receipt;
import dev.broadsheet.sink.store.Origin;
import dev.broadsheet.sink.store.StoredReceipt;

/** Receipts of all services, the sink's own among them. */
final class ReceiptMapping {
    private ReceiptMapping() {}

    static StoredReceipt receipt(Receipt receipt) {
        return new StoredReceipt(
                receipt.getState().name(),
                new Origin(receipt.getFeed(), receipt.getFileName(), receipt.getDeliveryId()),
                receipt.getIssueId(),
                receipt.getPageId(),
                receipt.getAt(),
                receipt.getReceivedAt(),
                receipt.getService(),
                receipt.getInstance(),
                receipt.getArticles(),
                receipt.getStore(),
                receipt.getReason(),
                receipt.getFirstDeliveryId(),
                receipt.getOtherIssueId(),
                receipt.getGeneration());
    }
}
