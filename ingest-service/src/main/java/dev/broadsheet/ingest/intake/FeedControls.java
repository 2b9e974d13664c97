package dev.broadsheet.ingest.intake;

import dev.broadsheet.contracts.FeedControl;
import dev.broadsheet.contracts.FeedState;
import dev.broadsheet.contracts.Topic;
import dev.broadsheet.contracts.Topics;
import dev.broadsheet.ingest.feed.Feed;
import dev.broadsheet.ingest.feed.Schedule;
import dev.broadsheet.runtime.Health;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the topic of feeds which feeds this instance watches, and knows which of them operators have paused: all of the topic of controls is read
 * before any file is taken, and followed from then on. Brokers that are away leave what was known last. A thread of its own.
 */
public final class FeedControls implements AutoCloseable {
    static final String COMPONENT = "feeds.control";
    private static final Logger LOG = LoggerFactory.getLogger(FeedControls.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final long PAUSE_MS = 2_000;
    private static final long SEND_LIMIT_S = 30;

    private final List<Feed> feeds;
    private final String instance;
    private final Topics topics;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final Supplier<Producer<String, SpecificRecord>> producers;
    private final Deserializer<FeedControl> controls;
    private final Health health;
    private final Clock clock;
    private final Map<String, Boolean> paused = new ConcurrentHashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "intake-feed-controls");
    private volatile boolean known;
    private volatile Runnable wakeUp = () -> {};

    public FeedControls(
            List<Feed> feeds,
            String instance,
            Topics topics,
            Supplier<Consumer<byte[], byte[]>> consumers,
            Supplier<Producer<String, SpecificRecord>> producers,
            Deserializer<FeedControl> controls,
            Health health,
            MeterRegistry meters,
            Clock clock) {
        this.feeds = List.copyOf(feeds);
        this.instance = instance;
        this.topics = topics;
        this.consumers = consumers;
        this.producers = producers;
        this.controls = controls;
        this.health = health;
        this.clock = clock;
        health.down(COMPONENT, "not read yet which feeds are paused");
        for (Feed feed : feeds) {
            Gauge.builder("broadsheet.feed.paused", () -> isPaused(feed.name()) ? 1 : 0)
                    .description("1 while an operator has paused the feed")
                    .tag("feed", feed.name())
                    .register(meters);
        }
    }

    public void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Whether files of the feed are taken: not before it is known that nobody has paused it. Any thread. */
    public boolean mayTake(String feed) {
        return known && !isPaused(feed);
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
        return paused.getOrDefault(feed, false);
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
            readTo(consumer, consumer.endOffsets(all));
            known = true;
            announce();
            health.up(COMPONENT);
            while (!isClosing()) {
                consumer.poll(POLL).forEach(this::take);
            }
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

    private void readTo(Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        while (!isClosing()
                && ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(this::take);
        }
    }

    // A control that nobody can read changes nothing: what was decided before it stands.
    private void take(ConsumerRecord<byte[], byte[]> record) {
        String feed = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
        try {
            FeedControl control = controls.deserialize(record.topic(), record.value());
            if (control == null) {
                paused.remove(feed);
            } else {
                Boolean before = paused.put(control.getFeed(), control.getPaused());
                if (control.getPaused() != Boolean.TRUE.equals(before)) {
                    LOG.info(
                            "feed {} is {} by {}: {}",
                            control.getFeed(),
                            control.getPaused() ? "paused" : "resumed",
                            control.getBy(),
                            control.getReason());
                }
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

    private void announce() throws InterruptedException {
        Map<String, Future<RecordMetadata>> sent = new HashMap<>();
        try (Producer<String, SpecificRecord> producer = producers.get()) {
            for (Feed feed : feeds) {
                sent.put(
                        feed.name(),
                        producer.send(new ProducerRecord<>(topics.name(Topic.FEEDS), feed.name(), state(feed))));
            }
            for (Future<RecordMetadata> one : sent.values()) {
                one.get(SEND_LIMIT_S, TimeUnit.SECONDS);
            }
        } catch (ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new KafkaException("the feeds could not be told: " + e, e);
        }
    }

    private FeedState state(Feed feed) {
        return FeedState.newBuilder()
                .setFeed(feed.name())
                .setPublication(feed.publication())
                .setZone(feed.zone().getId())
                .setWindows(feed.schedule().windows().stream()
                        .map(Schedule.Window::toString)
                        .toList())
                .setInstance(instance)
                .setAnnouncedAt(clock.instant().truncatedTo(ChronoUnit.MILLIS))
                .build();
    }
}
