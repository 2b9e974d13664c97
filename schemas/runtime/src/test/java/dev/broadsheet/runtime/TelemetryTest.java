package dev.broadsheet.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TelemetryTest {
    private final Telemetry telemetry = new Telemetry("ingest", "ingest-1");

    @AfterEach
    void close() {
        telemetry.close();
    }

    @Test
    void labelsFromOutsideAreCapped() {
        for (int i = 0; i < 150; i++) {
            telemetry.registry().counter("broadsheet.some", "feed", "feed-" + i).increment();
        }

        assertThat(telemetry.registry().get("broadsheet.some").counters()).hasSize(101);
        assertThat(telemetry
                        .registry()
                        .get("broadsheet.some")
                        .tag("feed", "other")
                        .counter()
                        .count())
                .isEqualTo(50);
    }

    @Test
    void ofKafkasMetersOnlyTheListedOnesAreKept() {
        Counter.builder("kafka.consumer.fetch.manager.records.lag")
                .tag("partition", "7")
                .register(telemetry.registry());
        Counter.builder("kafka.producer.record.send.total").register(telemetry.registry());

        assertThat(telemetry.scrape())
                .contains("kafka_producer_record_send_total")
                .doesNotContain("records_lag");
    }

    @Test
    void aStageHasItsSeriesFromTheStart() {
        StageWork work = new StageWork() {
            @Override
            public double processed() {
                return 5;
            }

            @Override
            public double lagSeconds() {
                return 1.5;
            }
        };
        StageWork.bind(work, "split", telemetry.registry());

        String common = "instance=\"ingest-1\",";
        assertThat(telemetry.scrape())
                .contains(
                        "broadsheet_stage_records_total{" + common
                                + "outcome=\"processed\",service=\"ingest\",stage=\"split\"} 5.0",
                        "broadsheet_stage_records_total{" + common
                                + "outcome=\"failed\",service=\"ingest\",stage=\"split\"} 0.0",
                        "broadsheet_stage_lag_seconds{" + common + "service=\"ingest\",stage=\"split\"} 1.5");
    }
}
