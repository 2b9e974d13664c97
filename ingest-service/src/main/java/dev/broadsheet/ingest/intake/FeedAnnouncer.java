package dev.broadsheet.ingest.intake;

import dev.broadsheet.contracts.FeedState;
import dev.broadsheet.contracts.Topic;
import dev.broadsheet.contracts.Topics;
import dev.broadsheet.ingest.feed.Feed;
import dev.broadsheet.ingest.feed.Schedule;
import dev.broadsheet.runtime.Health;
import dev.broadsheet.runtime.Retries;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the topic of feeds, once, which feeds this instance watches. Pages do not wait for it: trouble is counted, said once, and the telling
 * repeated, ever more rarely, until the brokers have it. A thread of its own.
 */
public final class FeedAnnouncer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FeedAnnouncer.class);
    private static final String COMPONENT = "feeds";
    private static final long FIRST_PAUSE_MS = 500;
    private static final long LONGEST_PAUSE_MS = 60_000;
    private static final long SEND_LIMIT_S = 30;
    private static final long CLOSE_LIMIT_MS = 5_000;

    private final List<Feed> feeds;
    private final String instance;
    private final Topics topics;
    private final Supplier<Producer<String, SpecificRecord>> producers;
    private final Health health;
    private final MeterRegistry meters;
    private final Clock clock;
    private final Thread thread = new Thread(this::run, "intake-feed-announcer");
    private boolean complained;

    public FeedAnnouncer(
            List<Feed> feeds,
            String instance,
            Topics topics,
            Supplier<Producer<String, SpecificRecord>> producers,
            Health health,
            MeterRegistry meters,
            Clock clock) {
        this.feeds = List.copyOf(feeds);
        this.instance = instance;
        this.topics = topics;
        this.producers = producers;
        this.health = health;
        this.meters = meters;
        this.clock = clock;
    }

    public void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** What is not told yet is told after the next start. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(CLOSE_LIMIT_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            for (long pause = FIRST_PAUSE_MS; !told(); pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
                Thread.sleep(pause);
            }
        } catch (InterruptedException | InterruptException e) {
            Thread.currentThread().interrupt(); // closing
        } catch (RuntimeException | Error e) {
            health.fail(COMPONENT, e);
        }
    }

    private boolean told() throws InterruptedException {
        try {
            tell();
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException | ExecutionException | TimeoutException e) {
            complain(e instanceof ExecutionException && e.getCause() != null ? e.getCause() : e);
            return false;
        }
        if (complained) {
            LOG.info("{} has been told of this instance's feeds", topics.name(Topic.FEEDS));
        }
        return true;
    }

    private void tell() throws InterruptedException, ExecutionException, TimeoutException {
        Producer<String, SpecificRecord> producer = producers.get();
        try {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (Feed feed : feeds) {
                sent.add(producer.send(new ProducerRecord<>(topics.name(Topic.FEEDS), feed.name(), state(feed))));
            }
            for (Future<RecordMetadata> one : sent) {
                one.get(SEND_LIMIT_S, TimeUnit.SECONDS);
            }
        } finally {
            producer.close(Duration.ZERO); // all is acknowledged, or told anew: brokers that hang hold up no stop
        }
    }

    private void complain(Throwable failure) {
        Retries.count(meters, COMPONENT, failure);
        if (!complained) {
            LOG.warn(
                    "{} cannot be told of this instance's feeds, so others may not know of them; it is tried again until it can: {}",
                    topics.name(Topic.FEEDS),
                    failure.toString());
        }
        complained = true;
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
