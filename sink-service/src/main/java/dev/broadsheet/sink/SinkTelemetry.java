package dev.broadsheet.sink;

import dev.broadsheet.runtime.Retries;
import dev.broadsheet.sink.store.CompletedPage;
import dev.broadsheet.sink.store.Written;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What the sink counts: records = pages + articles + projects + receipts + latest figures + dead letters + feeds stored + unchanged + dead. Lag is the time from the claim of a
 * file to its page standing whole in the store, by feed. Any thread.
 */
final class SinkTelemetry {
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
    }

    void written(Written written, java.time.Instant now) {
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
        records.increment(written.pages()
                + written.articles()
                + written.projects()
                + written.receipts()
                + written.latest()
                + written.letters()
                + written.feeds()
                + written.unchanged()
                + written.refused());
        written.completed().forEach(page -> lag(page, now));
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

    private void lag(CompletedPage page, java.time.Instant now) {
        Timer.builder("broadsheet_sink_lag")
                .description("From the claim of a file to its page standing whole in the store")
                .tag("store", store)
                .tag("feed", page.origin().feed())
                .serviceLevelObjectives(
                        Duration.ofMillis(250),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(10),
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(10))
                .register(meters)
                .record(Duration.between(page.version().receivedAt(), now));
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
