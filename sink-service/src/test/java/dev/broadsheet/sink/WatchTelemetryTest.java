package dev.broadsheet.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.sink.store.Unfinished;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class WatchTelemetryTest {
    private static final Instant NOON = Instant.parse("2024-03-08T12:00:00Z");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final WatchTelemetry telemetry = new WatchTelemetry(meters, "postgresql");

    @Test
    void aLookIsToldAndForgottenWhereAnotherInstanceLooks() {
        telemetry.found(new Unfinished(2, NOON.minusSeconds(90)), Map.of("青川晚报", 3), NOON);

        assertThat(gauge("broadsheet.store.unfinished.pages")).isEqualTo(2);
        assertThat(gauge("broadsheet.store.oldest.unfinished.seconds")).isEqualTo(90);
        assertThat(missing("青川晚报")).isEqualTo(3);

        telemetry.found(new Unfinished(0, null), Map.of(), NOON);
        assertThat(gauge("broadsheet.store.oldest.unfinished.seconds")).isZero();
        assertThat(missing("none")).isZero();
        assertThat(meters.find("broadsheet.edition.missing.pages").gauges()).hasSize(1);

        telemetry.elsewhere();
        assertThat(meters.find("broadsheet.edition.missing.pages").gauges()).isEmpty();
        assertThat(meters.get("broadsheet.store.watch.runs")
                        .tag("result", "done")
                        .counter()
                        .count())
                .isEqualTo(2);
    }

    @Test
    void anyNumberOfNewspapersAreAHundredSeriesAndTheRest() {
        Map<String, Integer> gaps = new TreeMap<>();
        for (int i = 0; i < 150; i++) {
            gaps.put("报" + i, i < 100 ? 5 : 1);
        }
        telemetry.found(new Unfinished(0, null), gaps, NOON);

        assertThat(meters.find("broadsheet.edition.missing.pages").gauges()).hasSize(101);
        assertThat(missing("报0")).isEqualTo(5);
        assertThat(missing("other")).isEqualTo(50);
    }

    private double missing(String publication) {
        return meters.get("broadsheet.edition.missing.pages")
                .tag("publication", publication)
                .gauge()
                .value();
    }

    private double gauge(String name) {
        return meters.get(name).gauge().value();
    }
}
