package dev.broadsheet.sink;

import dev.broadsheet.runtime.Backlog;
import dev.broadsheet.runtime.DeadLetters;
import dev.broadsheet.runtime.Health;
import dev.broadsheet.runtime.Retries;
import dev.broadsheet.runtime.StageWork;
import dev.broadsheet.sink.store.CompletedPage;
import dev.broadsheet.sink.store.Written;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What the sink counts: records = pages + articles + projects + receipts + latest figures + dead letters + feeds stored + unchanged + dead. Freshness is the time from the drop of a
 * file to its page standing whole in the store, lag that from its claim, by feed. Any thread, but for what the loop alone calls.
 */
final class SinkTelemetry implements StageWork {
    /** Generation of pages that are not reprocessed. */
    private static final long LIVE = 1;

    private static final List<Duration> FRESHNESS = List.of(
            Duration.ofMillis(250),
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(3),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30));
    private static final List<Duration> LAG = List.of(
            Duration.ofMillis(250),
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(3),
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(10));

    private final MeterRegistry meters;
    private final String store;
    private final AtomicInteger paused = new AtomicInteger();
    private final Counter records;
    private final Counter batches;
    private final Counter unchanged;
    private final Counter dead;
    private final Counter commitFailures;
    private final Counter published;
    private final Counter rewound;
    /** Causes of the letters made and not yet written. */
    private final Deque<String> refused = new ArrayDeque<>();

    private volatile @Nullable Backlog backlog;

    SinkTelemetry(MeterRegistry meters, String store) {
        this.meters = meters;
        this.store = store;
        this.records = counter("broadsheet_sink_records", "Records whose offset moved");
        this.batches = counter("broadsheet_sink_batches", "Transactions");
        this.unchanged = counter("broadsheet_sink_unchanged", "Records that the store held already, or newer");
        this.dead = counter("broadsheet_sink_dead", "Records that became dead letters");
        this.commitFailures =
                counter("broadsheet_sink_commit_failures", "Offsets that Kafka did not take (lag tools only)");
        this.published = counter("broadsheet_sink_outbox_published", "Messages of the outbox that Kafka has");
        this.rewound = counter("broadsheet_sink_rewound", "Partitions read again because Kafka lacked the offset");
        meters.gauge("broadsheet_sink_paused_partitions", paused, AtomicInteger::get);
        List.of("pages", "articles", "projects", "receipts", "metric_latest", "entities", "metrics")
                .forEach(table -> stored(table, 0));
    }

    /** From now on the stage exports how far it is. */
    void follow(Backlog followed) {
        backlog = followed;
        StageWork.bind(this, stage(), meters);
    }

    @Override
    public double processed() {
        return records.count();
    }

    @Override
    public double lagSeconds() {
        Backlog followed = backlog;
        return followed == null ? 0 : followed.oldestSeconds();
    }

    /** Whether the store takes what is written. */
    void follow(Health health) {
        Gauge.builder("broadsheet.store.up", health, now -> now.isUp(SinkLoop.DATABASE) ? 1 : 0)
                .description("1 while the store takes what is written, else 0")
                .tag("store", store)
                .register(meters);
    }

    /** A letter was made; it counts once it is written. The loop's thread, as {@link #written} and {@link #forgotten}. */
    void refused(RuntimeException cause) {
        refused.add(DeadLetters.causeClass(cause));
    }

    /** What was not written is made anew. */
    void forgotten() {
        refused.clear();
    }

    void written(Written written, Instant now) {
        batches.increment();
        stored("pages", written.pages());
        stored("articles", written.articles());
        stored("projects", written.projects());
        stored("receipts", written.receipts());
        stored("metric_latest", written.latest());
        stored("dead_letters", written.letters());
        stored("feeds", written.feeds());
        stored("entities", written.entities());
        stored("metrics", written.metrics());
        unchanged.increment(written.unchanged());
        dead.increment(written.refused());
        for (int i = 0; i < written.refused() && !refused.isEmpty(); i++) {
            DeadLetters.count(meters, stage(), refused.remove());
        }
        records.increment(written.pages()
                + written.articles()
                + written.projects()
                + written.receipts()
                + written.latest()
                + written.letters()
                + written.feeds()
                + written.unchanged()
                + written.refused());
        written.completed().stream()
                .filter(page -> page.version().generation() == LIVE)
                .forEach(page -> complete(page, now));
    }

    void retried(String component, RuntimeException cause) {
        Retries.count(meters, component, cause);
    }

    void paused(int partitions) {
        paused.set(partitions);
    }

    void commitFailed() {
        commitFailures.increment();
    }

    void published(int messages) {
        published.increment(messages);
    }

    void rewound(int partitions) {
        rewound.increment(partitions);
    }

    private void complete(CompletedPage page, Instant now) {
        String feed = page.origin().feed();
        Instant receivedAt = page.version().receivedAt();
        Instant arrivedAt = page.arrivedAt();
        timer(
                        "broadsheet_sink_freshness",
                        "From the drop of a file to its page standing whole in the store",
                        feed,
                        FRESHNESS)
                .record(Duration.between(arrivedAt == null ? receivedAt : arrivedAt, now));
        timer("broadsheet_sink_lag", "From the claim of a file to its page standing whole in the store", feed, LAG)
                .record(Duration.between(receivedAt, now));
    }

    private Timer timer(String name, String description, String feed, List<Duration> buckets) {
        return Timer.builder(name)
                .description(description)
                .tag("store", store)
                .tag("feed", feed)
                .serviceLevelObjectives(buckets.toArray(Duration[]::new))
                .register(meters);
    }

    private String stage() {
        return "sink." + store;
    }

    private void stored(String table, int rows) {
        Counter.builder("broadsheet_sink_rows")
                .description("Rows stored")
                .tag("store", store)
                .tag("table", table)
                .register(meters)
                .increment(rows);
    }

    private Counter counter(String name, String description) {
        return Counter.builder(name)
                .description(description)
                .tag("store", store)
                .register(meters);
    }
}
