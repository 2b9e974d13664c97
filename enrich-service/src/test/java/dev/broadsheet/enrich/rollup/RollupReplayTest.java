package dev.broadsheet.enrich.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.contracts.LatestMetric;
import dev.broadsheet.contracts.Metric;
import dev.broadsheet.contracts.PageVersion;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A metric that is replayed comes after its time: what was read of its metricId since then stands. */
class RollupReplayTest {
    private static final Metric FAILED = Reports.report("m1", 5, "100").build();

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init") // before each test
    private Rollup rollup;

    @BeforeEach
    void start() {
        rollup = new Rollup(folder);
    }

    @AfterEach
    void stop() {
        rollup.close();
    }

    @Test
    void aMetricOfWhichNothingElseWasReadTakesItsPlace() {
        rollup.send(Reports.report("m0", 3, "50").build());

        rollup.replay(FAILED);

        assertThat(rollup.table().values())
                .singleElement()
                .returns("100", LatestMetric::getValue)
                .returns(2L, LatestMetric::getReports);
    }

    @Test
    void aLaterGenerationStands() {
        rollup.send(Metric.newBuilder(FAILED)
                .setVersion(new PageVersion(Reports.NOON, "i-m1", 2L))
                .setValue("101")
                .setNormalizedValue("101")
                .build());

        rollup.replay(FAILED);

        assertThat(rollup.table().values()).singleElement().returns("101", LatestMetric::getValue);
        assertThat(rollup.counted("broadsheet.rollup.metrics", "passed_over")).isEqualTo(1);
    }

    @Test
    void aMetricThatWasRetractedMeanwhileStaysRetractedThoughItNeverStood() {
        rollup.send(Reports.retraction(FAILED));

        rollup.replay(FAILED);

        assertThat(rollup.table()).isEmpty();
    }

    @Test
    void aTombstoneMeanwhileStands() {
        rollup.send(FAILED.getMetricId(), null);

        rollup.replay(FAILED);

        assertThat(rollup.table()).isEmpty();
    }

    @Test
    void aMetricThatCameBackAfterItsRetractionIsTakenAsItComes() {
        rollup.send(FAILED);
        rollup.send(Reports.retraction(FAILED));
        rollup.send(FAILED);

        assertThat(rollup.table().values()).singleElement().returns("100", LatestMetric::getValue);
    }

    @Test
    void replayedTwiceItIsWrittenOnce() {
        rollup.replay(FAILED);
        rollup.replay(FAILED);

        assertThat(rollup.latest.readRecordsToList()).hasSize(1);
    }
}
