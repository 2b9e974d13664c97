package dev.broadsheet.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A child JVM that ends with its parent (see {@link ParentWatch}). Ctrl-C reaches every process of a terminal at once;
 * a child ignores it, so that the parent can stop all in order. Its output goes to a log file of its own.
 */
final class ChildJvm implements AutoCloseable {
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(15);
    private static final long POLL_MILLIS = 40;
    private static final String IGNORE_INTERRUPT = "trap '' INT HUP TERM; exec \"$@\"";

    private final String name;
    private final Path home;
    private final ChildLog log;
    private @Nullable Process process;

    /** {@code home}: the folder of its data, which also holds its process id. */
    ChildJvm(String name, Path home, ChildLog log) {
        this.name = name;
        this.home = home;
        this.log = log;
    }

    /** Starts {@code java} with these arguments and returns when {@code ready}, asked again and again, says so. */
    void start(List<String> arguments, Duration limit, BooleanSupplier ready) {
        Orphan.end(home, Orphan.marker(home));
        List<String> command =
                new ArrayList<>(List.of("/bin/sh", "-c", IGNORE_INTERRUPT, "sh", java(), Orphan.marker(home)));
        command.addAll(arguments);
        try {
            log.rotate();
            Process started = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.file().toFile()))
                    .start();
            process = started;
            Orphan.remember(home, started.pid());
            await(started, limit, ready);
        } catch (IOException e) {
            throw new StandaloneException(name + " cannot be started: " + e.getMessage(), e);
        }
    }

    CompletableFuture<?> ended() {
        return process == null ? CompletableFuture.completedFuture(null) : process.onExit();
    }

    void kill() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    @Override
    public void close() {
        if (process == null) {
            return;
        }
        try {
            process.getOutputStream().close();
            if (!process.waitFor(CLOSE_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            Orphan.forget(home);
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void await(Process started, Duration limit, BooleanSupplier ready) {
        long deadline = System.nanoTime() + limit.toNanos();
        try {
            while (!ready.getAsBoolean()) {
                if (started.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                    throw new StandaloneException(name + " ended while starting (exit code " + started.exitValue()
                            + "): " + log.lastTrouble());
                }
                if (System.nanoTime() > deadline) {
                    kill();
                    throw new StandaloneException(
                            name + " did not start within " + limit.toSeconds() + " s; see " + log.file());
                }
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
            throw new StandaloneException(name + " was interrupted while starting", e);
        }
    }

    private static String java() {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        if (!Files.isExecutable(java)) {
            throw new StandaloneException("no java at " + java + "; install a JDK 17 or newer and set JAVA_HOME");
        }
        return java.toString();
    }
}
