package dev.broadsheet.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.broadsheet.runtime.Health;
import dev.broadsheet.sink.store.Batch;
import dev.broadsheet.sink.store.Outgoing;
import dev.broadsheet.sink.store.Partition;
import dev.broadsheet.sink.store.Publisher;
import dev.broadsheet.sink.store.Store;
import dev.broadsheet.sink.store.Written;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

/** The relay lets go of the store's rows whatever Kafka does. */
@Timeout(30)
class OutboxRelayTest {
    private static final Duration PATIENCE = Duration.ofMillis(300);

    private final Health health = new Health();
    private int attempts;

    @Test
    void aBrokerThatNeverAcknowledgesHoldsTheTransactionForItsLimitOnly() throws InterruptedException {
        MockProducer<String, byte[]> producer =
                new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());

        relay(producer).drain();

        assertThat(producer.history()).hasSize(3);
        assertThat(health.reasons().get("outbox")).contains("did not take the messages");
    }

    @Test
    void afterASendThatWaitedInVainTheOthersAreNotTried() throws InterruptedException {
        MockProducer<String, byte[]> producer =
                new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer()) {
                    @Override
                    public synchronized Future<RecordMetadata> send(ProducerRecord<String, byte[]> record) {
                        attempts++;
                        return CompletableFuture.failedFuture(new TimeoutException("no metadata after 10 s"));
                    }
                };

        relay(producer).drain();

        assertThat(attempts).isEqualTo(1);
        assertThat(health.reasons().get("outbox")).contains("no metadata");
    }

    @Test
    void whatIsAcknowledgedIsDone() throws InterruptedException {
        MockProducer<String, byte[]> producer =
                new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());

        relay(producer).drain();

        assertThat(producer.history()).extracting(ProducerRecord::key).containsExactly("a", "b", "c");
        assertThat(health.reasons()).doesNotContainKey("outbox");
    }

    @Test
    void aFailureThatAStopBringsIsLoggedAndIsNoFault() throws InterruptedException {
        Logger log = (Logger) LoggerFactory.getLogger(OutboxRelay.class);
        ListAppender<ILoggingEvent> said = new ListAppender<>();
        said.start();
        log.addAppender(said);
        CountDownLatch working = new CountDownLatch(1);
        CountDownLatch cut = new CountDownLatch(1);
        OutboxRelay relay = new OutboxRelay(
                new ThreeMessages(),
                () -> {
                    working.countDown();
                    awaitUninterrupted(cut);
                    throw new NoClassDefFoundError("a class that a stop has taken away");
                },
                health,
                new SinkTelemetry(new SimpleMeterRegistry(), "fake"),
                Clock.systemUTC(),
                PATIENCE);
        relay.start();
        relay.nudge();
        working.await();
        Thread stop = new Thread(relay::close, "stop");
        stop.start();
        await().until(() -> stop.getState() == Thread.State.TIMED_WAITING);
        cut.countDown();
        stop.join();
        log.detachAppender(said);

        assertThat(health.live()).isTrue();
        assertThat(said.list)
                .singleElement()
                .satisfies(event ->
                        assertThat(event.getFormattedMessage()).contains("ended its last work with a failure"));
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private OutboxRelay relay(MockProducer<String, byte[]> producer) {
        return new OutboxRelay(
                new ThreeMessages(),
                () -> producer,
                health,
                new SinkTelemetry(new SimpleMeterRegistry(), "fake"),
                Clock.systemUTC(),
                PATIENCE);
    }

    /** Holds three messages until they are published. */
    private static final class ThreeMessages implements Store {
        private List<Outgoing> waiting = List.of(message("a"), message("b"), message("c"));

        @Override
        public int relay(Publisher publisher) {
            int count = waiting.size();
            if (count > 0) {
                publisher.publish(waiting);
            }
            waiting = List.of();
            return count;
        }

        @Override
        public void prepare() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<Partition, Long> offsets(Collection<Partition> partitions) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Written write(Batch batch) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {
            // holds nothing
        }

        private static Outgoing message(String key) {
            return new Outgoing("t.receipts", key, new byte[] {1});
        }
    }
}
