package dev.broadsheet.ingest.intake;

import dev.broadsheet.contracts.Delivery;
import dev.broadsheet.contracts.Ids;
import dev.broadsheet.ingest.feed.Feed;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Instant;

/**
 * A file that this instance, and no other, works on.
 *
 * @param file where it lies now
 * @param name as dropped
 * @param size in bytes, when it was claimed
 * @param modifiedAt milliseconds; with the size it tells whether the file was still growing
 */
record Claim(Feed feed, Path file, String name, long size, Instant modifiedAt, Instant receivedAt) {

    static Claim of(Feed feed, Path file, String name, BasicFileAttributes attributes, Clock clock) {
        return new Claim(
                feed,
                file,
                name,
                attributes.size(),
                Instant.ofEpochMilli(attributes.lastModifiedTime().toMillis()),
                Instant.ofEpochMilli(clock.millis()));
    }

    /** The same for the same arrival, whoever takes it and however often. */
    String deliveryId() {
        return Ids.deliveryId(feed.name(), name, size, modifiedAt);
    }

    Delivery delivery() {
        return new Delivery(deliveryId(), feed.name(), name, size, modifiedAt, receivedAt);
    }
}
