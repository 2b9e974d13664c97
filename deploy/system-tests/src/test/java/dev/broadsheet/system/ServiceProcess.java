package dev.broadsheet.system;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One instance of a service as a process of its own. A shell kills it when this JVM is gone, however it went and even if
 * the process is stopped. One thread at a time.
 */
public final class ServiceProcess implements AutoCloseable {
    private static final String LEASH = "trap '' INT HUP TERM; cat > /dev/null; kill -9 \"$1\"";
    private static final long CLOSE_SECONDS = 30;

    private final List<String> command;
    private final Map<String, String> environment;
    private final Path log;
    private final IntConsumer endedByItself;
    private @Nullable Process process;
    private @Nullable Process leash;
    private volatile boolean meant;

    /** {@code endedByItself}: told the exit code where nobody asked for the end; a service never does that. */
    public ServiceProcess(
            Class<?> main, List<String> flags, Map<String, String> environment, Path log, IntConsumer endedByItself) {
        this(System.getProperty("java.class.path"), main, flags, environment, log, endedByItself);
    }

    /** Of another build: {@code main}'s namesake on {@code classPath}. */
    ServiceProcess(
            String classPath,
            Class<?> main,
            List<String> flags,
            Map<String, String> environment,
            Path log,
            IntConsumer endedByItself) {
        this.command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(flags);
        command.addAll(List.of("-cp", classPath, main.getName()));
        this.environment = Map.copyOf(environment);
        this.log = log;
        this.endedByItself = endedByItself;
    }

    public void start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(key -> key.startsWith("BROADSHEET_"));
        builder.environment().putAll(environment);
        meant = false;
        Process started = builder.start();
        process = started;
        leash = new ProcessBuilder("/bin/sh", "-c", LEASH, "sh", Long.toString(started.pid())).start();
        var unused = started.onExit().thenAccept(ended -> {
            if (!meant) {
                endedByItself.accept(ended.exitValue());
            }
        });
    }

    /** kill -9, and waits for the end. */
    public void kill() throws InterruptedException {
        meant = true;
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
        unleash();
    }

    /** SIGSTOP or SIGCONT. */
    public void signal(String signal) throws IOException, InterruptedException {
        if (process != null) {
            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        }
    }

    /** SIGTERM; the exit code. */
    int stop(Duration limit) throws InterruptedException {
        meant = true;
        Process running = Objects.requireNonNull(process);
        running.destroy();
        if (!running.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("it did not stop within " + limit);
        }
        unleash();
        return running.exitValue();
    }

    /** SIGTERM; by force where that takes too long. */
    @Override
    public void close() {
        meant = true;
        if (process != null) {
            process.destroy();
            try {
                if (!process.waitFor(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
        unleash();
    }

    private void unleash() {
        if (leash != null) {
            leash.destroyForcibly();
        }
    }
}
