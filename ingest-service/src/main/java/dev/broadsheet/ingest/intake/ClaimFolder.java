package dev.broadsheet.ingest.intake;

import dev.broadsheet.ingest.feed.Feed;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The folder {@code .claimed/INSTANCE} of a feed, into which this instance claims files by atomic rename. A lock file
 * shows that the instance lives; the operating system gives it up with the process, and whoever gets a dead instance's
 * lock takes over its claims. One thread.
 */
final class ClaimFolder implements AutoCloseable {
    static final String CLAIMED = ".claimed";
    private static final String LOCK = ".lock";
    private static final int MOST_NAMESAKES = 1000;

    private final Feed feed;
    private final Clock clock;
    private final Path folder;
    private final Held lock;
    private final Set<String> held = new HashSet<>();

    private record Held(FileChannel channel, FileLock lock) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    private ClaimFolder(Feed feed, Clock clock, Path folder, Held lock) {
        this.feed = feed;
        this.clock = clock;
        this.folder = folder;
        this.lock = lock;
    }

    /** A second live process of the same instance name gets a folder of its own. */
    static ClaimFolder open(Feed feed, String instance, Clock clock) throws IOException {
        for (int i = 1; i <= MOST_NAMESAKES; i++) {
            Path folder = feed.folder().resolve(CLAIMED).resolve(i == 1 ? instance : instance + "." + i);
            Files.createDirectories(folder);
            Held lock = tryLock(folder);
            if (lock != null) {
                return new ClaimFolder(feed, clock, folder, lock);
            }
        }
        throw new IOException("every claim folder of instance " + instance + " is in use; give BROADSHEET_INSTANCE");
    }

    /** Whether this folder can still be claimed into. */
    boolean usable() {
        return Files.isDirectory(folder);
    }

    /** Empty where another instance was faster, or where an earlier file of that name is still in work. */
    Optional<Claim> claim(Path file, BasicFileAttributes attributes) throws IOException {
        String name = String.valueOf(file.getFileName());
        Path target = folder.resolve(name);
        if (held.contains(name) || Files.exists(target)) {
            return Optional.empty();
        }
        try {
            Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            if (Files.exists(file)) {
                throw new IOException("the claim folder " + folder + " is gone", e);
            }
            // Another instance has it, or whoever dropped it took it back.
            return Optional.empty();
        }
        return Optional.of(claimed(target, name, attributes));
    }

    /** Files that this folder holds from an earlier life and that are not in work. */
    List<Claim> leftovers() throws IOException {
        List<Claim> claims = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String name = String.valueOf(file.getFileName());
                if (!name.equals(LOCK) && !held.contains(name)) {
                    claims.add(claimed(file, name, Files.readAttributes(file, BasicFileAttributes.class)));
                }
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

    void release(Claim claim) {
        held.remove(claim.name());
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    private Claim claimed(Path file, String name, BasicFileAttributes attributes) {
        held.add(name);
        return Claim.of(feed, file, name, attributes, clock);
    }

    private boolean takeOver(Path other) throws IOException {
        Held theirs = tryLock(other);
        if (theirs == null) {
            return false;
        }
        boolean any = false;
        boolean all = true;
        try (theirs;
                DirectoryStream<Path> files = Files.newDirectoryStream(other)) {
            for (Path file : files) {
                String name = String.valueOf(file.getFileName());
                if (name.equals(LOCK)) {
                    continue;
                }
                boolean free = !Files.exists(folder.resolve(name));
                if (free) {
                    Files.move(file, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
                }
                any |= free;
                all &= free;
            }
            if (all) {
                Files.deleteIfExists(other.resolve(LOCK));
                Files.deleteIfExists(other);
            }
        }
        return any;
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
