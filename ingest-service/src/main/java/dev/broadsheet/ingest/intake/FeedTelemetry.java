package dev.broadsheet.ingest.intake;

import dev.broadsheet.ingest.feed.Feed;
import dev.broadsheet.ingest.intake.IssueReader.Fault;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
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
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** What the intake tells of one feed; deploy/TELEMETRY.md says what each series means. Any thread. */
final class FeedTelemetry {
    private final Feed feed;
    private final MeterRegistry meters;
    private final Clock clock;
    private final Instant started;
    private final Counter deliveries;
    private final Counter received;
    private final Counter retries;
    private final Map<Fault, Counter> rejected = new EnumMap<>(Fault.class);
    private final Timer claim;
    private final Map<Path, Instant> inWork = new ConcurrentHashMap<>();
    private volatile @Nullable Instant lastArrival;
    private volatile WaitingFiles waiting = WaitingFiles.NONE;

    FeedTelemetry(Feed feed, MeterRegistry meters, Clock clock) {
        this.feed = feed;
        this.meters = meters;
        this.clock = clock;
        this.started = clock.instant();
        this.lastArrival = Shelf.lastPut(feed).orElse(null);
        this.deliveries = counter("broadsheet.ingest.deliveries", "Files claimed");
        this.received = counter("broadsheet.ingest.received", "Files that the broker has acknowledged");
        this.retries = counter("broadsheet.ingest.retries", "Attempts that are made again");
        for (Fault fault : Fault.values()) {
            rejected.put(
                    fault,
                    Counter.builder("broadsheet.ingest.rejected")
                            .description("Files that cannot be issues")
                            .tag("feed", feed.name())
                            .tag("reason", fault.name().toLowerCase(Locale.ROOT))
                            .register(meters));
        }
        this.claim = Timer.builder("broadsheet.ingest.claim")
                .description("From a file's rename or last write to its claim")
                .tag("feed", feed.name())
                .serviceLevelObjectives(
                        Duration.ofMillis(100),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(5))
                .register(meters);
        gauges();
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
        inWork.remove(claimed.file());
    }

    void rejected(Claim claimed, Fault fault) {
        Objects.requireNonNull(rejected.get(fault)).increment();
        inWork.remove(claimed.file());
    }

    void retried() {
        retries.increment();
    }

    void waiting(WaitingFiles counted) {
        waiting = counted;
    }

    double done() {
        return received.count()
                + rejected.values().stream().mapToDouble(Counter::count).sum();
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

    private double overdueSeconds() {
        Instant last = lastArrival;
        return feed.expect().isZero()
                ? 0
                : Math.max(0, seconds((last == null ? started : last).plus(feed.expect()), clock.instant()));
    }

    private double lastArrivalSeconds() {
        Instant last = lastArrival;
        return last == null ? Double.NaN : last.toEpochMilli() / 1000.0;
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1000.0;
    }

    private void gauges() {
        gauge(
                "broadsheet.ingest.pending",
                "Files claimed and neither received nor rejected yet",
                now -> now.inWork.size());
        gauge(
                "broadsheet.feed.last.arrival.seconds",
                "When the last file was claimed",
                FeedTelemetry::lastArrivalSeconds);
        gauge(
                "broadsheet.feed.expect.seconds",
                "Longest silence that is normal",
                now -> now.feed.expect().toSeconds());
        gauge("broadsheet.feed.overdue.seconds", "Silence beyond what is normal", FeedTelemetry::overdueSeconds);
        gauge(
                "broadsheet.feed.open",
                "1 while the schedule lets files be taken, else 0",
                now -> feed.schedule().isOpen(clock.instant(), feed.zone()) ? 1 : 0);
        gauge("broadsheet.feed.waiting.files", "Files in the folder that are not claimed", now -> now.waiting.files());
        gauge("broadsheet.feed.oldest.file.seconds", "Age of the oldest file that waits", FeedTelemetry::oldestSeconds);
    }

    private void gauge(String name, String description, ToDoubleFunction<FeedTelemetry> value) {
        Gauge.builder(name, this, value)
                .description(description)
                .tag("feed", feed.name())
                .register(meters);
    }

    private Counter counter(String name, String description) {
        return Counter.builder(name)
                .description(description)
                .tag("feed", feed.name())
                .register(meters);
    }
}
