package dev.broadsheet.ingest.intake;

import dev.broadsheet.contracts.Delivery;
import dev.broadsheet.contracts.Ids;
import dev.broadsheet.ingest.feed.Feed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Objects;

/**
 * A file that this instance, and no other, works on. Whatever is written about it follows from this and the bytes alone.
 *
 * @param file where it lies now, under the name by which it was dropped
 */
record Claim(Feed feed, Path file, Stamp stamp) {
    String name() {
        return String.valueOf(file.getFileName());
    }

    /** The same with the bytes that it was dropped with, whatever charset they are in. */
    Path fileName() {
        return Objects.requireNonNull(file.getFileName());
    }

    /** In bytes, when it was claimed. */
    long size() {
        return stamp.size();
    }

    Instant receivedAt() {
        return stamp.receivedAt();
    }

    /** Whether the file is not the one any more that was claimed: it was still growing, or was written to since. */
    boolean wasWritten() throws IOException {
        return stamp.isOfAnother(attributes(file));
    }

    /** Of the file itself, also where it is a symbolic link: what a link leads to is not what was dropped. */
    static BasicFileAttributes attributes(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    /** The same for the same arrival, whoever takes it and however often. */
    String deliveryId() {
        return Ids.deliveryId(feed.name(), name(), size(), stamp.modifiedAt());
    }

    Delivery delivery() {
        return new Delivery(
                deliveryId(), feed.name(), name(), size(), stamp.modifiedAt(), receivedAt(), stamp.arrivedAt());
    }
}
