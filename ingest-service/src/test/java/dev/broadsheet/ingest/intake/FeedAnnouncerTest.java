package dev.broadsheet.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.broadsheet.contracts.FeedState;
import dev.broadsheet.contracts.Topics;
import dev.broadsheet.ingest.feed.Feed;
import dev.broadsheet.runtime.Health;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FeedAnnouncerTest {
    private volatile @Nullable RuntimeException refusal;
    private final MockProducer<String, SpecificRecord> producer =
            new MockProducer<>(true, null, new StringSerializer(), (topic, value) -> new byte[0]) {
                @Override
                public synchronized Future<RecordMetadata> send(
                        ProducerRecord<String, SpecificRecord> record, @Nullable Callback callback) {
                    RuntimeException failure = refusal;
                    return failure == null ? super.send(record, callback) : CompletableFuture.failedFuture(failure);
                }

                // After trouble a new one is taken; here it is the same one again.
                @Override
                public void close(Duration timeout) {}
            };
    private final Health health = new Health();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final FeedAnnouncer announcer = new FeedAnnouncer(
            List.of(Feed.standard(Path.of("drop"), null, null)),
            "ingest-1",
            new Topics("t.", 1),
            () -> producer,
            health,
            meters,
            Clock.systemUTC());

    @AfterEach
    void close() {
        announcer.close();
    }

    @Test
    void theFeedsAreToldOnce() {
        announcer.start();

        await().until(() -> !producer.history().isEmpty());
        assertThat(producer.history())
                .singleElement()
                .returns("t.feeds", ProducerRecord::topic)
                .returns("default", ProducerRecord::key)
                .extracting(ProducerRecord::value)
                .isInstanceOfSatisfying(
                        FeedState.class,
                        state -> assertThat(state)
                                .returns("default", FeedState::getFeed)
                                .returns("Asia/Shanghai", FeedState::getZone)
                                .returns(List.of(), FeedState::getWindows)
                                .returns("ingest-1", FeedState::getInstance));
    }

    @Test
    void aTopicThatMayNotBeWrittenIsCountedAndTriedAgainAndIsNoTroubleOfTheIntake() {
        refusal = new TopicAuthorizationException("not allowed to write t.feeds");
        announcer.start();

        await().atMost(Duration.ofSeconds(5)).until(() -> retries() >= 2);
        assertThat(health.live()).isTrue();
        assertThat(health.reasons()).as("nothing waits for it").containsOnlyKeys("service");

        refusal = null;
        await().atMost(Duration.ofSeconds(5)).until(() -> producer.history().size() == 1);
    }

    private double retries() {
        Counter counter = meters.find("broadsheet.retries")
                .tag("component", "feeds")
                .tag("cause", TopicAuthorizationException.class.getName())
                .counter();
        return counter == null ? 0 : counter.count();
    }
}
