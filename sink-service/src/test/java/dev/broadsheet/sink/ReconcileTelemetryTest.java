package dev.broadsheet.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.sink.reconcile.Equation;
import dev.broadsheet.sink.reconcile.Kind;
import dev.broadsheet.sink.reconcile.Report;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReconcileTelemetryTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ReconcileTelemetry telemetry = new ReconcileTelemetry(meters);

    @Test
    void differencesAreToldByKindAndPlaceAndAKindWithoutAnyIsZero() {
        telemetry.found(report(Map.of(Kind.LOST, Map.of("articles", 2L, "postgresql", 3L))));

        assertThat(differences("lost", "articles")).isEqualTo(2);
        assertThat(differences("lost", "any")).isEqualTo(5);
        assertThat(differences("orphan", "any")).isZero();
        assertThat(meters.get("broadsheet_reconcile_counted")
                        .tag("part", "split")
                        .gauge()
                        .value())
                .isEqualTo(3);
        assertThat(meters.get("broadsheet_reconcile_missing").gauge().value()).isEqualTo(1);
        assertThat(meters.get("broadsheet_reconcile_last_run_seconds").gauge().value())
                .isEqualTo(60);
        assertThat(meters.get("broadsheet_reconcile_duration_seconds").gauge().value())
                .isEqualTo(1.5);
    }

    @Test
    void whatIsMendedGoesAndAnInstanceThatDoesNotReconcileTellsNothing() {
        telemetry.found(report(Map.of(Kind.LOST, Map.of("articles", 2L))));
        telemetry.found(report(Map.of()));
        assertThat(differences("lost", "any")).isZero();
        assertThat(meters.find("broadsheet_reconcile_differences")
                        .tag("place", "articles")
                        .gauge())
                .isNull();

        telemetry.notMine();
        assertThat(meters.find("broadsheet_reconcile_differences").gauges()).isEmpty();
        assertThat(meters.find("broadsheet_reconcile_last_run_seconds").gauges())
                .isEmpty();
        assertThat(meters.get("broadsheet_reconcile_runs")
                        .tag("result", "done")
                        .counter()
                        .count())
                .isEqualTo(2);
    }

    private double differences(String kind, String place) {
        return meters.get("broadsheet_reconcile_differences")
                .tag("kind", kind)
                .tag("place", place)
                .gauge()
                .value();
    }

    private static Report report(Map<Kind, Map<String, Long>> counts) {
        return new Report(
                Instant.ofEpochSecond(60),
                Instant.EPOCH,
                Duration.ofMillis(1500),
                1,
                List.of(new Equation("deliveries", 4, Map.of("split", 3L))),
                Map.of(),
                counts,
                List.of());
    }
}
