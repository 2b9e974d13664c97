package dev.broadsheet.sink;

import dev.broadsheet.contracts.RegistryUnavailableException;
import dev.broadsheet.runtime.Backlog;
import dev.broadsheet.runtime.Health;
import dev.broadsheet.sink.avro.Announcements;
import dev.broadsheet.sink.store.BatchWriter;
import dev.broadsheet.sink.store.BatchWriter.Entry;
import dev.broadsheet.sink.store.Change;
import dev.broadsheet.sink.store.NotOwnerException;
import dev.broadsheet.sink.store.Refused;
import dev.broadsheet.sink.store.Store;
import dev.broadsheet.sink.store.StoreUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the topics into the store on a thread of its own. There is one way out of every trouble: forget what was read, pause,
 * keep polling so that the group keeps its member, and once the store answers read on from the offsets it holds.
 */
final class SinkLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SinkLoop.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    /** Bytes of one transaction; a larger record goes alone. */
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    static final String DATABASE = "database";
    private static final String KAFKA = "kafka";
    private static final String REGISTRY = "registry";

    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final List<String> topics;
    private final Store store;
    private final Announcements announcements;
    private final RecordReader reader;
    private final Refusals refusals;
    private final Runnable afterBatch;
    private final Health health;
    private final SinkTelemetry telemetry;
    private final StoreTraces traces;
    private final Backlog backlog;
    private final BatchWriter writer;
    private final Retry retry;
    private final Thread thread = new Thread(this::run, "sink-loop");
    private volatile boolean closing;
    private volatile Runnable wakeUp = () -> {};
    private boolean prepared;
    /** Something went wrong, and nothing has shown since that it is over. */
    private boolean doubted;
    /** It has no partitions, and has been found able to take some. */
    private boolean standby;

    SinkLoop(
            Supplier<Consumer<byte[], byte[]>> consumers,
            List<String> topics,
            Store store,
            Announcements announcements,
            RecordReader reader,
            Refusals refusals,
            Runnable afterBatch,
            Health health,
            SinkTelemetry telemetry,
            StoreTraces traces,
            Clock clock) {
        this.consumers = consumers;
        this.topics = topics;
        this.store = store;
        this.announcements = announcements;
        this.reader = reader;
        this.refusals = refusals;
        this.afterBatch = afterBatch;
        this.health = health;
        this.telemetry = telemetry;
        this.backlog = new Backlog(clock);
        telemetry.follow(backlog);
        this.traces = traces;
        this.writer = new BatchWriter(store, written -> {
            telemetry.written(written, clock.instant());
            traces.completed(written.completed());
        });
        this.retry = new Retry(clock, FIRST_PAUSE, LONGEST_PAUSE);
    }

    /** A record with what it was read as. */
    private record Read(ConsumerRecord<byte[], byte[]> record, Entry entry) {}

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        closing = true;
        wakeUp.run();
        Threads.end(thread);
    }

    private void run() {
        try (Consumer<byte[], byte[]> consumer = consumers.get()) {
            wakeUp = consumer::wakeup;
            Positions positions = new Positions(consumer, telemetry);
            consumer.subscribe(topics, listener(positions));
            while (!closing) {
                step(consumer, positions);
            }
        } catch (RuntimeException | Error e) {
            if (!closing) {
                health.fail("sink", e);
            } else if (!(e instanceof WakeupException)) { // by which a stop ends a poll
                LOG.warn(
                        "the sink ended its last work with a failure; what is not stored is read at the next start", e);
            }
        }
    }

    private void step(Consumer<byte[], byte[]> consumer, Positions positions) {
        try {
            resume(positions);
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            ConsumerRecords<byte[], byte[]> polled = consumer.poll(POLL);
            backlog.polled(polled);
            polled.forEach(records::add);
            work(records, positions);
            if (!positions.waiting()) {
                backlog.settle(positions.stored());
            }
            if (doubted && (!records.isEmpty() || positions.caughtUp())) {
                works();
            }
        } catch (StoreUnavailableException e) {
            halt(positions, DATABASE, e);
        } catch (RegistryUnavailableException e) {
            halt(positions, REGISTRY, e);
        } catch (NotOwnerException e) {
            positions.forget();
        } catch (InvalidOffsetException e) {
            positions.rewind(e.partitions());
        } catch (WakeupException e) {
            throw e;
        } catch (RetriableException | AuthorizationException e) {
            halt(positions, KAFKA, e);
        }
    }

    private void resume(Positions positions) {
        standby &= positions.standsBy();
        boolean asks = positions.waiting() || (positions.standsBy() && !standby);
        if (!asks || !retry.due()) {
            return;
        }
        if (!prepared) {
            store.prepare();
            announcements.prepare();
            prepared = true;
        }
        positions.take(store);
        if (positions.standsBy()) {
            standby = true;
            LOG.info("other instances have all partitions; this one stands by and takes over from any that goes");
            works();
        } else if (!doubted) {
            works();
        }
    }

    // That offsets can be read tells nothing of writes, which a full disk or a lock may hold up: after trouble only
    // what was written counts.
    private void works() {
        doubted = false;
        health.up(DATABASE);
        health.up(KAFKA);
        retry.reset();
    }

    private void halt(Positions positions, String component, RuntimeException cause) {
        doubted = true;
        standby = false;
        health.down(component, cause.getMessage() == null ? cause.toString() : cause.getMessage());
        positions.forget();
        telemetry.retried(component, cause);
        retry.failed();
    }

    private void work(List<ConsumerRecord<byte[], byte[]>> records, Positions positions) {
        int from = 0;
        while (from < records.size()) {
            int to = from;
            long bytes = 0;
            while (to < records.size() && (to == from || bytes + size(records.get(to)) <= MOST_BYTES)) {
                bytes += size(records.get(to++));
            }
            write(records.subList(from, to), positions);
            from = to;
        }
    }

    private void write(List<ConsumerRecord<byte[], byte[]>> records, Positions positions) {
        long from = traces.now();
        List<Read> read = records.stream().map(this::read).toList();
        List<Entry> entries = read.stream().map(Read::entry).toList();
        writer.write(
                entries,
                positions.next(),
                (entry, cause) -> refuse(read.get(entries.indexOf(entry)).record(), entry.change(), cause));
        traces.stored(records, from);
        positions.commit(entries);
        health.up(REGISTRY);
        afterBatch.run();
    }

    private Read read(ConsumerRecord<byte[], byte[]> record) {
        return new Read(record, entry(record));
    }

    private Entry entry(ConsumerRecord<byte[], byte[]> record) {
        var partition = Positions.partition(record);
        try {
            return new Entry(partition, record.offset(), reader.read(record));
        } catch (SerializationException e) {
            return new Entry(partition, record.offset(), refuse(record, null, e));
        }
    }

    private Change refuse(ConsumerRecord<byte[], byte[]> record, @Nullable Change change, RuntimeException cause) {
        traces.refused(record, cause);
        Change instead = refusals.refuse(record, change, cause);
        if (instead instanceof Refused) { // a letter nobody can read becomes a row, not a letter of its own
            telemetry.refused(cause);
        }
        return instead;
    }

    private static int size(ConsumerRecord<byte[], byte[]> record) {
        return Math.max(0, record.serializedValueSize());
    }

    private static ConsumerRebalanceListener listener(Positions positions) {
        return new ConsumerRebalanceListener() {
            @Override
            public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
                positions.revoked(partitions);
            }

            @Override
            public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
                positions.assigned(partitions);
            }
        };
    }
}
