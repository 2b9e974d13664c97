package dev.broadsheet.ingest.intake;

import dev.broadsheet.ingest.feed.Feed;
import dev.broadsheet.ingest.intake.IssueReader.Fault;
import dev.broadsheet.runtime.StageWork;
import dev.broadsheet.runtime.Telemetry;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the intake tells of its feeds, and of itself as a stage. Any thread. */
final class IntakeTelemetry implements StageWork {
    private static final Logger LOG = LoggerFactory.getLogger(IntakeTelemetry.class);
    private static final String STAGE = "intake";

    private final MeterRegistry meters;
    private final Map<String, FeedTelemetry> feeds;

    IntakeTelemetry(List<Feed> feeds, MeterRegistry meters, Clock clock) {
        this.meters = meters;
        Map<String, List<Feed>> labels = FeedLabels.of(feeds);
        Map<String, FeedTelemetry> known = new HashMap<>();
        labels.forEach((label, labelled) -> {
            labelled.forEach(feed -> known.put(feed.name(), new FeedTelemetry(feed, label, meters, clock)));
            FeedGauges.register(
                    label,
                    labelled.stream()
                            .map(feed -> Objects.requireNonNull(known.get(feed.name())))
                            .toList(),
                    meters);
        });
        this.feeds = Map.copyOf(known);
        if (labels.size() < feeds.size()) {
            LOG.warn(
                    "of {} feeds the first {} are told of one by one; the others share the label feed=\"{}\", their files added up",
                    feeds.size(),
                    Telemetry.MOST_VALUES,
                    Telemetry.OTHER);
        }
        StageWork.bind(this, STAGE, meters);
    }

    FeedTelemetry of(Feed feed) {
        return Objects.requireNonNull(feeds.get(feed.name()));
    }

    void rejected(Claim claimed, Fault fault) {
        of(claimed.feed()).rejected(claimed, fault);
        StageWork.failed(meters, STAGE, 1);
    }

    @Override
    public double processed() {
        return feeds.values().stream().mapToLong(FeedTelemetry::done).sum();
    }

    @Override
    public double lagSeconds() {
        return feeds.values().stream()
                .mapToDouble(FeedTelemetry::oldestSeconds)
                .max()
                .orElse(0);
    }
}
