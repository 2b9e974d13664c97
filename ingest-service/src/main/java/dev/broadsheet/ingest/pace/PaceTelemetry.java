package dev.broadsheet.ingest.pace;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;

/** Shows the pace: {@code broadsheet_backfill_state{state}}, how much waits, and how long reprocessing was held back. */
public final class PaceTelemetry {
    private PaceTelemetry() {}

    public static void bind(Pace pace, MeterRegistry meters) {
        for (Pace.State state : Pace.State.values()) {
            Gauge.builder("broadsheet.backfill.state", pace, now -> now.state() == state ? 1 : 0)
                    .description(
                            "1 for what reprocessing does now: idle, running, paused for live pages, blind to them")
                    .tag("state", state.name().toLowerCase(Locale.ROOT))
                    .register(meters);
        }
        Gauge.builder("broadsheet.backfill.waiting", pace, now -> now.lags().waiting())
                .description("Issues that wait to be reprocessed, marks of transactions included")
                .register(meters);
        Gauge.builder("broadsheet.backfill.live.lag", pace, now -> now.lags().live())
                .description("Records of live pages that wait to be split or enriched, as reprocessing sees them")
                .register(meters);
        FunctionCounter.builder("broadsheet.backfill.held.seconds", pace, Pace::heldSeconds)
                .description("Seconds that pages to be reprocessed were held back")
                .register(meters);
    }
}
