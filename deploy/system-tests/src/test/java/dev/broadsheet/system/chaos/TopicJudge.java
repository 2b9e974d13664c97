package dev.broadsheet.system.chaos;

import dev.broadsheet.contracts.Ids;
import dev.broadsheet.contracts.LatestMetric;
import dev.broadsheet.contracts.Metric;
import dev.broadsheet.contracts.RawIssue;
import dev.broadsheet.system.chaos.Findings.Breach;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Compares what lies on the topics with what a calm run of the same bytes leaves there, key by key and record by record. */
record TopicJudge(Feed feed, Evidence evidence, Expected expected, Findings findings) {
    void judge() {
        issues();
        compare("pages", byKey(evidence.pages(), Object::toString), render(expected.pages));
        compare("articles", byKey(evidence.articles(), Object::toString), render(expected.articles));
        compare("articles.enriched", byKey(evidence.enriched(), Object::toString), render(expected.enriched));
        compare("metrics", byKey(evidence.metrics(), Expected::told), expected.metrics);
        latest();
    }

    /** Every readable delivery is there; the same record may have been sent again after a crash. */
    private void issues() {
        Map<String, RawIssue> deliveries = new HashMap<>();
        for (Kept<RawIssue> issue : evidence.issues()) {
            String id = issue.some().getDelivery().getDeliveryId();
            RawIssue before = deliveries.putIfAbsent(id, issue.some());
            if (before != null && before.equals(issue.some())) {
                findings.again("issues", 1);
            } else if (before != null) {
                String file = before.getDelivery().getFileName();
                findings.add(Breach.DUPLICATED, "issues: " + file + " " + id + " came again with other bytes");
            }
        }
        Map<String, RawIssue> byFile = new HashMap<>();
        deliveries.values().forEach(issue -> byFile.put(issue.getDelivery().getFileName(), issue));
        for (Delivery delivery : feed.deliveries()) {
            RawIssue issue = byFile.get(delivery.fileName());
            boolean mayDiffer = delivery.kind() == Delivery.Kind.REJECTED || delivery.kind() == Delivery.Kind.TRUNCATED;
            if (mayDiffer) {
                continue;
            }
            if (issue == null) {
                findings.add(Breach.LOST, "issues: " + delivery.fileName());
            } else if (!isWhole(issue, delivery)) {
                findings.add(Breach.WRONG, "issues: " + delivery.fileName() + " is not what was handed in");
            }
        }
    }

    private static boolean isWhole(RawIssue issue, Delivery delivery) {
        ByteBuffer handedIn = ByteBuffer.wrap(delivery.text().getBytes(StandardCharsets.UTF_8));
        return issue.getContent().equals(handedIn) && issue.getIssueId().equals(Expected.issueId(delivery));
    }

    /** The newest figure of each series, by issue date, then receivedAt, then metricId, and how many report it. */
    private void latest() {
        Comparator<Metric> newest = Comparator.comparing(
                        Metric::getIssueDate, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(metric -> metric.getVersion().getReceivedAt())
                .thenComparing(Metric::getMetricId);
        Map<String, List<Metric>> series = new TreeMap<>();
        expected.standingMetrics()
                .forEach(metric -> series.computeIfAbsent(Ids.seriesId(metric), unused -> new ArrayList<>())
                        .add(metric));
        Map<String, String> wanted = new TreeMap<>();
        series.forEach((id, metrics) ->
                wanted.put(id, metrics.stream().max(newest).orElseThrow().getMetricId() + " of " + metrics.size()));
        Map<String, String> actual = new TreeMap<>();
        lastLatest(evidence)
                .forEach((id, latest) -> actual.put(id, latest.getMetricId() + " of " + latest.getReports()));
        same("metrics.latest", actual, wanted, findings);
    }

    /** What stands on metrics.latest. */
    static Map<String, LatestMetric> lastLatest(Evidence evidence) {
        Map<String, LatestMetric> last = new TreeMap<>();
        for (Kept<LatestMetric> record : evidence.latest()) {
            if (record.value() == null) {
                last.remove(record.key());
            } else {
                last.put(record.key(), record.value());
            }
        }
        return last;
    }

    private void compare(String topic, Map<String, List<String>> actual, Map<String, List<String>> wanted) {
        wanted.forEach((key, records) -> compare(topic + " " + key, actual.getOrDefault(key, List.of()), records));
        actual.keySet().stream()
                .filter(key -> !wanted.containsKey(key))
                .forEach(key -> findings.add(Breach.WRONG, topic + " " + key + " should not be there"));
    }

    private void compare(String what, List<String> actual, List<String> wanted) {
        if (actual.equals(wanted)) {
            return;
        }
        List<String> surplus = new ArrayList<>(actual);
        for (String record : wanted) {
            if (!surplus.remove(record) && actual.size() < wanted.size()) {
                findings.add(Breach.LOST, what + ": " + record);
            }
        }
        for (String record : surplus) {
            findings.add(wanted.contains(record) ? Breach.DUPLICATED : Breach.WRONG, what + ": " + record);
        }
        if (surplus.isEmpty() && actual.size() == wanted.size()) {
            findings.add(Breach.WRONG, what + ": in another order than it was written");
        }
    }

    /** Two maps that have to be the same. */
    static void same(String where, Map<String, String> actual, Map<String, String> wanted, Findings findings) {
        wanted.forEach((key, value) -> {
            String found = actual.get(key);
            if (found == null) {
                findings.add(Breach.LOST, where + " " + key + ": " + value);
            } else if (!found.equals(value)) {
                findings.add(Breach.WRONG, where + " " + key + " is " + found + " instead of " + value);
            }
        });
        actual.forEach((key, value) -> {
            if (!wanted.containsKey(key)) {
                findings.add(Breach.WRONG, where + " " + key + " should not be there: " + value);
            }
        });
    }

    private static <T> Map<String, List<String>> byKey(List<Kept<T>> records, Function<T, String> told) {
        Map<String, List<String>> byKey = new LinkedHashMap<>();
        records.forEach(record ->
                byKey.computeIfAbsent(record.key(), unused -> new ArrayList<>()).add(told.apply(record.some())));
        return byKey;
    }

    private static <T> Map<String, List<String>> render(Map<String, List<T>> records) {
        Map<String, List<String>> rendered = new LinkedHashMap<>();
        records.forEach((key, list) ->
                rendered.put(key, list.stream().map(String::valueOf).toList()));
        return rendered;
    }
}
