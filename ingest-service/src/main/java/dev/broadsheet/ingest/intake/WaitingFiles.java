package dev.broadsheet.ingest.intake;

import dev.broadsheet.ingest.feed.Feed;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** How many files of a feed wait to be claimed, and since when the oldest does, as {@link Arrived} tells; empty while the feed is closed or paused. */
record WaitingFiles(long files, Optional<Instant> oldest) {
    static final WaitingFiles NONE = new WaitingFiles(0, Optional.empty());

    static WaitingFiles of(Feed feed, FeedGate gate, DirectoryStream.Filter<Path> offered, Instant now)
            throws IOException {
        long files = 0;
        Instant oldest = now;
        try (DirectoryStream<Path> paths = Files.newDirectoryStream(feed.folder(), offered)) {
            for (Path path : paths) {
                if (Files.isRegularFile(path)) {
                    files++;
                    Instant arrived = Arrived.at(path, feed, gate, now).orElse(now);
                    oldest = arrived.isBefore(oldest) ? arrived : oldest;
                }
            }
        } catch (DirectoryIteratorException e) {
            throw new IOException(e);
        }
        boolean waits = files > 0
                && feed.schedule().isOpen(now, feed.zone())
                && gate.resumedAt(feed.name()).isPresent();
        return new WaitingFiles(files, waits ? Optional.of(oldest) : Optional.empty());
    }
}
