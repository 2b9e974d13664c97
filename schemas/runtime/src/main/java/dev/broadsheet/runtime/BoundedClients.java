package dev.broadsheet.runtime;

import dev.broadsheet.contracts.Replay;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KafkaClientSupplier;

/**
 * Kafka's own clients, with a producer that refuses a record too large for its topic before it is part of a transaction.
 * Left to the broker, such a record spoils its transaction, and the producer splits and repeats its batch for ever. The headers of a
 * replay end here: no topic that a stage writes to shows them.
 */
final class BoundedClients implements KafkaClientSupplier {
    private final SizeLimits limits;
    private final java.util.function.Consumer<ConsumerRecords<byte[], byte[]>> polled;
    private final Set<String> transactionalIds = ConcurrentHashMap.newKeySet();

    /** {@code polled} is told what is to be processed, by the thread that will. */
    BoundedClients(SizeLimits limits, java.util.function.Consumer<ConsumerRecords<byte[], byte[]>> polled) {
        this.limits = limits;
        this.polled = polled;
    }

    /** Under which the producers made so far write; Streams makes those of all its threads when it is constructed. */
    Set<String> transactionalIds() {
        return Set.copyOf(transactionalIds);
    }

    @Override
    public Admin getAdmin(Map<String, Object> config) {
        return Admin.create(config);
    }

    @Override
    public Producer<byte[], byte[]> getProducer(Map<String, Object> config) {
        if (config.get(ProducerConfig.TRANSACTIONAL_ID_CONFIG) instanceof String id) {
            transactionalIds.add(id);
        }
        return new BoundedProducer(config, limits);
    }

    @Override
    public Consumer<byte[], byte[]> getConsumer(Map<String, Object> config) {
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer()) {
            @Override
            public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
                ConsumerRecords<byte[], byte[]> records = super.poll(timeout);
                polled.accept(records);
                return records;
            }
        };
    }

    @Override
    public Consumer<byte[], byte[]> getRestoreConsumer(Map<String, Object> config) {
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public Consumer<byte[], byte[]> getGlobalConsumer(Map<String, Object> config) {
        return getRestoreConsumer(config);
    }

    private static final class BoundedProducer extends KafkaProducer<byte[], byte[]> {
        private final SizeLimits limits;

        BoundedProducer(Map<String, Object> config, SizeLimits limits) {
            super(config, new ByteArraySerializer(), new ByteArraySerializer());
            this.limits = limits;
        }

        @Override
        public Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record, Callback callback) {
            ProducerRecord<byte[], byte[]> outgoing = withoutReplay(record);
            limits.check(outgoing);
            return super.send(outgoing, callback);
        }

        // A copy: the thread's own record goes on naming its dead letter, for what may still fail.
        private static ProducerRecord<byte[], byte[]> withoutReplay(ProducerRecord<byte[], byte[]> record) {
            return Replay.isIn(record.headers())
                    ? new ProducerRecord<>(
                            record.topic(),
                            record.partition(),
                            record.timestamp(),
                            record.key(),
                            record.value(),
                            Replay.without(record.headers()))
                    : record;
        }
    }
}
