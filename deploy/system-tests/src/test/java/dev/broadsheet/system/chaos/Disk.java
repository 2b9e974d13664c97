package dev.broadsheet.system.chaos;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A small disk in memory under the feed's folders, where the platform lets us mount one. A shell unmounts it when this JVM
 * is gone, however it went.
 */
final class Disk implements AutoCloseable {
    private static final String LEASH = "trap '' INT HUP TERM; cat > /dev/null; umount -l \"$1\"";
    private static final int BLOCK = 4096;

    private final Path folder;
    private final @Nullable Process leash;

    private Disk(Path folder, @Nullable Process leash) {
        this.folder = folder;
        this.leash = leash;
    }

    static Disk mount(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Process mount = new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=32m", "tmpfs", folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!mount.waitFor(10, TimeUnit.SECONDS) || mount.exitValue() != 0) {
            return new Disk(folder, null);
        }
        return new Disk(folder, new ProcessBuilder("/bin/sh", "-c", LEASH, "sh", folder.toString()).start());
    }

    boolean available() {
        return leash != null;
    }

    String why() {
        return "this platform does not let us mount a small disk at " + folder;
    }

    /** Until not a byte is left. */
    void fill() throws IOException {
        byte[] block = new byte[BLOCK];
        try (OutputStream ballast = Files.newOutputStream(ballast())) {
            while (true) {
                ballast.write(block);
            }
        } catch (IOException e) {
            if (Files.getFileStore(folder).getUsableSpace() > BLOCK) {
                throw e;
            }
        }
    }

    void free() throws IOException {
        Files.deleteIfExists(ballast());
    }

    private Path ballast() {
        return folder.resolve("ballast");
    }

    @Override
    public void close() throws IOException {
        if (leash != null) {
            leash.getOutputStream().close(); // it unmounts then
        }
    }
}
