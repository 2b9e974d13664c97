package dev.broadsheet.enrich.rollup;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * What the roll-up counts. Records of metrics = added + replaced + moved (to another series) + removed + passed over (retractions of
 * what does not stand); changes of series, added + replaced + 2 × moved + removed, = written + emptied (tombstones) + unchanged.
 */
public final class RollupTelemetry {
    private final Counter added;
    private final Counter replaced;
    private final Counter moved;
    private final Counter removed;
    private final Counter passedOver;
    private final Counter written;
    private final Counter emptied;
    private final Counter unchanged;

    public RollupTelemetry(MeterRegistry meters) {
        this.added = metrics(meters, "added");
        this.replaced = metrics(meters, "replaced");
        this.moved = metrics(meters, "moved");
        this.removed = metrics(meters, "removed");
        this.passedOver = metrics(meters, "passed_over");
        this.written = series(meters, "written");
        this.emptied = series(meters, "emptied");
        this.unchanged = series(meters, "unchanged");
    }

    void added() {
        added.increment();
    }

    void replaced() {
        replaced.increment();
    }

    void moved() {
        moved.increment();
    }

    void removed() {
        removed.increment();
    }

    void passedOver() {
        passedOver.increment();
    }

    void written() {
        written.increment();
    }

    void emptied() {
        emptied.increment();
    }

    void unchanged() {
        unchanged.increment();
    }

    private static Counter metrics(MeterRegistry meters, String outcome) {
        return counter(meters, "broadsheet.rollup.metrics", "Records of metrics read, by what became of them", outcome);
    }

    private static Counter series(MeterRegistry meters, String outcome) {
        return counter(meters, "broadsheet.rollup.series", "Changes of series, by what became of them", outcome);
    }

    private static Counter counter(MeterRegistry meters, String name, String description, String outcome) {
        return Counter.builder(name)
                .description(description)
                .tag("outcome", outcome)
                .register(meters);
    }
}
