package dev.broadsheet.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.broadsheet.contracts.AvroSerdes;
import dev.broadsheet.contracts.FeedControl;
import dev.broadsheet.contracts.Topics;
import dev.broadsheet.ingest.feed.Feed;
import dev.broadsheet.runtime.Health;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FeedControlsTest {
    private static final TopicPartition PLACE = new TopicPartition("t.feeds.control", 0);

    private final AvroSerdes serdes =
            new AvroSerdes(Map.of("schema.registry.url", "mock://feed-controls", "auto.register.schemas", "true"));
    // After trouble a new client is taken; here it is given the same one again.
    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest") {
        @Override
        public void close() {}
    };
    private final Health health = new Health();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final FeedControls controls = new FeedControls(
            List.of(Feed.standard(Path.of("drop"), null, null)),
            new Topics("t.", 1),
            () -> consumer,
            serdes.<FeedControl>value().deserializer(),
            health,
            meters);

    @BeforeEach
    void fill() {
        consumer.updatePartitions(PLACE.topic(), List.of(new PartitionInfo(PLACE.topic(), 0, null, null, null)));
        consumer.updateBeginningOffsets(Map.of(PLACE, 0L));
    }

    @AfterEach
    void close() {
        controls.close();
    }

    @Test
    void nothingIsTakenBeforeItIsKnownWhatIsPaused() {
        assertThat(health.reasons()).as("no trouble yet").containsExactly(Map.entry("feeds.control", "is starting"));
        consumer.updateEndOffsets(Map.of(PLACE, 1L));
        controls.start();
        await().until(() -> !consumer.assignment().isEmpty());
        assertThat(controls.mayTake("default")).isFalse();
        assertThat(health.ready()).isFalse();

        put(0, control("another", true));

        await().until(() -> controls.mayTake("default"));
        assertThat(controls.mayTake("another")).isFalse();
        assertThat(health.ready()).isTrue();
    }

    @Test
    void aPauseHoldsUntilItIsTakenBackWhateverElseIsOnTheTopic() {
        consumer.updateEndOffsets(Map.of(PLACE, 2L));
        controls.start();
        await().until(() -> !consumer.assignment().isEmpty());
        put(0, control("default", true));
        put(1, new byte[] {9});
        await().until(health::ready);
        assertThat(controls.mayTake("default")).isFalse();
        assertThat(gauge()).isEqualTo(1);

        assertThat(controls.resumedAt("default")).isEmpty();
        assertThat(controls.resumedAt("another")).contains(Instant.MIN);

        put(2, control("default", false, 7));
        put(3, control("default", false, 9));
        put(4, control("another", true));

        await().until(() -> !controls.mayTake("another"));
        assertThat(controls.mayTake("default")).isTrue();
        assertThat(controls.resumedAt("default"))
                .as("of the pause, not of a second resume")
                .contains(Instant.ofEpochSecond(7));
        assertThat(gauge()).isZero();
    }

    @Test
    void brokersThatFailLeaveWhatWasKnown() {
        consumer.updateEndOffsets(Map.of(PLACE, 1L));
        controls.start();
        await().until(() -> !consumer.assignment().isEmpty());
        put(0, control("default", true));
        await().until(health::ready);

        consumer.setPollException(new KafkaException("no broker"));

        await().atMost(Duration.ofSeconds(5)).until(() -> !health.ready());
        assertThat(controls.mayTake("default")).isFalse();
        assertThat(controls.mayTake("another")).isTrue();

        put(0, control("default", false));
        await().atMost(Duration.ofSeconds(10)).until(() -> health.ready() && controls.mayTake("default"));
    }

    @Test
    void whatIsReadAgainAfterTroubleHoldsOnceAllOfItIsRead() {
        consumer.updateEndOffsets(Map.of(PLACE, 2L));
        controls.start();
        await().until(() -> !consumer.assignment().isEmpty());
        put(0, control("default", false));
        put(1, control("default", true));
        await().until(health::ready);
        consumer.setPollException(new KafkaException("no broker"));
        await().atMost(Duration.ofSeconds(5)).until(() -> !health.ready());

        // Unlike Kafka the mock hands out what is put there now, from the beginning on.
        put(0, control("default", false));
        await().atMost(Duration.ofSeconds(5)).until(() -> consumer.position(PLACE) == 1);
        assertThat(controls.mayTake("default"))
                .as("resumed is what came before")
                .isFalse();

        put(1, control("default", true));
        await().atMost(Duration.ofSeconds(5)).until(health::ready);
        assertThat(controls.mayTake("default")).isFalse();
    }

    private double gauge() {
        return meters.get("broadsheet.feed.paused")
                .tag("feed", "default")
                .gauge()
                .value();
    }

    private byte[] control(String feed, boolean paused) {
        return control(feed, paused, 0);
    }

    private byte[] control(String feed, boolean paused, long seconds) {
        FeedControl control = new FeedControl(feed, paused, "a test", "cli:test", Instant.ofEpochSecond(seconds));
        return serdes.<FeedControl>value().serializer().serialize(PLACE.topic(), control);
    }

    private void put(long offset, byte[] value) {
        consumer.addRecord(new ConsumerRecord<>(PLACE.topic(), 0, offset, "k".getBytes(StandardCharsets.UTF_8), value));
    }
}
