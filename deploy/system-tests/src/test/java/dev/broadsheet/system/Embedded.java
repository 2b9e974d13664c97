package dev.broadsheet.system;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** {@code deploy/broadsheet run} in a folder of its own: what a newcomer has. */
final class Embedded implements Deployment {
    private static final Duration START = Duration.ofMinutes(3);
    private static final long STOP_SECONDS = 60;

    private final Path data;
    private final Process process;
    private final Addresses addresses;

    private Embedded(Path data, Process process, Addresses addresses) {
        this.data = data;
        this.process = process;
        this.addresses = addresses;
    }

    /** Starts on {@code data}, which may hold an earlier run's; what it prints goes to {@code log}. */
    static Embedded start(Path data, Path log, String... arguments) throws IOException {
        Path endpoints = data.resolve("endpoints.json");
        Files.deleteIfExists(endpoints);
        List<String> command = new ArrayList<>(List.of(Commands.LAUNCHER.toString(), "run", "--data", data.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(log.toString())));
        if (!Boolean.getBoolean("broadsheet.load")) { // a short run is over before the optimising compiler pays
            builder.environment().put("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1");
        }
        Process process = builder.start();
        try {
            Awaitility.await("run is ready; its log is " + log)
                    .atMost(START)
                    .until(() -> Files.exists(endpoints) || !process.isAlive());
            if (!process.isAlive()) {
                throw new IOException("run ended at once:\n" + Files.readString(log));
            }
            return new Embedded(data, process, Addresses.of(new ObjectMapper().readTree(endpoints.toFile())));
        } catch (RuntimeException | IOException e) {
            end(process);
            throw e;
        }
    }

    Path data() {
        return data;
    }

    long pid() {
        return process.pid();
    }

    /** Where its services answer {@code /metrics}. */
    List<Integer> httpPorts() throws IOException {
        List<Integer> ports = new ArrayList<>();
        new ObjectMapper()
                .readTree(data.resolve("endpoints.json").toFile())
                .get("httpPorts")
                .forEach(port -> ports.add(port.asInt()));
        return ports;
    }

    /** A child JVM by a word of its command line. */
    ProcessHandle child(String word) {
        return process.descendants()
                .filter(child -> child.info()
                        .commandLine()
                        .orElse("")
                        .toLowerCase(Locale.ROOT)
                        .contains(word))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no child is a " + word));
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Waits for its end and returns the exit code. */
    int end(Duration limit) throws InterruptedException {
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("run did not end within " + limit);
        }
        return process.exitValue();
    }

    @Override
    public Path drop() {
        return data.resolve("drop");
    }

    @Override
    public Addresses addresses() {
        return addresses;
    }

    /** Stops it as Ctrl-C does and returns its exit code. */
    int stop() {
        process.destroy();
        try {
            if (process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                return process.exitValue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        end(process);
        throw new AssertionError("run did not stop within " + STOP_SECONDS + " s");
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            stop();
        }
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
