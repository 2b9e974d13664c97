package dev.broadsheet.ingest.intake;

import dev.broadsheet.contracts.FeedControl;
import dev.broadsheet.contracts.Topic;
import dev.broadsheet.contracts.Topics;
import dev.broadsheet.ingest.feed.Feed;
import dev.broadsheet.runtime.Health;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows which feeds operators have paused: all of the topic of controls is read before any file is taken, and followed from then on. After trouble it is read
 * again whole, and until that is done what was known last holds. A thread of its own.
 */
public final class FeedControls implements FeedGate, AutoCloseable {
    static final String COMPONENT = "feeds.control";
    private static final Logger LOG = LoggerFactory.getLogger(FeedControls.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final long PAUSE_MS = 2_000;

    private final Topics topics;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final Deserializer<FeedControl> controls;
    private final Health health;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "intake-feed-controls");
    /** By feed; replaced as a whole, by the thread alone. */
    private volatile Map<String, Decision> decisions = Map.of();

    private volatile boolean known;
    private volatile Runnable wakeUp = () -> {};

    public FeedControls(
            List<Feed> feeds,
            Topics topics,
            Supplier<Consumer<byte[], byte[]>> consumers,
            Deserializer<FeedControl> controls,
            Health health,
            MeterRegistry meters) {
        this.topics = topics;
        this.consumers = consumers;
        this.controls = controls;
        this.health = health;
        health.starting(COMPONENT); // until it is known which feeds are paused
        FeedLabels.of(feeds)
                .forEach((label, labelled) -> Gauge.builder(
                                "broadsheet.feed.paused",
                                () -> labelled.stream().anyMatch(feed -> isPaused(feed.name())) ? 1 : 0)
                        .description("1 while an operator has paused the feed")
                        .tag("feed", label)
                        .register(meters));
    }

    /** What an operator decided about a feed, and when. */
    private record Decision(
            boolean paused, Instant at, String by, @Nullable String reason) {
        static Decision of(FeedControl control) {
            return new Decision(control.getPaused(), control.getAt(), control.getBy(), control.getReason());
        }

        /** Whoever resumes what nobody has paused changes nothing. */
        static Decision after(Decision before, Decision now) {
            return before.paused() || now.paused() ? now : before;
        }
    }

    public void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Not before it is known that nobody has paused it. */
    @Override
    public boolean mayTake(String feed) {
        return known && !isPaused(feed);
    }

    @Override
    public Optional<Instant> resumedAt(String feed) {
        Decision decision = decisions.get(feed);
        return decision == null
                ? Optional.of(Instant.MIN)
                : Optional.of(decision.at()).filter(at -> !decision.paused());
    }

    @Override
    public void close() {
        closing.countDown();
        wakeUp.run();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread.interrupt();
    }

    private boolean isPaused(String feed) {
        return isPaused(decisions.get(feed));
    }

    private static boolean isPaused(@Nullable Decision decision) {
        return decision != null && decision.paused();
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    private void run() {
        try {
            do {
                attempt();
            } while (!closing.await(PAUSE_MS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException | InterruptException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) { // a WakeupException too: it is thrown for close only
            if (!isClosing()) {
                health.fail(COMPONENT, e);
            }
        }
    }

    private void attempt() throws InterruptedException {
        try (Consumer<byte[], byte[]> consumer = consumers.get()) {
            wakeUp = consumer::wakeup;
            List<TopicPartition> all = partitions(consumer);
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            Map<String, Decision> read = new HashMap<>();
            while (isBehind(consumer, ends)) {
                if (isClosing()) {
                    return;
                }
                consumer.poll(POLL).forEach(record -> take(record, read));
            }
            replace(read);
            known = true;
            health.up(COMPONENT);
            follow(consumer);
        } catch (WakeupException | InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            health.down(COMPONENT, e.getMessage() == null ? e.toString() : e.getMessage());
        }
    }

    private List<TopicPartition> partitions(Consumer<byte[], byte[]> consumer) {
        List<TopicPartition> partitions = new ArrayList<>();
        for (PartitionInfo partition : consumer.partitionsFor(topics.name(Topic.FEEDS_CONTROL))) {
            partitions.add(new TopicPartition(partition.topic(), partition.partition()));
        }
        if (partitions.isEmpty()) {
            throw new KafkaException(
                    "the topic " + topics.name(Topic.FEEDS_CONTROL) + " is not known to the broker yet");
        }
        return partitions;
    }

    private static boolean isBehind(Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
    }

    private void follow(Consumer<byte[], byte[]> consumer) {
        while (!isClosing()) {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
            if (!records.isEmpty()) {
                Map<String, Decision> next = new HashMap<>(decisions);
                records.forEach(record -> take(record, next));
                replace(next);
            }
        }
    }

    private void replace(Map<String, Decision> next) {
        Map<String, Decision> before = decisions;
        decisions = Map.copyOf(next);
        next.forEach((feed, now) -> {
            if (now.paused() != isPaused(before.get(feed))) {
                LOG.info("feed {} is {} by {}: {}", feed, now.paused() ? "paused" : "resumed", now.by(), now.reason());
            }
        });
    }

    // A control that nobody can read changes nothing: what was decided before it stands.
    private void take(ConsumerRecord<byte[], byte[]> record, Map<String, Decision> into) {
        try {
            FeedControl control = controls.deserialize(record.topic(), record.value());
            if (control != null) {
                into.merge(control.getFeed(), Decision.of(control), Decision::after);
            } else if (record.key() != null) {
                into.remove(new String(record.key(), StandardCharsets.UTF_8));
            }
        } catch (SerializationException | ClassCastException e) {
            LOG.warn(
                    "the record at offset {} of {}-{} is no control of a feed and changes nothing: {}",
                    record.offset(),
                    record.topic(),
                    record.partition(),
                    e.getMessage());
        }
    }
}
