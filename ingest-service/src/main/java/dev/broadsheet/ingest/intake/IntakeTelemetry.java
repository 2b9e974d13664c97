package dev.broadsheet.ingest.intake;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;

/** Counters of the intake; the README has the equation. Any thread. */
final class IntakeTelemetry {
    private final Counter deliveries;
    private final Counter received;
    private final Counter rejected;
    private final Counter retries;
    private final AtomicLong pending = new AtomicLong();

    IntakeTelemetry(MeterRegistry meters) {
        this.deliveries = counter(meters, "broadsheet.ingest.deliveries", "Files claimed");
        this.received = counter(meters, "broadsheet.ingest.received", "Files that the broker has acknowledged");
        this.rejected = counter(meters, "broadsheet.ingest.rejected", "Files that cannot be issues");
        this.retries = counter(meters, "broadsheet.ingest.retries", "Attempts that are made again");
        Gauge.builder("broadsheet.ingest.pending", pending, AtomicLong::get)
                .description("Files claimed and neither received nor rejected yet")
                .register(meters);
    }

    void claimed() {
        deliveries.increment();
        pending.incrementAndGet();
    }

    void received() {
        received.increment();
        pending.decrementAndGet();
    }

    void rejected() {
        rejected.increment();
        pending.decrementAndGet();
    }

    void retried() {
        retries.increment();
    }

    private static Counter counter(MeterRegistry meters, String name, String description) {
        return Counter.builder(name).description(description).register(meters);
    }
}
