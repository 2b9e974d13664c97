package dev.broadsheet.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.contracts.Delivery;
import dev.broadsheet.ingest.feed.Feed;
import dev.broadsheet.ingest.feed.Schedule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

/** What is told of when files came, and of feeds that are paused or closed. */
class FeedTimesTest extends IntakeFixture {
    @Test
    void filesOfAPausedFeedWaitUntilItIsResumed() throws InterruptedException {
        broker.paused.add(feed.name());
        start();
        drop(NAME, TEXT);

        Thread.sleep(1_500);
        assertThat(broker.records()).isEmpty();
        assertThat(feed.folder().resolve(NAME)).exists();
        assertThat(gauge("broadsheet.feed.waiting.files")).isEqualTo(1);
        assertThat(gauge("broadsheet.stage.lag.seconds")).as("it may wait").isZero();

        Instant resumed = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        broker.resumed.put(feed.name(), resumed);
        broker.paused.remove(feed.name());
        within(5, () -> assertThat(done()).containsExactly(NAME));
        Delivery delivery = only(broker.issues()).getDelivery();
        assertThat(delivery.getArrivedAt())
                .as("it is not late by the time of the pause")
                .isEqualTo(resumed);
        assertThat(delivery.getModifiedAt()).as("its own time stays").isBefore(resumed);
    }

    @Test
    void aFileThatComesAfterAResumeHasItsOwnTimeAndNoneIsOfTheFuture() throws IOException {
        Files.createDirectories(feed.folder());
        drop(NAME, TEXT);
        Path file = feed.folder().resolve(NAME);
        Instant changed = ((FileTime) Files.getAttribute(file, "unix:ctime")).toInstant();
        Instant now = changed.plusSeconds(60).truncatedTo(ChronoUnit.MILLIS);

        broker.resumed.put(feed.name(), changed.minusSeconds(1));
        assertThat(Arrived.at(file, feed, broker.gate, now)).contains(changed.truncatedTo(ChronoUnit.MILLIS));
        broker.resumed.put(feed.name(), now.plusSeconds(5));
        assertThat(Arrived.at(file, feed, broker.gate, now))
                .as("the operator's clock is ahead")
                .contains(now);
    }

    @Test
    void aPauseEndsALookThatIsUnderWay() throws InterruptedException {
        broker.pausedFrom = 3;
        for (int i = 0; i < 60; i++) {
            drop("flood-" + i + ".txt", TEXT + i);
        }
        start();

        within(5, () -> assertThat(broker.issues()).hasSizeGreaterThanOrEqualTo(3));
        Thread.sleep(1_500);
        assertThat(broker.issues()).as("some were begun before").hasSizeLessThan(30);

        broker.pausedFrom = Integer.MAX_VALUE;
        within(10, () -> assertThat(done()).hasSize(60));
    }

    @Test
    void theDeliveryTellsWhenTheFileWasMovedInThoughItIsOld() throws Exception {
        start();
        within(2, () -> assertThat(broker.health.ready()).isTrue());
        Instant before = Instant.now();
        Path written = Files.writeString(folder.resolve("writing"), TEXT);
        Files.setLastModifiedTime(written, FileTime.from(Instant.parse("2001-01-01T00:00:00Z")));
        Files.move(written, feed.folder().resolve("old.txt"), StandardCopyOption.ATOMIC_MOVE);
        Instant after = Instant.now();

        within(2, () -> assertThat(done()).containsExactly("old.txt"));
        Delivery delivery = only(broker.issues()).getDelivery();
        assertThat(delivery.getArrivedAt()).isBetween(before.minusMillis(20), after.plusMillis(1));
        assertThat(delivery.getReceivedAt()).isAfterOrEqualTo(delivery.getArrivedAt());
        assertThat(broker.meters.get("broadsheet.ingest.claim").timer().count()).isEqualTo(1);
    }

    @Test
    void aFeedIsCountedByItselfWithWhatWasWrongAndWhatIsOverdue() {
        Feed expecting = feed("evening", feed.schedule(), Duration.ofMillis(1));
        FakeBroker own = new FakeBroker();
        intake = own.intake("ingest-1", expecting);
        start();
        within(
                2,
                () -> assertThat(gauge(own, "broadsheet.feed.overdue.seconds")).isPositive());
        drop("good.txt", TEXT);
        drop("empty.txt", "");
        within(5, () -> assertThat(rejected()).hasSize(1));
        within(2, () -> assertThat(done()).hasSize(1));

        assertThat(own.meters
                        .get("broadsheet.ingest.received")
                        .tag("feed", "evening")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(own.meters
                        .get("broadsheet.ingest.rejected")
                        .tag("reason", "empty")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(own.meters
                        .get("broadsheet.stage.records")
                        .tag("outcome", "processed")
                        .functionCounter()
                        .count())
                .isEqualTo(2);
        assertThat(own.meters
                        .get("broadsheet.stage.records")
                        .tag("outcome", "failed")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(gauge(own, "broadsheet.feed.last.arrival.seconds"))
                .isBetween(Instant.now().getEpochSecond() - 20.0, Instant.now().getEpochSecond() + 1.0);
        assertThat(gauge(own, "broadsheet.feed.open")).isEqualTo(1);
    }

    @Test
    void whatWaitsWhileTheBrokersAreAwayIsCountedWithItsAge() {
        broker.outage(new TimeoutException("the brokers do not answer"));
        start();
        drop("claimed.txt", TEXT);

        within(3, () -> assertThat(gauge("broadsheet.ingest.pending")).isEqualTo(1));
        within(3, () -> assertThat(gauge("broadsheet.stage.lag.seconds")).isGreaterThan(0.5));
        broker.back();
        within(5, () -> assertThat(done()).hasSize(1));
        within(4, () -> assertThat(gauge("broadsheet.stage.lag.seconds")).isZero());
    }

    @Test
    void filesOfAClosedFeedWaitWithoutGrowingOld() throws Exception {
        Schedule mornings = new Schedule(List.of(new Schedule.Window(LocalTime.of(5, 0), LocalTime.of(9, 0))));
        Feed closed = feed("closed", mornings, Duration.ZERO);
        drop("a.txt", TEXT);
        drop("b.txt", TEXT);

        assertThat(WaitingFiles.of(closed, broker.gate, path -> true, Instant.parse("2044-03-08T12:00:00Z")))
                .isEqualTo(new WaitingFiles(2, Optional.empty()));
        assertThat(WaitingFiles.of(closed, broker.gate, path -> true, Instant.parse("2044-03-08T00:00:00Z")))
                .as("open since 05:00 there, 21:00 UTC: nothing is older")
                .isEqualTo(new WaitingFiles(2, Optional.of(Instant.parse("2044-03-07T21:00:00Z"))));
    }

    /** As the fixture's, but for these. */
    private Feed feed(String name, Schedule schedule, Duration expect) {
        return new Feed(
                name, feed.folder(), feed.done(), feed.rejected(), null, feed.zone(), feed.pattern(), schedule, expect);
    }
}
