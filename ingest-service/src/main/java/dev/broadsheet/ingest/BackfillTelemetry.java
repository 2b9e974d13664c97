package dev.broadsheet.ingest;

import dev.broadsheet.contracts.DeadLetter;
import dev.broadsheet.runtime.DeadLetters;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counters of reprocessing: {@code broadsheet_backfill_issues_total} by outcome, split or failed. */
final class BackfillTelemetry {
    private final MeterRegistry meters;
    private final Counter split;
    private final Counter failed;

    BackfillTelemetry(MeterRegistry meters) {
        this.meters = meters;
        this.split = counter("split");
        this.failed = counter("failed");
    }

    void split() {
        split.increment();
    }

    void failed(DeadLetter letter) {
        failed.increment();
        DeadLetters.count(meters, letter);
    }

    private Counter counter(String outcome) {
        return Counter.builder("broadsheet.backfill.issues")
                .description("Issues read by reprocessing, by what became of them")
                .tag("outcome", outcome)
                .register(meters);
    }
}
