package dev.broadsheet.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A child of an earlier run that was killed: it ends by itself soon after its parent, and a new start waits for that,
 * since it holds port and files. A process id may have gone to another program meanwhile: only a process whose command
 * line has the marker is one of ours.
 */
final class Orphan {
    private static final String FILE = "pid";
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private Orphan() {}

    static void remember(Path home, long pid) throws IOException {
        Files.createDirectories(home);
        Files.writeString(home.resolve(FILE), pid + "\n");
    }

    static void forget(Path home) throws IOException {
        Files.deleteIfExists(home.resolve(FILE));
    }

    /** First argument of a child JVM. */
    static String marker(Path home) {
        return "-Dbroadsheet.child=" + home;
    }

    static void end(Path home, String marker) {
        find(home.resolve(FILE), marker).ifPresent(process -> end(process, PATIENCE));
    }

    /** The living process whose id is the file's first line, if its command line has the marker. */
    static Optional<ProcessHandle> find(Path pidFile, String marker) {
        try {
            if (!Files.exists(pidFile)) {
                return Optional.empty();
            }
            List<String> lines = Files.readAllLines(pidFile);
            return lines.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                            .filter(ProcessHandle::isAlive)
                            .filter(process -> isOurs(process, marker));
        } catch (NumberFormatException | IOException e) {
            throw new StandaloneException("cannot read " + pidFile + ": " + e.getMessage() + "; delete it", e);
        }
    }

    static void end(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            process.destroyForcibly();
            process.onExit().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isOurs(ProcessHandle process, String marker) {
        return process.info()
                .arguments()
                .map(List::of)
                .map(arguments -> arguments.contains(marker))
                .or(() -> process.info().commandLine().map(line -> line.contains(marker)))
                .orElse(false);
    }
}
