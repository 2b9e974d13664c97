package dev.broadsheet.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.ingest.feed.Feed;
import dev.broadsheet.ingest.intake.IssueReader.Fault;
import dev.broadsheet.runtime.Telemetry;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntakeTelemetryTest {
    private static final Instant NOW = Instant.parse("2044-03-08T12:00:00Z");

    @TempDir
    Path folder;

    @Test
    void beyondTheHundredthFeedOneLabelHoldsTheSumAndTheStageCountsEachFileOnce() {
        List<Feed> feeds = IntStream.rangeClosed(1, 103).mapToObj(this::feed).toList();
        try (Telemetry telemetry = new Telemetry("ingest", "ingest-1")) {
            MeterRegistry meters = telemetry.registry();
            IntakeTelemetry told = new IntakeTelemetry(feeds, meters, Clock.fixed(NOW, ZoneOffset.UTC));
            for (int i : new int[] {1, 100, 101, 102, 103}) {
                Feed feed = feeds.get(i - 1);
                Claim claim = new Claim(
                        feed, feed.folder().resolve("a.txt"), new Stamp(NOW, 10, NOW, NOW.minusSeconds(i), "ingest-1"));
                told.of(feed).claimed(claim);
                told.of(feed).waiting(new WaitingFiles(i, Optional.empty()));
                if (i == 102) {
                    told.of(feed).received(claim);
                }
                if (i == 103) {
                    told.rejected(claim, Fault.EMPTY);
                }
            }

            assertThat(meters.get("broadsheet.ingest.deliveries").counters()).hasSize(101);
            assertThat(meters.get("broadsheet.ingest.deliveries")
                            .tag("feed", "other")
                            .counter()
                            .count())
                    .isEqualTo(3);
            assertThat(gauge(meters, "broadsheet.ingest.pending", "other")).isEqualTo(1);
            assertThat(gauge(meters, "broadsheet.feed.waiting.files", "other")).isEqualTo(101 + 102 + 103);
            assertThat(gauge(meters, "broadsheet.feed.oldest.file.seconds", "other"))
                    .isEqualTo(101);
            assertThat(gauge(meters, "broadsheet.feed.expect.seconds", "other")).isEqualTo(103);
            assertThat(gauge(meters, "broadsheet.feed.last.arrival.seconds", "feed-2"))
                    .isNaN();
            assertThat(gauge(meters, "broadsheet.ingest.pending", "feed-100")).isEqualTo(1);
            assertThat(told.processed()).isEqualTo(2);
        }
    }

    private Feed feed(int number) {
        Feed any = Feed.standard(folder.resolve("drop-" + number), null, null);
        return new Feed(
                "feed-" + number,
                any.folder(),
                folder.resolve("done-" + number),
                folder.resolve("rejected-" + number),
                null,
                any.zone(),
                any.pattern(),
                any.schedule(),
                Duration.ofSeconds(number));
    }

    private static double gauge(MeterRegistry meters, String name, String feed) {
        return meters.get(name).tag("feed", feed).gauge().value();
    }
}
