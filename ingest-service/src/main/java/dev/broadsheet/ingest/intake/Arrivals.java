package dev.broadsheet.ingest.intake;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Tells which files are finished. A file that was moved into the folder is taken after {@link #MOVED}: the file system
 * said that it appeared, it has content, and nothing wrote to it since. Others must not have changed for {@link #SETTLE};
 * longer where they were seen growing or are still empty. Times are milliseconds. One thread.
 */
final class Arrivals {
    static final Duration MOVED = Duration.ofMillis(50);
    static final Duration SETTLE = Duration.ofMillis(300);
    static final Duration GROWING = Duration.ofSeconds(2);

    private final Map<String, Arrival> arrivals = new HashMap<>();

    private static final class Arrival {
        private long size = -1;
        private long modifiedAt;
        private long lookedAt;
        private boolean appeared;
        private boolean written;
        private boolean grew;
    }

    void appeared(String name) {
        Arrival arrival = new Arrival();
        arrival.appeared = true;
        arrivals.put(name, arrival);
    }

    void written(String name) {
        arrivals.computeIfAbsent(name, key -> new Arrival()).written = true;
    }

    /** Looks at a file and returns for how many more milliseconds it should be left alone; 0 or less: take it. */
    long wait(String name, long size, long modifiedAt, long now) {
        Arrival arrival = arrivals.computeIfAbsent(name, key -> new Arrival());
        if (arrival.size != size || arrival.modifiedAt != modifiedAt) {
            arrival.grew |= arrival.size >= 0;
            arrival.size = size;
            arrival.modifiedAt = modifiedAt;
            arrival.lookedAt = now;
        }
        long quietSince = arrival.lookedAt;
        if (arrival.grew || size == 0) {
            return quietSince + GROWING.toMillis() - now;
        }
        if (arrival.appeared && !arrival.written) {
            return quietSince + MOVED.toMillis() - now;
        }
        boolean old = !arrival.written && modifiedAt <= now - GROWING.toMillis();
        return old ? 0 : quietSince + SETTLE.toMillis() - now;
    }

    /** Forgets files that are gone. */
    void keep(Set<String> present) {
        arrivals.keySet().retainAll(present);
    }

    void forget(String name) {
        arrivals.remove(name);
    }
}
