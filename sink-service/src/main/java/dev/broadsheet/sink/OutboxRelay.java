package dev.broadsheet.sink;

import dev.broadsheet.runtime.Health;
import dev.broadsheet.sink.store.NotMigratedException;
import dev.broadsheet.sink.store.Outgoing;
import dev.broadsheet.sink.store.Store;
import dev.broadsheet.sink.store.StoreUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries the outbox to Kafka on a thread of its own: a row goes when the broker has it. A crash between the two sends the
 * same bytes again under the same key. Trouble on either side is waited out and shows in readiness.
 */
final class OutboxRelay implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    /** How long a message of an instance that died may wait for this one. */
    private static final long LOOK_MS = 1_000;

    /**
     * Longest for the messages of one transaction, in which the store holds their rows. With one send that blocks
     * (max.block.ms) it stays under the store's own limit.
     */
    private static final Duration PATIENCE = Duration.ofSeconds(35);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Store store;
    private final Supplier<Producer<String, byte[]>> producers;
    private final Health health;
    private final SinkTelemetry telemetry;
    private final Duration patience;
    private final Retry retry;
    private final Semaphore work = new Semaphore(0);
    private final Thread thread = new Thread(this::run, "sink-outbox");
    private volatile boolean closing;
    private @Nullable Producer<String, byte[]> producer;

    OutboxRelay(
            Store store,
            Supplier<Producer<String, byte[]>> producers,
            Health health,
            SinkTelemetry telemetry,
            Clock clock) {
        this(store, producers, health, telemetry, clock, PATIENCE);
    }

    OutboxRelay(
            Store store,
            Supplier<Producer<String, byte[]>> producers,
            Health health,
            SinkTelemetry telemetry,
            Clock clock,
            Duration patience) {
        this.patience = patience;
        this.store = store;
        this.producers = producers;
        this.health = health;
        this.telemetry = telemetry;
        this.retry = new Retry(clock, FIRST_PAUSE, LONGEST_PAUSE);
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** There may be something to send. Any thread. */
    void nudge() {
        work.release();
    }

    /** After the loop: what it wrote last still leaves, where both sides answer. */
    @Override
    public void close() {
        closing = true;
        nudge();
        Threads.end(thread);
    }

    private void run() {
        try {
            while (!closing) {
                await(LOOK_MS);
                drain();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            if (closing) { // a stop that cuts connections is no fault
                LOG.warn(
                        "the outbox ended its last work with a failure; what waits in it is sent at the next start", e);
            } else {
                health.fail("outbox", e);
            }
        } finally {
            dropProducer();
        }
    }

    /** Sends until nothing waits or something is in the way. */
    void drain() throws InterruptedException {
        try {
            int sent;
            do {
                sent = store.relay(this::publish);
                telemetry.published(sent);
            } while (sent > 0 && !closing);
            retry.reset();
            health.up("outbox");
        } catch (NotMigratedException e) {
            health.waiting("outbox", String.valueOf(e.getMessage()));
            await(retry.failed().toMillis());
        } catch (StoreUnavailableException | KafkaException e) {
            health.down("outbox", e.getMessage() == null ? e.toString() : e.getMessage());
            dropProducer();
            await(retry.failed().toMillis());
        }
    }

    private void await(long millis) throws InterruptedException {
        if (work.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            work.drainPermits();
        }
    }

    private void publish(List<Outgoing> messages) {
        Producer<String, byte[]> open = producer();
        long latest = System.nanoTime() + patience.toNanos();
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (Outgoing message : messages) {
            Future<RecordMetadata> one =
                    open.send(new ProducerRecord<>(message.topic(), message.key(), message.value()));
            // A send that failed has waited for the broker in vain, and the next would wait as long.
            if (one.isDone() || System.nanoTime() > latest) {
                acknowledged(one, latest);
            }
            sent.add(one);
        }
        for (Future<RecordMetadata> one : sent) {
            acknowledged(one, latest);
        }
    }

    private void acknowledged(Future<RecordMetadata> sent, long latest) {
        try {
            sent.get(Math.max(0, latest - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new KafkaException(
                    "Kafka did not take the messages of the outbox within " + patience.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw new KafkaException("Kafka did not take a message of the outbox: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("stopped while sending", e);
        }
    }

    private Producer<String, byte[]> producer() {
        Producer<String, byte[]> open = producer;
        if (open == null) {
            open = producers.get();
            producer = open;
        }
        return open;
    }

    // After an error a producer may be unusable for good (fenced, out of sequence): take a new one.
    private void dropProducer() {
        Producer<String, byte[]> open = producer;
        producer = null;
        if (open != null) {
            open.close(Duration.ofSeconds(1));
        }
    }
}
