package dev.broadsheet.contracts;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;

/** Records of our own writing. */
final class Samples {
    static final Instant NOON = Instant.parse("2024-03-08T04:00:00Z");

    private Samples() {}

    static RawIssue issue(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return RawIssue.newBuilder()
                .setIssueId(Ids.issueId(bytes))
                .setDelivery(new Delivery("d", "default", "A02.txt", (long) bytes.length, NOON, NOON, null))
                .setContent(ByteBuffer.wrap(bytes))
                .setIssueDate(LocalDate.of(2024, 3, 8))
                .build();
    }
}
