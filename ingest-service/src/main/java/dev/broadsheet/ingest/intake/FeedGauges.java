package dev.broadsheet.ingest.intake;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** The gauges of the feeds that share a label: files are added up, of times and states the largest is told. */
final class FeedGauges {
    private final String label;
    private final List<FeedTelemetry> feeds;
    private final MeterRegistry meters;

    private FeedGauges(String label, List<FeedTelemetry> feeds, MeterRegistry meters) {
        this.label = label;
        this.feeds = feeds;
        this.meters = meters;
    }

    static void register(String label, List<FeedTelemetry> feeds, MeterRegistry meters) {
        FeedGauges gauges = new FeedGauges(label, feeds, meters);
        gauges.sum(
                "broadsheet.ingest.pending",
                "Files claimed and neither received nor rejected yet",
                FeedTelemetry::pending);
        gauges.sum(
                "broadsheet.feed.waiting.files",
                "Files in the folder that are not claimed",
                FeedTelemetry::waitingFiles);
        gauges.max(
                "broadsheet.feed.last.arrival.seconds",
                "When the last file was claimed",
                FeedTelemetry::lastArrivalSeconds);
        gauges.max("broadsheet.feed.expect.seconds", "Longest silence that is normal", FeedTelemetry::expectSeconds);
        gauges.max("broadsheet.feed.overdue.seconds", "Silence beyond what is normal", FeedTelemetry::overdueSeconds);
        gauges.max("broadsheet.feed.open", "1 while the schedule lets files be taken, else 0", FeedTelemetry::open);
        gauges.max(
                "broadsheet.feed.oldest.file.seconds",
                "Age of the oldest file that waits",
                FeedTelemetry::oldestSeconds);
    }

    private void sum(String name, String description, ToDoubleFunction<FeedTelemetry> value) {
        gauge(name, description, () -> feeds.stream().mapToDouble(value).sum());
    }

    private void max(String name, String description, ToDoubleFunction<FeedTelemetry> value) {
        gauge(
                name,
                description,
                () -> feeds.stream()
                        .mapToDouble(value)
                        .filter(number -> !Double.isNaN(number))
                        .max()
                        .orElse(Double.NaN));
    }

    private void gauge(String name, String description, Supplier<Number> value) {
        Gauge.builder(name, value).description(description).tag("feed", label).register(meters);
    }
}
