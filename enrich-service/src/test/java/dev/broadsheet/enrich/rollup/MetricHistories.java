package dev.broadsheet.enrich.rollup;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import dev.broadsheet.contracts.Ids;
import dev.broadsheet.contracts.LatestMetric;
import dev.broadsheet.contracts.Metric;
import dev.broadsheet.contracts.MetricStatus;
import dev.broadsheet.contracts.PageVersion;
import dev.broadsheet.contracts.RecordState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Histories of metrics (corrections, moves between series, retractions, comebacks), and the table that they have to give. */
public final class MetricHistories {
    private static final Comparator<Metric> NEWEST = comparing(
                    Metric::getIssueDate, nullsFirst(Comparator.<LocalDate>naturalOrder()))
            .thenComparing(metric -> metric.getVersion().getReceivedAt())
            .thenComparing(Metric::getMetricId, naturalOrder());

    private MetricHistories() {}

    /** Histories of so many metrics, mixed. */
    public static List<Metric> log(Random random, int metrics) {
        return mixed(histories(random, metrics), random);
    }

    /** What the contract says, from the last record of each metric, without ranks and stores. */
    public static Map<String, LatestMetric> expected(List<Metric> log) {
        Map<String, List<Metric>> series = new HashMap<>();
        for (Metric metric : compacted(log)) {
            if (metric.getState() == RecordState.CURRENT) {
                series.computeIfAbsent(Ids.seriesId(metric), id -> new ArrayList<>())
                        .add(metric);
            }
        }
        Map<String, LatestMetric> table = new TreeMap<>();
        series.forEach((id, metrics) ->
                table.put(id, LatestMetrics.of(id, metrics.stream().max(NEWEST).orElseThrow(), metrics.size())));
        return table;
    }

    /** The last record of each metric, in order. */
    public static List<Metric> compacted(List<Metric> log) {
        Map<String, Metric> last = new LinkedHashMap<>();
        for (Metric metric : log) {
            last.remove(metric.getMetricId());
            last.put(metric.getMetricId(), metric);
        }
        return List.copyOf(last.values());
    }

    /** One log of all, each history in its own order. */
    static List<Metric> mixed(List<List<Metric>> histories, Random random) {
        int[] next = new int[histories.size()];
        List<Metric> log = new ArrayList<>();
        List<Integer> left = new ArrayList<>();
        for (int i = 0; i < histories.size(); i++) {
            left.add(i);
        }
        while (!left.isEmpty()) {
            int chosen = left.get(random.nextInt(left.size()));
            log.add(histories.get(chosen).get(next[chosen]++));
            if (next[chosen] == histories.get(chosen).size()) {
                left.remove(Integer.valueOf(chosen));
            }
        }
        return log;
    }

    static List<List<Metric>> histories(Random random, int metrics) {
        List<List<Metric>> histories = new ArrayList<>();
        for (int i = 0; i < metrics; i++) {
            histories.add(history("m" + i, random));
        }
        return histories;
    }

    /** Up to six versions; few days, times and series, so that many are tied. */
    private static List<Metric> history(String id, Random random) {
        List<Metric> history = new ArrayList<>();
        LocalDate date = random.nextInt(4) == 0 ? null : LocalDate.of(2024, 3, 1 + random.nextInt(3));
        int versions = 1 + random.nextInt(6);
        for (int version = 0; version < versions; version++) {
            Metric metric = Reports.report(id, 1, Integer.toString(random.nextInt(1_000)))
                    .setIssueDate(date)
                    .setVersion(new PageVersion(
                            Reports.NOON.plusSeconds(version / 2 + random.nextInt(2)), "i-" + id, version + 1L))
                    .setIndicator(List.of("投资", "产值", "人口").get(random.nextInt(3)))
                    .setStatus(random.nextBoolean() ? MetricStatus.ACTUAL : MetricStatus.TARGET)
                    .build();
            history.add(random.nextInt(4) == 0 ? Reports.retraction(metric) : metric);
        }
        return history;
    }
}
