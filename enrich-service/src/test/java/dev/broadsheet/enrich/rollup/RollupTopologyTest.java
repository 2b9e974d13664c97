package dev.broadsheet.enrich.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.contracts.GrowthBase;
import dev.broadsheet.contracts.Ids;
import dev.broadsheet.contracts.LatestMetric;
import dev.broadsheet.contracts.Metric;
import dev.broadsheet.contracts.MetricKind;
import dev.broadsheet.contracts.MetricStatus;
import dev.broadsheet.contracts.PageVersion;
import dev.broadsheet.contracts.Period;
import dev.broadsheet.contracts.Region;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RollupTopologyTest {
    private static final Metric OLDER = Reports.report("m1", 1, "100").build();
    private static final Metric NEWER = Reports.report("m2", 5, "200").build();
    private static final String SERIES = Ids.seriesId(OLDER);

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
    void theNewestFigureCarriesItsSeriesAndItsEvidence() {
        rollup.send(OLDER);

        LatestMetric latest = only();
        assertThat(latest)
                .returns(SERIES, LatestMetric::getSeriesId)
                .returns(Reports.COUNTY, LatestMetric::getRegion)
                .returns(Reports.YEAR, LatestMetric::getPeriod)
                .returns("100", LatestMetric::getNormalizedValue)
                .returns("m1", LatestMetric::getMetricId)
                .returns("完成投资100元", LatestMetric::getQuote)
                .returns(List.of(7), LatestMetric::getLines)
                .returns(OLDER.getVersion(), LatestMetric::getVersion)
                .returns(1L, LatestMetric::getReports);
    }

    @Test
    void newestIsByIssueDateAndNeverByArrival() {
        rollup.send(NEWER);
        rollup.send(OLDER);
        rollup.send(Reports.report("m3", 9, "300").setIssueDate(null).build());

        assertThat(only()).returns("200", LatestMetric::getValue).returns(3L, LatestMetric::getReports);
    }

    @Test
    void ofOneIssueDateTheLaterReceivedAndThenTheHigherMetricIdIsNewest() {
        rollup.send(Reports.report("m1", 5, "1")
                .setVersion(new PageVersion(Reports.NOON.plusSeconds(1), "i", 1L))
                .build());
        rollup.send(Reports.report("m3", 5, "3").build());
        assertThat(only().getMetricId()).isEqualTo("m1");

        rollup.send(Reports.retraction(Reports.report("m1", 5, "1").build()));
        rollup.send(Reports.report("m2", 5, "2").build());
        assertThat(only().getMetricId()).isEqualTo("m3");
    }

    @Test
    void aRetractionRestoresTheFigureBeforeAndTheLastOneEmptiesTheSeries() {
        rollup.send(OLDER);
        rollup.send(NEWER);

        rollup.send(Reports.retraction(NEWER));
        assertThat(only()).returns("100", LatestMetric::getValue).returns(1L, LatestMetric::getReports);

        rollup.send(Reports.retraction(OLDER));
        assertThat(rollup.table()).isEmpty();
    }

    @Test
    void aTombstoneTakesAFigureAwayAsARetractionDoes() {
        rollup.send(OLDER);
        rollup.send(NEWER);
        rollup.send("m2", null);

        assertThat(only().getValue()).isEqualTo("100");
    }

    @Test
    void aCorrectedFigureReplacesItselfInOneStep() {
        rollup.send(OLDER);
        rollup.send(NEWER);
        rollup.table();
        rollup.send(Metric.newBuilder(NEWER)
                .setVersion(new PageVersion(Reports.NOON.plusSeconds(1), "i-m2", 2L))
                .setValue("210")
                .build());

        assertThat(rollup.latest.readValuesToList())
                .singleElement()
                .returns("210", LatestMetric::getValue)
                .returns(2L, LatestMetric::getReports);
    }

    @Test
    void aFigureCorrectedIntoAnotherSeriesLeavesTheFirstOne() {
        rollup.send(OLDER);
        rollup.send(NEWER);
        rollup.send(Metric.newBuilder(NEWER).setStatus(MetricStatus.TARGET).build());

        assertThat(rollup.table().values())
                .extracting(latest -> latest.getStatus() + " " + latest.getValue() + " " + latest.getReports())
                .containsExactlyInAnyOrder("ACTUAL 100 1", "TARGET 200 1");
        assertThat(rollup.counted("broadsheet.rollup.metrics", "moved")).isEqualTo(1);
    }

    @Test
    void regionSubjectIndicatorUnitKindPeriodAndStatusMakeASeriesAndNothingElseDoes() {
        rollup.send(OLDER);
        rollup.send(Reports.report("m1b", 1, "100")
                .setRegion(new Region("青川", "510822", null))
                .setPeriod(new Period("2023年", Reports.YEAR.getFrom(), Reports.YEAR.getTo()))
                .setPublication("江岭晨报")
                .setUnit("万元")
                .build());
        assertThat(rollup.table()).hasSize(1);

        rollup.send(Reports.report("m2", 1, "1").setRegion(null).build());
        rollup.send(Reports.report("m3", 1, "1").setSubject("青川水库").build());
        rollup.send(Reports.report("m4", 1, "1").setIndicator("总投资").build());
        rollup.send(Reports.report("m5", 1, "1").setNormalizedUnit("USD").build());
        rollup.send(Reports.report("m6", 1, "1").setKind(MetricKind.GROWTH).build());
        rollup.send(Reports.report("m7", 1, "1").setPeriod(null).build());
        rollup.send(Reports.report("m8", 1, "1").setStatus(MetricStatus.TARGET).build());
        rollup.send(Reports.report("m9", 1, "1")
                .setRegion(new Region("青川县", null, "四川省/广元市/青川县"))
                .build());
        assertThat(rollup.table()).hasSize(9);
    }

    @Test
    void eachBaseOfAGrowthIsASeriesThatNamesIt() {
        rollup.send(growth("m1", GrowthBase.YEAR_ON_YEAR, "8"));
        rollup.send(growth("m2", GrowthBase.PREVIOUS_PERIOD, "2"));
        rollup.send(growth("m3", GrowthBase.YEAR_ON_YEAR, "9"));

        assertThat(rollup.table().values())
                .extracting(latest -> latest.getGrowthBase() + " " + latest.getValue() + " " + latest.getReports())
                .containsExactlyInAnyOrder("YEAR_ON_YEAR 9 2", "PREVIOUS_PERIOD 2 1");
    }

    @Test
    void twoWordsForOneThingAreOneSeriesThatShowsTheNewestOnes() {
        Metric newer = named(Reports.report("m1", 2, "9"), "GDP");
        rollup.send(newer);
        rollup.send(named(Reports.report("m2", 1, "8"), "全市生产总值"));

        LatestMetric latest = rollup.table().get(Ids.seriesId(newer));
        assertThat(latest)
                .returns("GDP", LatestMetric::getIndicator)
                .returns("地区生产总值", LatestMetric::getCanonicalIndicator)
                .returns("9", LatestMetric::getValue)
                .returns(2L, LatestMetric::getReports);
    }

    @Test
    void aLevelHasNoBase() {
        rollup.send(OLDER);

        assertThat(only().getGrowthBase()).isNull();
    }

    @Test
    void whatComesAgainChangesNothingAndWhatWasNeverThereIsPassedOver() {
        rollup.send(OLDER);
        rollup.table();
        rollup.send(OLDER);
        rollup.send(Reports.retraction(NEWER));
        rollup.send("m3", null);

        assertThat(rollup.latest.isEmpty()).isTrue();
        assertThat(rollup.counted("broadsheet.rollup.metrics", "passed_over")).isEqualTo(2);
        assertThat(rollup.counted("broadsheet.rollup.series", "unchanged")).isEqualTo(1);
    }

    @Test
    void recordsCarryTheHeadersOfTheReportThatIsNewestAndTombstonesNone() {
        rollup.send(OLDER);
        rollup.send(Reports.retraction(OLDER));

        List<TestRecord<String, LatestMetric>> records = rollup.latest.readRecordsToList();
        assertThat(records.get(0).headers().toArray())
                .extracting(header -> header.key() + "=" + new String(header.value(), StandardCharsets.UTF_8))
                .containsExactly("publication=青川晚报", "region=510822", "generation=1");
        assertThat(records.get(1).headers().toArray()).isEmpty();
    }

    @Test
    void aSeriesOfThousandsOfReportsKeepsThemAll() {
        for (int i = 0; i < 3_000; i++) {
            rollup.send(Reports.report("m" + i, 1 + i % 28, "" + i).build());
        }
        for (int i = 1; i < 3_000; i++) {
            rollup.send(Reports.retraction(Reports.report("m" + i, 1, "").build()));
        }

        assertThat(only()).returns("0", LatestMetric::getValue).returns(1L, LatestMetric::getReports);
    }

    @Test
    void theTopologyIsTheOneThatWasReviewed() throws IOException {
        try (InputStream golden = Objects.requireNonNull(getClass().getResourceAsStream("topology.txt"))) {
            assertThat(rollup.topology().describe())
                    .hasToString(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static Metric named(Metric.Builder report, String indicator) {
        return report.setIndicator(indicator).setCanonicalIndicator("地区生产总值").build();
    }

    private static Metric growth(String id, GrowthBase base, String percent) {
        return Reports.report(id, 1, percent)
                .setUnit("%")
                .setNormalizedUnit("percent")
                .setKind(MetricKind.GROWTH)
                .setGrowthBase(base)
                .build();
    }

    private LatestMetric only() {
        assertThat(rollup.table()).hasSize(1);
        return Objects.requireNonNull(rollup.table().get(SERIES));
    }
}
