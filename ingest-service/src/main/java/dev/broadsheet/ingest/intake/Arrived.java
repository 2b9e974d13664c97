package dev.broadsheet.ingest.intake;

import dev.broadsheet.ingest.feed.Feed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * When whoever dropped a file was done with it: a rename and a write both change the inode's time, which nobody can set. A closed feed takes nothing, so
 * its opening counts where that came later. Milliseconds.
 */
final class Arrived {
    private Arrived() {}

    /** Empty where the file is gone, or the file system keeps no such time. Never after {@code now}. */
    static Optional<Instant> at(Path file, Feed feed, Instant now) throws IOException {
        try {
            Instant changed = ((FileTime) Files.getAttribute(file, "unix:ctime")).toInstant();
            Instant opened = feed.schedule().openedAt(now, feed.zone());
            Instant arrived = changed.isBefore(opened) ? opened : changed;
            return Optional.of((arrived.isAfter(now) ? now : arrived).truncatedTo(ChronoUnit.MILLIS));
        } catch (UnsupportedOperationException | IllegalArgumentException | NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
