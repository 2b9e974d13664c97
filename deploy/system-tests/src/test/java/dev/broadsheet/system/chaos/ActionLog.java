package dev.broadsheet.system.chaos;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** What was done and seen, line by line with the time (UTC), to lay beside the logs of the processes. Any thread. */
final class ActionLog implements AutoCloseable {
    private final Clock clock;
    private final PrintWriter file;

    ActionLog(Path file, Clock clock) throws IOException {
        Files.createDirectories(file.getParent());
        this.clock = clock;
        this.file = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8), true);
    }

    synchronized void say(String line) {
        file.println(clock.instant().truncatedTo(ChronoUnit.MILLIS) + " " + line);
    }

    @Override
    public synchronized void close() {
        file.close();
    }
}
