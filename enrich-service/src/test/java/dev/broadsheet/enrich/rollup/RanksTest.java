package dev.broadsheet.enrich.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.contracts.Metric;
import dev.broadsheet.contracts.PageVersion;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RanksTest {
    @Test
    void ranksSortByIssueDateThenReceiptThenMetricThenGeneration() {
        List<String> ranks = Stream.of(
                        Reports.report("z", 1, "9").setIssueDate(null),
                        Reports.report("z", 1, "9").setIssueDate(LocalDate.of(-44, 3, 15)),
                        Reports.report("z", 1, "9").setIssueDate(LocalDate.of(1969, 12, 31)),
                        Reports.report("z", 1, "9"),
                        Reports.report("a", 2, "9"),
                        Reports.report("a-1", 2, "9"),
                        Reports.report("b", 2, "9").setVersion(version(0, 1)),
                        Reports.report("b", 2, "9").setVersion(version(0, 2)),
                        Reports.report("b", 2, "9").setVersion(version(0, 10)),
                        Reports.report("a", 2, "9").setVersion(version(1, 1)),
                        Reports.report("a", 3, "9"),
                        Reports.report("a", 3, "9").setIssueDate(LocalDate.of(12_345, 1, 1)))
                .map(Metric.Builder::build)
                .map(Ranks::of)
                .toList();

        assertThat(ranks).isSorted().doesNotHaveDuplicates();
        assertThat(ranks).allSatisfy(rank -> assertThat(Ranks.seriesOf(rank)).isEqualTo(Ranks.seriesOf(ranks.get(0))));
    }

    @Test
    void aSeriesRanksLieBetweenItsBounds() {
        String rank = Ranks.of(Reports.report("~", 1, "9").build());
        String series = Ranks.seriesOf(rank);

        assertThat(List.of(Ranks.first(series), rank, Ranks.last(series))).isSorted();
        assertThat(Ranks.last("0".repeat(32))).isLessThan(Ranks.first("0".repeat(31) + "1"));
    }

    @Test
    void whatIsNewerIsToldByTheVersionAndByWhatIsRememberedOfARetraction() {
        Metric metric = Reports.report("b", 2, "9").setVersion(version(5, 3)).build();

        for (PageVersion older : List.of(version(5, 3), version(5, 2), version(4, 9))) {
            Metric other = Metric.newBuilder(metric).setVersion(older).build();
            assertThat(Ranks.isNewer(Ranks.of(other), metric)).isFalse();
            assertThat(Ranks.isNewer(Ranks.gone(other), metric)).isFalse();
        }
        for (PageVersion newer : List.of(version(5, 10), version(6, 1))) {
            Metric other = Metric.newBuilder(metric).setVersion(newer).build();
            assertThat(Ranks.isNewer(Ranks.of(other), metric)).isTrue();
            assertThat(Ranks.isNewer(Ranks.gone(other), metric)).isTrue();
        }
        assertThat(Ranks.isNewer(Ranks.gone(null), metric)).isTrue();
        assertThat(Ranks.isGone(Ranks.of(metric))).isFalse();
        assertThat(Ranks.isGone(Ranks.gone(metric))).isTrue();
    }

    private static PageVersion version(int seconds, long generation) {
        return new PageVersion(Reports.NOON.plusSeconds(seconds), "i", generation);
    }
}
