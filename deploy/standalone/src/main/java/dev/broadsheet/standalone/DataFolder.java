package dev.broadsheet.standalone;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds everything of one installation, held by one process at a time. Opening it says in one sentence
 * what is wrong with it.
 */
final class DataFolder implements AutoCloseable {
    /** Below this a start would end in a halted broker: a fresh installation alone takes about 150 MB. */
    static final long LEAST_FREE_BYTES = 500L * 1024 * 1024;

    private static final int PROBE_BYTES = 1024 * 1024;
    /** How each command that opens one is given another. */
    private static final String HOW =
            "run --data DIR, demo with _JAVA_OPTIONS=-Djava.io.tmpdir=DIR in front of the command";

    private final Path root;
    private final FileChannel channel;

    private DataFolder(Path root, FileChannel channel) {
        this.root = root;
        this.channel = channel;
    }

    static DataFolder open(Path root) {
        return open(root, DataFolder::free);
    }

    static DataFolder open(Path root, ToLongFunction<Path> freeBytes) {
        Path folder = root.toAbsolutePath().normalize();
        try {
            Files.createDirectories(folder);
            FileChannel channel =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                lock(folder, channel);
                probe(folder, freeBytes.applyAsLong(folder));
                return new DataFolder(folder, channel);
            } catch (IOException | StandaloneException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw new StandaloneException(
                    folder + " cannot be used: " + reason(e) + "; name another folder: " + HOW, e);
        }
    }

    Path drop() {
        return root.resolve("drop");
    }

    Path root() {
        return root;
    }

    Path broker() {
        return root.resolve("kafka");
    }

    Path registry() {
        return root.resolve("registry");
    }

    Path postgresql() {
        return root.resolve("postgresql");
    }

    /** State stores of one service; can be lost. */
    Path state(String service) {
        return root.resolve("state").resolve(service);
    }

    ChildLog log(String child) {
        return new ChildLog(root.resolve("logs").resolve(child + ".log"));
    }

    Path endpoints() {
        return root.resolve("endpoints.json");
    }

    /** What the console's operators sign in with; nobody but the owner reads it. */
    Path consoleToken() {
        return root.resolve("console-token");
    }

    Path ports() {
        return root.resolve("ports.json");
    }

    /** Children of a run that was killed hold ports and files; returns when they are gone. */
    void endOrphans() {
        Orphan.end(broker(), Orphan.marker(broker()));
        Orphan.end(registry(), Orphan.marker(registry()));
        Database.endOrphan(postgresql());
    }

    /** A clause for sentences about trouble, where a full disk may be behind it; else empty. */
    String fullDisk() {
        return free(root) < PROBE_BYTES * 16L ? " (the disk that holds " + root + " is full)" : "";
    }

    @Override
    public void close() {
        try {
            channel.close(); // gives the lock back
        } catch (IOException e) {
            throw new StandaloneException(root + " cannot be given back: " + e.getMessage(), e);
        }
    }

    private static void lock(Path folder, FileChannel channel) throws IOException {
        if (tryLock(channel) == null) {
            String holder = Files.readString(folder.resolve("lock")).strip();
            throw new StandaloneException("Broadsheet already runs on " + folder
                    + (holder.isEmpty() ? "" : " (process " + holder + ")")
                    + "; stop it first, or name another folder with --data");
        }
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // this very process
        }
    }

    private static void probe(Path folder, long freeBytes) throws IOException {
        if (freeBytes < LEAST_FREE_BYTES) {
            throw new StandaloneException("the disk that holds " + folder + " has " + freeBytes / (1024 * 1024)
                    + " MB left, but Broadsheet needs " + LEAST_FREE_BYTES / (1024 * 1024)
                    + " MB; make room, or name a folder on another disk: " + HOW);
        }
        Path probe = folder.resolve("probe");
        Files.write(probe, new byte[PROBE_BYTES]);
        Files.delete(probe);
    }

    private static long free(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            return Long.MAX_VALUE; // writing tells
        }
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName().replace("Exception", "") + " " + e.getMessage();
    }
}
