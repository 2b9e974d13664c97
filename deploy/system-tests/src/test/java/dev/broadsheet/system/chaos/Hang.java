package dev.broadsheet.system.chaos;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A page that stood still in a service, whose thread can join no rebalance until the page's time limit is over. */
record Hang(String service, Instant from) {
    private static final Duration TIME_LIMIT = Duration.ofSeconds(10);

    /** {@code logs}: the folder of the services' logs, one {@code SERVICE.log} each. */
    static List<Hang> in(Path logs) throws IOException {
        List<Hang> hangs = new ArrayList<>();
        try (Stream<Path> files = Files.list(logs)) {
            for (Path file : files.sorted().toList()) {
                String service = file.getFileName().toString().replace(".log", "");
                // A kill may have cut a character in two.
                new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> line.startsWith(Marks.HANGING))
                        .map(line -> new Hang(service, Instant.parse(line.substring(Marks.HANGING.length()))))
                        .forEach(hangs::add);
            }
        }
        return hangs;
    }

    /** Whether what was killed had to wait for this page: it hung meanwhile in a service that takes over, or that has to go on. */
    boolean delays(Recovery recovery) {
        boolean meanwhile =
                from.isBefore(recovery.until()) && from.plus(TIME_LIMIT).isAfter(recovery.from());
        boolean diedWithIt = recovery.what().endsWith(" " + service) && from.isBefore(recovery.from());
        return meanwhile && !diedWithIt && recovery.needs(service);
    }
}
