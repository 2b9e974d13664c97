package dev.broadsheet.sink;

import dev.broadsheet.sink.store.Unfinished;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What the last look at the store found. An instance that does not look exports no gauge of it, so sums over instances are right. Any thread. */
final class WatchTelemetry {
    private static final int MOST_PUBLICATIONS = 100;

    private final MeterRegistry meters;
    private final Tags store;
    private final MultiGauge pages;
    private final MultiGauge oldest;
    private final MultiGauge missing;

    WatchTelemetry(MeterRegistry meters, String store) {
        this.meters = meters;
        this.store = Tags.of("store", store);
        this.pages = gauge("store.unfinished.pages", "Pages that are in the store and not whole yet");
        this.oldest = gauge("store.oldest.unfinished.seconds", "Age of the oldest of them since its claim");
        this.missing = gauge("edition.missing.pages", "Pages missing inside editions");
        List.of("done", "failed", "elsewhere").forEach(result -> count(result, 0));
    }

    /** {@code gaps}: pages missing by publication, none of them zero. */
    void found(Unfinished unfinished, Map<String, Integer> gaps, Instant now) {
        Instant since = unfinished.oldest();
        double age = since == null ? 0 : Duration.between(since, now).toMillis() / 1000.0;
        pages.register(List.of(MultiGauge.Row.of(store, unfinished.pages())), true);
        oldest.register(List.of(MultiGauge.Row.of(store, Math.max(0, age))), true);
        missing.register(rows(gaps), true);
        count("done", 1);
    }

    void failed() {
        count("failed", 1);
    }

    /** Another instance looks. */
    void elsewhere() {
        List.of(pages, oldest, missing).forEach(gauge -> gauge.register(List.of(), true));
        count("elsewhere", 1);
    }

    // Names of newspapers come from file names: there may be any number of them.
    private static List<MultiGauge.Row<?>> rows(Map<String, Integer> gaps) {
        List<Map.Entry<String, Integer>> most = gaps.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
        List<MultiGauge.Row<?>> rows = new ArrayList<>();
        most.stream().limit(MOST_PUBLICATIONS).forEach(gap -> rows.add(row(gap.getKey(), gap.getValue())));
        if (rows.isEmpty()) {
            rows.add(row("none", 0));
        } else if (most.size() > MOST_PUBLICATIONS) {
            rows.add(row(
                    "other",
                    most.stream()
                            .skip(MOST_PUBLICATIONS)
                            .mapToInt(Map.Entry::getValue)
                            .sum()));
        }
        return rows;
    }

    private static MultiGauge.Row<?> row(String publication, int pages) {
        return MultiGauge.Row.of(Tags.of("publication", publication), pages);
    }

    private MultiGauge gauge(String name, String description) {
        return MultiGauge.builder("broadsheet." + name).description(description).register(meters);
    }

    private void count(String result, int times) {
        meters.counter("broadsheet.store.watch.runs", "result", result).increment(times);
    }
}
