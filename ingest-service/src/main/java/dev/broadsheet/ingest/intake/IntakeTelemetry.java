package dev.broadsheet.ingest.intake;

import dev.broadsheet.ingest.feed.Feed;
import dev.broadsheet.ingest.intake.IssueReader.Fault;
import dev.broadsheet.runtime.StageWork;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What the intake tells of its feeds, and of itself as a stage. Any thread. */
final class IntakeTelemetry implements StageWork {
    private static final String STAGE = "intake";

    private final MeterRegistry meters;
    private final Map<String, FeedTelemetry> feeds;

    IntakeTelemetry(List<Feed> feeds, MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.feeds =
                feeds.stream().collect(Collectors.toMap(Feed::name, feed -> new FeedTelemetry(feed, meters, clock)));
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
        return feeds.values().stream().mapToDouble(FeedTelemetry::done).sum();
    }

    @Override
    public double lagSeconds() {
        return feeds.values().stream()
                .mapToDouble(FeedTelemetry::oldestSeconds)
                .max()
                .orElse(0);
    }
}
