package dev.broadsheet.ingest.intake;

import dev.broadsheet.contracts.RawIssue;
import dev.broadsheet.contracts.Receipt;
import dev.broadsheet.contracts.ReceiptState;
import dev.broadsheet.contracts.Topics;
import dev.broadsheet.ingest.feed.Feed;
import dev.broadsheet.runtime.Health;
import dev.broadsheet.runtime.trace.Traces;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** What several intakes of a test write to, with outages on demand. Any thread. */
final class FakeBroker {
    static final Topics TOPICS = new Topics("t.", 12);

    private final List<ProducerRecord<String, SpecificRecord>> records = new CopyOnWriteArrayList<>();
    private volatile @Nullable RuntimeException outage;
    private volatile boolean silent;

    /** Names of paused feeds. */
    final Set<String> paused = ConcurrentHashMap.newKeySet();

    /** Once there are so many issues, every feed is paused. */
    volatile int pausedFrom = Integer.MAX_VALUE;

    /** When feeds were resumed that an operator had paused. */
    final Map<String, Instant> resumed = new ConcurrentHashMap<>();

    final Health health = new Health();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    /** What whoever asks whether files may be taken meets. */
    volatile @Nullable Error fault;

    final FeedGate gate = new FeedGate() {
        @Override
        public boolean mayTake(String feed) {
            Error thrown = fault;
            if (thrown != null) {
                throw thrown;
            }
            return !paused.contains(feed) && issues().size() < pausedFrom;
        }

        @Override
        public Optional<Instant> resumedAt(String feed) {
            return paused.contains(feed) ? Optional.empty() : Optional.of(resumed.getOrDefault(feed, Instant.MIN));
        }
    };

    /** Every send fails so, until {@link #back}. */
    void outage(RuntimeException failure) {
        outage = failure;
    }

    /** The broker stores records, but its acknowledgements are lost. */
    void silent() {
        silent = true;
    }

    void back() {
        outage = null;
        silent = false;
    }

    Intake intake(String instance, Feed... feeds) {
        return new Intake(
                List.of(feeds), instance, TOPICS, this::producer, gate, health, meters, Traces.OFF, Clock.systemUTC());
    }

    List<RawIssue> issues() {
        return values("t.issues", RawIssue.class);
    }

    List<Receipt> receipts(ReceiptState state) {
        return values("t.receipts", Receipt.class).stream()
                .filter(receipt -> receipt.getState() == state)
                .toList();
    }

    List<ProducerRecord<String, SpecificRecord>> records() {
        return records;
    }

    double counted(String name) {
        return meters.get(name).counters().stream().mapToDouble(Counter::count).sum();
    }

    private <T> List<T> values(String topic, Class<T> type) {
        List<T> values = new ArrayList<>();
        for (ProducerRecord<String, SpecificRecord> record : records) {
            if (record.topic().equals(topic)) {
                values.add(type.cast(record.value()));
            }
        }
        return values;
    }

    private MockProducer<String, SpecificRecord> producer() {
        return new MockProducer<>(true, null, new StringSerializer(), (topic, value) -> new byte[0]) {
            @Override
            public synchronized Future<RecordMetadata> send(
                    ProducerRecord<String, SpecificRecord> record, Callback callback) {
                RuntimeException failure = outage;
                if (failure != null) {
                    if (failure instanceof TimeoutException) {
                        callback.onCompletion(null, failure);
                        return super.send(record, null);
                    }
                    throw failure;
                }
                records.add(record);
                return super.send(record, silent ? null : callback);
            }
        };
    }
}
