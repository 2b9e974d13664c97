package dev.broadsheet.ingest;

import dev.broadsheet.contracts.Delivery;
import dev.broadsheet.contracts.Ids;
import dev.broadsheet.contracts.RawIssue;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;

/** Issues of our own writing. */
final class Issues {
    static final Instant NOON = Instant.parse("2024-03-08T04:00:00Z");

    private Issues() {}

    /** Without a hint of publication or date: the pageId is the issueId. */
    static RawIssue unknown(String deliveryId, Instant receivedAt, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return RawIssue.newBuilder()
                .setIssueId(Ids.issueId(bytes))
                .setDelivery(new Delivery(
                        deliveryId, "default", deliveryId + ".txt", (long) bytes.length, NOON, receivedAt, null))
                .setContent(ByteBuffer.wrap(bytes))
                .build();
    }

    /** Page A02 of the Qingchuan paper of 8 March 2024. */
    static RawIssue page(String deliveryId, Instant receivedAt, String text) {
        return RawIssue.newBuilder(unknown(deliveryId, receivedAt, text))
                .setPublication("青川晚报")
                .setIssueDate(LocalDate.of(2024, 3, 8))
                .setPage("A02")
                .build();
    }
}
