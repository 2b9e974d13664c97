package dev.broadsheet.enrich.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.contracts.LatestMetric;
import dev.broadsheet.contracts.Metric;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Histories of many metrics (corrections, moves between series, retractions, comebacks) mixed in random orders; each metric's own
 * records stay in order, as they do on the topic. The table is the same whichever the order, and the same from the compacted log.
 */
class RollupRebuildTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyOrderAndTheCompactedLogGiveTheSameTable(long seed) {
        Random random = new Random(seed);
        List<List<Metric>> histories = MetricHistories.histories(random, 60);
        List<Metric> log = MetricHistories.mixed(histories, random);
        Map<String, LatestMetric> table = play(log, "whole");

        assertThat(table).isNotEmpty().isEqualTo(MetricHistories.expected(log));
        assertThat(play(MetricHistories.mixed(histories, random), "other")).isEqualTo(table);
        assertThat(play(MetricHistories.compacted(log), "compacted")).isEqualTo(table);
        assertThat(play(partlyCompacted(log, random), "partly")).isEqualTo(table);
        assertThat(play(twice(log), "twice")).isEqualTo(table);
    }

    private Map<String, LatestMetric> play(List<Metric> log, String name) {
        try (Rollup rollup = new Rollup(folder.resolve(name))) {
            log.forEach(rollup::send);
            return new TreeMap<>(rollup.table());
        }
    }

    /** Kafka may leave any of the superseded records behind. */
    private static List<Metric> partlyCompacted(List<Metric> log, Random random) {
        List<Metric> last = MetricHistories.compacted(log);
        return log.stream()
                .filter(metric -> last.contains(metric) || random.nextBoolean())
                .toList();
    }

    private static List<Metric> twice(List<Metric> log) {
        List<Metric> both = new ArrayList<>(log);
        both.addAll(log);
        return both;
    }
}
