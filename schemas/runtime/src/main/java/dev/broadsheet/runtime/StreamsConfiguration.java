package dev.broadsheet.runtime;

import dev.broadsheet.contracts.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;

/**
 * How a streams application of Broadsheet is configured: defaults for pages of many megabytes in a small heap, then what
 * the operator passes through, then what correctness depends on.
 */
public final class StreamsConfiguration {
    private static final int MIB = 1024 * 1024;
    private static final int COMMIT_MS = 100;
    /** Longer than the time limit of a page, and shorter than readers of committed records like to wait after a crash. */
    private static final int TRANSACTION_MS = 60_000;

    /**
     * Largest record of a repartition or changelog topic: whatever the producer sends. A page travels through them whole, and what stands for an
     * article of thousands of figures is megabytes; above the broker's own limit of 1 MiB it would be refused for ever.
     */
    private static final int INTERNAL_RECORD = Topic.Sizes.DEAD_LETTER;

    private StreamsConfiguration() {}

    static Map<String, Object> of(
            CommonSettings common,
            String applicationId,
            Path stateDir,
            int threads,
            StoreMemory memory,
            Failures failures) {
        Map<String, Object> config = defaults();
        config.putAll(common.kafka());
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId);
        config.put(StreamsConfig.CLIENT_ID_CONFIG, applicationId + "." + common.instance());
        config.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        config.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
        config.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, StoreMemory.Setter.class);
        config.put(StoreMemory.CONFIG, memory);
        config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        config.put(StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG), Integer.toString(INTERNAL_RECORD));
        config.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        if (common.named()) {
            config.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, applicationId + "." + common.instance());
        }
        if (common.replication() > 0) {
            config.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, (int) common.replication());
        }
        config.putAll(failureHandling(failures));
        return config;
    }

    /** The handlers that turn poison into dead letters, for tests that run a topology without {@link StreamsApp}. */
    public static Map<String, Object> failureHandling(DeadLetterContext deadLetters, MeterRegistry meters) {
        return failureHandling(new Failures(deadLetters, meters));
    }

    private static Map<String, Object> failureHandling(Failures failures) {
        return Map.of(
                Failures.CONFIG,
                failures,
                StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG,
                DeadLetterDeserializationHandler.class,
                StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG,
                DeadLetterProcessingHandler.class,
                StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG,
                DeadLetterProductionHandler.class);
    }

    private static Map<String, Object> defaults() {
        Map<String, Object> config = new HashMap<>();
        config.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COMMIT_MS);
        config.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, 50);
        config.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 4L * MIB);
        config.put(consumer(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 8_000);
        config.put(consumer(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 2_000);
        config.put(consumer(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 50);
        config.put(consumer(ConsumerConfig.FETCH_MAX_BYTES_CONFIG), 16 * MIB);
        config.put(consumer(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG), 2 * MIB);
        config.put(consumer(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        config.put(producer(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), Topic.Sizes.DEAD_LETTER);
        config.put(producer(ProducerConfig.BUFFER_MEMORY_CONFIG), Topic.Sizes.DEAD_LETTER + 16L * MIB);
        config.put(producer(ProducerConfig.BATCH_SIZE_CONFIG), 256 * 1024);
        // Nobody sees a record before its commit, which sends what waits: so it may wait until then, and the broker
        // gets fewer, larger batches.
        config.put(producer(ProducerConfig.LINGER_MS_CONFIG), COMMIT_MS);
        config.put(producer(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), TRANSACTION_MS);
        return config;
    }

    private static String consumer(String key) {
        return StreamsConfig.consumerPrefix(key);
    }

    private static String producer(String key) {
        return StreamsConfig.producerPrefix(key);
    }
}
