package dev.broadsheet.sink;

import dev.broadsheet.sink.reconcile.Equation;
import dev.broadsheet.sink.reconcile.Kind;
import dev.broadsheet.sink.reconcile.Report;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the last scheduled reconciliation found. An instance that does not reconcile exports no gauge of it, so sums over instances are right; series are
 * bounded by the kinds and places that there are. Any thread.
 */
final class ReconcileTelemetry {
    private final MeterRegistry meters;
    private final MultiGauge differences;
    private final MultiGauge records;
    private final MultiGauge missing;
    private final MultiGauge lastRun;
    private final MultiGauge duration;

    ReconcileTelemetry(MeterRegistry meters) {
        this.meters = meters;
        this.differences = gauge("differences", "Differences that the last reconciliation found, by kind and place");
        this.records =
                gauge("counted", "What the last reconciliation counted, by equation and part (total: its left side)");
        this.missing = gauge("missing", "What no part of an equation explains, by equation");
        this.lastRun = gauge("last_run_seconds", "When the last reconciliation began, in seconds since 1970");
        this.duration = gauge("duration_seconds", "How long it took");
    }

    /** How often this sink, or another, reconciles; zero for never. */
    void every(Duration length) {
        Gauge.builder("broadsheet_reconcile_every_seconds", length, Duration::toSeconds)
                .strongReference(true)
                .description("How often the sinks reconcile; 0 for never")
                .register(meters);
    }

    void found(Report report) {
        List<MultiGauge.Row<?>> found = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            report.counts()
                    .getOrDefault(kind, Map.of())
                    .forEach((place, count) ->
                            found.add(MultiGauge.Row.of(Tags.of("kind", label(kind), "place", place), count)));
            found.add(MultiGauge.Row.of(Tags.of("kind", label(kind), "place", "any"), report.count(kind)));
        }
        differences.register(found, true);
        List<MultiGauge.Row<?>> counted = new ArrayList<>();
        List<MultiGauge.Row<?>> unexplained = new ArrayList<>();
        for (Equation equation : report.equations()) {
            Tags name = Tags.of("equation", equation.name());
            counted.add(MultiGauge.Row.of(name.and("part", "total"), equation.total()));
            equation.parts().forEach((part, count) -> counted.add(MultiGauge.Row.of(name.and("part", part), count)));
            unexplained.add(MultiGauge.Row.of(name, equation.missing()));
        }
        records.register(counted, true);
        missing.register(unexplained, true);
        lastRun.register(List.of(MultiGauge.Row.of(Tags.empty(), report.at().getEpochSecond())), true);
        duration.register(List.of(MultiGauge.Row.of(Tags.empty(), report.took().toMillis() / 1000.0)), true);
        count("done");
    }

    void failed() {
        count("failed");
    }

    /** Another instance reconciles. */
    void notMine() {
        for (MultiGauge gauge : List.of(differences, records, missing, lastRun, duration)) {
            gauge.register(List.of(), true);
        }
    }

    private static String label(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private MultiGauge gauge(String name, String description) {
        return MultiGauge.builder("broadsheet_reconcile_" + name)
                .description(description)
                .register(meters);
    }

    private void count(String result) {
        Counter.builder("broadsheet_reconcile_runs")
                .description("Scheduled reconciliations by result")
                .tag("result", result)
                .register(meters)
                .increment();
    }
}
