package dev.broadsheet.ingest.intake;

import dev.broadsheet.contracts.Delivery;
import dev.broadsheet.contracts.Ids;
import dev.broadsheet.ingest.feed.Feed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;

/**
 * A file that this instance, and no other, works on. Whatever is written about it follows from this and the bytes alone.
 *
 * @param file where it lies now, under the name by which it was dropped
 * @param size in bytes, when it was claimed
 * @param modifiedAt milliseconds; with the size it tells whether the file was still growing
 */
record Claim(Feed feed, Path file, long size, Instant modifiedAt, Stamp stamp) {

    static Claim of(Feed feed, Path file, Stamp stamp) throws IOException {
        return of(feed, file, stamp, Files.readAttributes(file, BasicFileAttributes.class));
    }

    static Claim of(Feed feed, Path file, Stamp stamp, BasicFileAttributes attributes) {
        return new Claim(feed, file, attributes.size(), modifiedAt(attributes), stamp);
    }

    String name() {
        return String.valueOf(file.getFileName());
    }

    Instant receivedAt() {
        return stamp.receivedAt();
    }

    /** Whether the file is not the one any more that was claimed. */
    boolean wasWritten(BasicFileAttributes now) {
        return now.size() != size || !modifiedAt(now).equals(modifiedAt);
    }

    /** The same for the same arrival, whoever takes it and however often. */
    String deliveryId() {
        return Ids.deliveryId(feed.name(), name(), size, modifiedAt);
    }

    Delivery delivery() {
        return new Delivery(deliveryId(), feed.name(), name(), size, modifiedAt, receivedAt());
    }

    private static Instant modifiedAt(BasicFileAttributes attributes) {
        return Instant.ofEpochMilli(attributes.lastModifiedTime().toMillis());
    }
}
