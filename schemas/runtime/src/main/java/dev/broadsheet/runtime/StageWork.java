package dev.broadsheet.runtime;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** How far a stage is, told in the same words by all stages; see deploy/TELEMETRY.md. Any thread. */
public interface StageWork {
    String RECORDS = "broadsheet.stage.records";

    /** Records that the stage is through with, those that failed among them. Never falls. */
    double processed();

    /** Age in seconds of the oldest record that it is not through with, by the record's own time; 0 when caught up. */
    double lagSeconds();

    /** Exports {@code work}, which the caller keeps: meters do not hold on to what they ask. */
    static void bind(StageWork work, String stage, MeterRegistry meters) {
        FunctionCounter.builder(RECORDS, work, StageWork::processed)
                .description("Records that the stage is through with (processed), and those of them that failed")
                .tag("stage", stage)
                .tag("outcome", "processed")
                .register(meters);
        failed(meters, stage, 0);
        Gauge.builder("broadsheet.stage.lag.seconds", work, StageWork::lagSeconds)
                .description("Age of the oldest record that the stage is not through with; 0 when caught up")
                .tag("stage", stage)
                .register(meters);
    }

    static void failed(MeterRegistry meters, String stage, int records) {
        Counter.builder(RECORDS)
                .description("Records that the stage is through with (processed), and those of them that failed")
                .tag("stage", stage)
                .tag("outcome", "failed")
                .register(meters)
                .increment(records);
    }
}
