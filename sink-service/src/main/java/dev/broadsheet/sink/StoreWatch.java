package dev.broadsheet.sink;

import dev.broadsheet.runtime.Health;
import dev.broadsheet.sink.postgresql.Jdbc;
import dev.broadsheet.sink.postgresql.PostgresWatch;
import dev.broadsheet.sink.store.StoreUnavailableException;
import dev.broadsheet.sink.text.PageGaps;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks each minute, in one of all instances, for pages of the last days that are not whole and for pages missing inside editions. A database that does not
 * answer is counted and asked again; it never makes the sink unready, because nothing waits for it.
 */
final class StoreWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StoreWatch.class);
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration DAYS = Duration.ofDays(7);
    /** An edition of which nothing has come for so long is believed to be there. */
    private static final Duration QUIET = Duration.ofHours(1);

    private final PostgresWatch store;
    private final Health health;
    private final WatchTelemetry telemetry;
    private final Clock clock;
    private final Thread thread = new Thread(this::run, "sink-watch");

    StoreWatch(Jdbc jdbc, Health health, WatchTelemetry telemetry, Clock clock) {
        this.store = new PostgresWatch(jdbc);
        this.health = health;
        this.telemetry = telemetry;
        this.clock = clock;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    @Override
    public void close() {
        thread.interrupt();
        Threads.end(thread);
        store.close();
    }

    private void run() {
        try {
            while (true) {
                // Before the store has worked once its tables may be missing.
                Thread.sleep((health.isUp(SinkLoop.DATABASE) ? look() : SOON).toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            if (!thread.isInterrupted()) { // a stop that cuts the connection is no fault
                health.fail("watch", e);
            }
        }
    }

    /** Returns how long to wait for the next look. */
    Duration look() {
        try {
            if (store.lock()) {
                Instant now = clock.instant();
                telemetry.found(store.unfinished(now.minus(DAYS)), missing(now), now);
            } else {
                telemetry.elsewhere();
            }
        } catch (StoreUnavailableException e) {
            telemetry.failed();
            LOG.warn("not looked for missing pages, tried again in {}: {}", EVERY, e.toString());
        }
        return EVERY;
    }

    private Map<String, Integer> missing(Instant now) {
        Map<String, Integer> missing = new TreeMap<>();
        for (PostgresWatch.Edition edition : store.editions(now.minus(DAYS), now.minus(QUIET))) {
            int gaps = PageGaps.count(edition.pages());
            if (gaps > 0) {
                missing.merge(edition.publication(), gaps, Integer::sum);
            }
        }
        return missing;
    }
}
