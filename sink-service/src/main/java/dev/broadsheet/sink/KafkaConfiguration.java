package dev.broadsheet.sink;

import dev.broadsheet.contracts.Topic;
import dev.broadsheet.runtime.CommonSettings;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Settings of the sink's clients; an operator's own go over them, but for what correctness hangs on. */
final class KafkaConfiguration {
    private static final int MIB = 1024 * 1024;

    private KafkaConfiguration() {}

    static Map<String, Object> consumer(CommonSettings common, String store, int batch) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, batch);
        // A record larger than this still comes, alone. Compressed bytes: text grows five-fold when it is unpacked.
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 4 * MIB);
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, MIB);
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 3_000);
        settings.putAll(common.kafka());
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, common.applicationId("sink-" + store));
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, common.instance());
        if (common.named()) {
            settings.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, common.instance());
        }
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        // A topic that is deleted to be made anew must not come back by itself, with the broker's settings.
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        // The same number of each topic to one instance: then no two write to one page.
        settings.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, RangeAssignor.class.getName());
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        return settings;
    }

    static Map<String, Object> producer(CommonSettings common) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "gzip");
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        settings.putAll(common.kafka());
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, common.instance() + "-outbox");
        // A send that blocks holds up a transaction of the store, which has its limit.
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topic.DEAD_LETTERS.maxMessageBytes());
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, Topic.DEAD_LETTERS.maxMessageBytes() + 8L * MIB);
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        return settings;
    }
}
