package dev.broadsheet.ingest.intake;

import dev.broadsheet.ingest.feed.Feed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files things away without ever overwriting one: the second A02.txt becomes A02~2.txt. Any thread. */
final class Shelf {
    private static final Logger LOG = LoggerFactory.getLogger(Shelf.class);

    /** In bytes, as file systems have it. */
    private static final int LONGEST_NAME = 255;
    /** Its dot included; what is longer is none. */
    private static final int LONGEST_EXTENSION = 20;

    private Shelf() {}

    static void put(Claim claim, Path shelf) throws IOException {
        Files.createDirectories(shelf);
        for (int i = 1; ; i++) {
            try {
                move(claim.file(), shelf.resolve(numbered(claim.fileName(), i)));
                return;
            } catch (FileAlreadyExistsException e) {
                // Somebody has that name; the next number may be free.
            } catch (NoSuchFileException e) {
                LOG.warn(
                        "{} was removed before it could be moved to {}; what it held was received",
                        claim.file(),
                        shelf);
                return;
            }
        }
    }

    // A rename overwrites what another instance puts there under that name at the same moment; a second link is
    // refused. Whoever was killed between
    // link and delete finds its own link.
    private static void move(Path file, Path target) throws IOException {
        if (!Claim.attributes(file).isRegularFile()) {
            reserveAndMove(file, target); // a link to a symbolic link is not the same everywhere
            return;
        }
        try {
            Files.createLink(target, file);
        } catch (FileAlreadyExistsException e) {
            if (!isLink(file, target)) {
                throw e;
            }
        } catch (NoSuchFileException e) {
            throw e;
        } catch (UnsupportedOperationException | FileSystemException e) {
            reserveAndMove(file, target); // another disk, one without links, or another user's file
            return;
        }
        Files.delete(file);
    }

    private static boolean isLink(Path file, Path target) throws IOException {
        Object key = Claim.attributes(file).fileKey();
        return key != null && key.equals(Claim.attributes(target).fileKey());
    }

    // An empty file of the name is only one's. A kill in between leaves it empty.
    private static void reserveAndMove(Path file, Path target) throws IOException {
        Files.createFile(target);
        try {
            Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.delete(target);
            Files.move(file, target); // to another disk it is copied, to a file that must be new
        } catch (IOException e) {
            Files.deleteIfExists(target);
            throw e;
        }
    }

    /** When something was last put on, or taken from, the shelves of a feed, as their folders tell; empty where there are none. */
    static Optional<Instant> lastPut(Feed feed) {
        return Stream.of(feed.done(), feed.rejected())
                .map(shelf -> shelf.toFile().lastModified())
                .filter(millis -> millis > 0)
                .max(Comparator.naturalOrder())
                .map(Instant::ofEpochMilli);
    }

    // What could not be read in the name cannot be written either; one that is too long with its number loses what
    // stands before that.
    private static Path numbered(Path file, int number) {
        if (number == 1) {
            return file;
        }
        String name = file.toString().replace('\uFFFD', '_');
        int dot = name.lastIndexOf('.');
        int stem = dot <= 0 || name.length() - dot > LONGEST_EXTENSION ? name.length() : dot;
        String end = "~" + number + name.substring(stem);
        return Path.of(beginning(name.substring(0, stem), LONGEST_NAME - bytes(end)) + end);
    }

    private static String beginning(String text, int most) {
        String left = text;
        while (bytes(left) > most) {
            left = left.substring(0, left.offsetByCodePoints(left.length(), -1));
        }
        return left;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
