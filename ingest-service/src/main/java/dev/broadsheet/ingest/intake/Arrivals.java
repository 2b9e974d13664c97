package dev.broadsheet.ingest.intake;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Tells which files are finished. A file that was moved into the folder is taken after {@link #MOVED}: the file system
 * said that it appeared, it has content, and nothing wrote to it since. Others must not have changed for {@link #SETTLE};
 * longer where they were seen growing or are still empty. Times are milliseconds. Remembers {@link #MOST} files at once,
 * however many lie there; what is beyond them is left alone until some of them are taken. By names as paths: as texts, names
 * in another charset may be the same. One thread.
 */
final class Arrivals {
    static final Duration MOVED = Duration.ofMillis(50);
    static final Duration SETTLE = Duration.ofMillis(300);
    static final Duration GROWING = Duration.ofSeconds(2);
    static final int MOST = 10_000;

    private final Map<Path, Arrival> arrivals = new HashMap<>();
    private int round;

    private static final class Arrival {
        private long size = -1;
        private long modifiedAt;
        private long lookedAt;
        private boolean appeared;
        private boolean written;
        private boolean grew;
        private int round;
    }

    /** A hint: a file that cannot be remembered takes the longer way. */
    void appeared(Path name) {
        Arrival arrival = new Arrival();
        arrival.appeared = true;
        arrival.round = round;
        if (arrivals.size() < MOST || arrivals.containsKey(name)) {
            arrivals.put(name, arrival);
        }
    }

    void written(Path name) {
        Arrival arrival = arrivals.get(name);
        if (arrival != null) {
            arrival.written = true;
        }
    }

    /** Hints were lost: nothing that appeared may be taken for moved, since it may have been written to. */
    void doubt() {
        arrivals.values().forEach(arrival -> arrival.written = true);
    }

    /** Looks at a file and returns for how many more milliseconds it should be left alone; 0 or less: take it. */
    long wait(Path name, long size, long modifiedAt, long now) {
        Arrival arrival = arrivals.get(name);
        if (arrival == null) {
            if (size > 0 && modifiedAt <= now - GROWING.toMillis()) {
                return 0;
            }
            if (arrivals.size() >= MOST) {
                return SETTLE.toMillis();
            }
            arrival = new Arrival();
            arrivals.put(name, arrival);
        }
        arrival.round = round;
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

    /** A look through the whole folder begins. */
    void beginLook() {
        round++;
    }

    /** It has ended: files that it did not come across are gone, and forgotten. */
    void endLook() {
        arrivals.values().removeIf(arrival -> arrival.round != round);
    }

    void forget(Path name) {
        arrivals.remove(name);
    }
}
