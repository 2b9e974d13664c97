package dev.broadsheet.sink;

import dev.broadsheet.sink.postgresql.Jdbc;
import dev.broadsheet.sink.postgresql.PostgresWatch;
import dev.broadsheet.sink.text.PageGaps;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Looks for pages of the last days that are not whole and for pages missing inside editions. */
final class StoreWatch implements Rounds.Work {
    static final Duration EVERY = Duration.ofMinutes(1);
    private static final Duration DAYS = Duration.ofDays(7);
    /** An edition of which nothing has come for so long is believed to be there. */
    private static final Duration QUIET = Duration.ofHours(1);

    private final PostgresWatch store;
    private final WatchTelemetry telemetry;
    private final Clock clock;

    StoreWatch(Jdbc jdbc, WatchTelemetry telemetry, Clock clock) {
        this.store = new PostgresWatch(jdbc);
        this.telemetry = telemetry;
        this.clock = clock;
    }

    @Override
    public boolean lock() {
        return store.lock();
    }

    @Override
    public void round() {
        Instant now = clock.instant();
        telemetry.found(store.unfinished(now.minus(DAYS)), missing(now), now);
    }

    @Override
    public void elsewhere() {
        telemetry.elsewhere();
    }

    @Override
    public void failed() {
        telemetry.failed();
    }

    @Override
    public void close() {
        store.close();
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
