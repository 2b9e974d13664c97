package dev.broadsheet.ingest.intake;

import dev.broadsheet.ingest.feed.Feed;
import dev.broadsheet.ingest.intake.IssueReader.Fault;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.system.DiskSpaceMetrics;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** What the intake knows of one feed, and counts under its label; deploy/TELEMETRY.md says what each series means. Any thread. */
final class FeedTelemetry {
    private final Feed feed;
    private final Clock clock;
    private final Instant started;
    private final Counter deliveries;
    private final Counter received;
    private final Counter retries;
    private final Map<Fault, Counter> rejected = new EnumMap<>(Fault.class);
    private final Timer claim;
    private final LongAdder done = new LongAdder();
    private final Map<Path, Instant> inWork = new ConcurrentHashMap<>();
    private volatile @Nullable Instant lastArrival;
    private volatile WaitingFiles waiting = WaitingFiles.NONE;

    FeedTelemetry(Feed feed, String label, MeterRegistry meters, Clock clock) {
        this.feed = feed;
        this.clock = clock;
        this.started = clock.instant();
        this.lastArrival = Shelf.lastPut(feed).orElse(null);
        this.deliveries = counter("broadsheet.ingest.deliveries", "Files claimed", label, meters);
        this.received = counter("broadsheet.ingest.received", "Files that the broker has acknowledged", label, meters);
        this.retries = counter("broadsheet.ingest.retries", "Attempts that are made again", label, meters);
        for (Fault fault : Fault.values()) {
            rejected.put(
                    fault,
                    Counter.builder("broadsheet.ingest.rejected")
                            .description("Files that cannot be issues")
                            .tag("feed", label)
                            .tag("reason", fault.name().toLowerCase(Locale.ROOT))
                            .register(meters));
        }
        this.claim = Timer.builder("broadsheet.ingest.claim")
                .description("From a file's rename or last write to its claim")
                .tag("feed", label)
                .serviceLevelObjectives(
                        Duration.ofMillis(100),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(5))
                .register(meters);
        new DiskSpaceMetrics(feed.folder().toFile()).bindTo(meters);
    }

    void claimed(Claim claimed) {
        deliveries.increment();
        Instant arrivedAt = claimed.stamp().arrivedAt();
        inWork.put(claimed.file(), arrivedAt == null ? claimed.receivedAt() : arrivedAt);
        lastArrival = clock.instant();
        if (arrivedAt != null) {
            claim.record(Duration.between(arrivedAt, claimed.receivedAt()));
        }
    }

    void received(Claim claimed) {
        received.increment();
        done.increment();
        inWork.remove(claimed.file());
    }

    void rejected(Claim claimed, Fault fault) {
        Objects.requireNonNull(rejected.get(fault)).increment();
        done.increment();
        inWork.remove(claimed.file());
    }

    void retried() {
        retries.increment();
    }

    void waiting(WaitingFiles counted) {
        waiting = counted;
    }

    /** Files of this feed alone: its counters may be those of other feeds too. */
    long done() {
        return done.sum();
    }

    int pending() {
        return inWork.size();
    }

    long waitingFiles() {
        return waiting.files();
    }

    double expectSeconds() {
        return feed.expect().toSeconds();
    }

    int open() {
        return feed.schedule().isOpen(clock.instant(), feed.zone()) ? 1 : 0;
    }

    /** Age of the oldest file that waits or is claimed, 0 where there is none. */
    double oldestSeconds() {
        Instant now = clock.instant();
        Instant oldest = waiting.oldest().orElse(now);
        for (Instant arrivedAt : inWork.values()) {
            oldest = arrivedAt.isBefore(oldest) ? arrivedAt : oldest;
        }
        return Math.max(0, seconds(oldest, now));
    }

    double overdueSeconds() {
        Instant last = lastArrival;
        return feed.expect().isZero()
                ? 0
                : Math.max(0, seconds((last == null ? started : last).plus(feed.expect()), clock.instant()));
    }

    double lastArrivalSeconds() {
        Instant last = lastArrival;
        return last == null ? Double.NaN : last.toEpochMilli() / 1000.0;
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1000.0;
    }

    private static Counter counter(String name, String description, String label, MeterRegistry meters) {
        return Counter.builder(name).description(description).tag("feed", label).register(meters);
    }
}
