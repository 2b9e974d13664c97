package dev.broadsheet.ingest.intake;

import dev.broadsheet.ingest.feed.Feed;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The folder {@code .claimed/INSTANCE} of a feed, into which this instance claims files by atomic rename, each into the folder of its
 * {@link Stamp}. A lock file shows that the instance lives; the operating system gives it up with the process, and whoever gets a
 * dead instance's lock takes over its claims with their stamps. One thread.
 */
final class ClaimFolder implements AutoCloseable {
    static final String CLAIMED = ".claimed";
    private static final String LOCK = ".lock";
    private static final int MOST_NAMESAKES = 1000;

    private final Feed feed;
    private final String instance;
    private final FeedGate gate;
    private final Clock clock;
    private final Path folder;
    private final Held lock;
    private final Set<Path> held = new HashSet<>();

    private record Held(FileChannel channel, FileLock lock) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    private ClaimFolder(Feed feed, String instance, FeedGate gate, Clock clock, Path folder, Held lock) {
        this.feed = feed;
        this.instance = instance;
        this.gate = gate;
        this.clock = clock;
        this.folder = folder;
        this.lock = lock;
    }

    /** A second live process of the same instance name gets a folder of its own. */
    static ClaimFolder open(Feed feed, String instance, FeedGate gate, Clock clock) throws IOException {
        for (int i = 1; i <= MOST_NAMESAKES; i++) {
            Path folder = feed.folder().resolve(CLAIMED).resolve(i == 1 ? instance : instance + "." + i);
            Files.createDirectories(folder);
            Held lock = tryLock(folder);
            if (lock != null) {
                return new ClaimFolder(feed, instance, gate, clock, folder, lock);
            }
        }
        throw new IOException("every claim folder of instance " + instance + " is in use; give BROADSHEET_INSTANCE");
    }

    /** Whether this folder can still be claimed into. */
    boolean usable() {
        return Files.isDirectory(folder);
    }

    /** Empty where another instance was faster. */
    Optional<Claim> claim(Path file, BasicFileAttributes attributes) throws IOException {
        Stamp stamp = stamp(file, attributes);
        Path target = stamp.in(folder).resolve(name(file));
        try {
            move(file, target);
        } catch (NoSuchFileException e) {
            if (Files.exists(file)) {
                throw new IOException("the claim folder " + folder + " is gone", e);
            }
            // Another instance has it, or whoever dropped it took it back.
            return Optional.empty();
        }
        return Optional.of(held(new Claim(feed, target, stamp)));
    }

    /** The file as it is now, received now. */
    Claim again(Claim claim) throws IOException {
        Stamp stamp = stamp(claim.file(), Claim.attributes(claim.file()));
        Path target = stamp.in(folder).resolve(claim.fileName());
        move(claim.file(), target);
        release(claim);
        return held(new Claim(feed, target, stamp));
    }

    /** Files that this folder holds from an earlier life and that are not in work. */
    List<Claim> leftovers() throws IOException {
        List<Claim> claims = new ArrayList<>();
        for (Path entry : entries(folder)) {
            Optional<Stamp> stamp = Stamp.of(entry);
            if (stamp.isPresent()) {
                claims.addAll(leftovers(entry, stamp.get()));
            } else if (!Files.isDirectory(entry)) {
                // Claimed by version 0.1, which left no stamp.
                claim(entry, Claim.attributes(entry)).ifPresent(claims::add);
            }
        }
        return claims;
    }

    /** Moves the claims of instances that no longer live into this folder; returns whether there were any. */
    boolean takeOver() throws IOException {
        boolean any = false;
        try (DirectoryStream<Path> folders =
                Files.newDirectoryStream(feed.folder().resolve(CLAIMED))) {
            for (Path other : folders) {
                if (!other.equals(folder) && Files.isDirectory(other)) {
                    any |= takeOver(other);
                }
            }
        }
        return any;
    }

    /** Throws where the emptied folder of its stamp cannot be removed. */
    void release(Claim claim) throws IOException {
        held.remove(claim.file());
        removeIfEmpty(claim.stamp().in(folder));
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    /** One whose folder does not hold the name yet: a rename would replace what lies there. */
    private Stamp stamp(Path file, BasicFileAttributes attributes) throws IOException {
        Instant now = Instant.ofEpochMilli(clock.millis());
        Instant arrivedAt = Arrived.at(file, feed, gate, now).orElse(null);
        Stamp stamp = Stamp.of(now, attributes, arrivedAt, instance);
        while (Files.exists(stamp.in(folder).resolve(name(file)))) {
            stamp = stamp.later();
        }
        return stamp;
    }

    private Claim held(Claim claim) {
        held.add(claim.file());
        return claim;
    }

    private List<Claim> leftovers(Path stamped, Stamp stamp) throws IOException {
        List<Claim> claims = new ArrayList<>();
        for (Path file : entries(stamped)) {
            if (!held.contains(file)) {
                Claim claim = held(new Claim(feed, file, stamp));
                // Written to after it was claimed, it is not what was sent then, and has to be the newer version.
                claims.add(claim.wasWritten() ? again(claim) : claim);
            }
        }
        removeIfEmpty(stamped);
        return claims;
    }

    private boolean takeOver(Path other) throws IOException {
        Held theirs = tryLock(other);
        if (theirs == null) {
            return false;
        }
        boolean any = false;
        try (theirs) {
            for (Path entry : entries(other)) {
                any |= Stamp.of(entry).isPresent() ? takeOverAll(entry) : takeOver(entry, folder);
            }
            if (entries(other).isEmpty()) {
                Files.deleteIfExists(other.resolve(LOCK));
                Files.deleteIfExists(other);
            }
        }
        return any;
    }

    private boolean takeOverAll(Path stamped) throws IOException {
        boolean any = false;
        for (Path file : entries(stamped)) {
            any |= takeOver(file, folder.resolve(name(stamped)));
        }
        removeIfEmpty(stamped);
        return any;
    }

    private static boolean takeOver(Path file, Path into) throws IOException {
        Path target = into.resolve(name(file));
        if (Files.exists(target)) {
            return false;
        }
        move(file, target);
        return true;
    }

    /** The target's folder is made, though not the one above, and does not stay without the file. */
    private static void move(Path file, Path target) throws IOException {
        Path into = Objects.requireNonNull(target.getParent());
        try {
            Files.createDirectory(into);
        } catch (FileAlreadyExistsException e) {
            // Several files were claimed within the same millisecond.
        }
        try {
            Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            removeIfEmpty(into);
            throw e;
        }
    }

    private static void removeIfEmpty(Path stamped) throws IOException {
        try {
            Files.deleteIfExists(stamped);
        } catch (DirectoryNotEmptyException e) {
            // Others were claimed within the same millisecond.
        }
    }

    /** All but the lock. */
    private static List<Path> entries(Path folder) throws IOException {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> paths = Files.newDirectoryStream(folder)) {
            paths.forEach(path -> {
                if (!path.endsWith(LOCK)) {
                    entries.add(path);
                }
            });
        }
        return entries;
    }

    /** A path, not a text: its bytes stay as they are, whatever charset they were written in. */
    private static Path name(Path file) {
        return Objects.requireNonNull(file.getFileName());
    }

    private static @Nullable Held tryLock(Path folder) throws IOException {
        Path file = folder.resolve(LOCK);
        FileChannel channel;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (NoSuchFileException e) {
            // Another instance has just cleared this folder away.
            return null;
        }
        try {
            FileLock lock = channel.tryLock();
            // A lock on a file that was deleted meanwhile keeps nobody out.
            if (lock != null && Files.exists(file)) {
                return new Held(channel, lock);
            }
        } catch (OverlappingFileLockException e) {
            // Another instance in this process holds it.
        }
        channel.close();
        return null;
    }
}
