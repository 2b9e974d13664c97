package dev.broadsheet.ingest.intake;

import dev.broadsheet.ingest.feed.Feed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When whoever dropped a file was done with it: a rename and a write both change the inode's time, which nobody can set. A feed that is closed or paused
 * takes nothing, so its opening or its last resume counts where that came later. Milliseconds.
 */
final class Arrived {
    private Arrived() {}

    /** Empty where the file is gone, or the file system keeps no such time. Never after {@code now}. */
    static Optional<Instant> at(Path file, Feed feed, FeedGate gate, Instant now) throws IOException {
        try {
            Instant changed = ((FileTime) Files.getAttribute(file, "unix:ctime")).toInstant();
            Instant arrived = Stream.of(
                            changed,
                            feed.schedule().openedAt(now, feed.zone()),
                            gate.resumedAt(feed.name()).orElse(Instant.MIN))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            return Optional.of((arrived.isAfter(now) ? now : arrived).truncatedTo(ChronoUnit.MILLIS));
        } catch (UnsupportedOperationException | IllegalArgumentException | NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
