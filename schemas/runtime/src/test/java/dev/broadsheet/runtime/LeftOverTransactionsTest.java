package dev.broadsheet.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.contracts.Topics;
import dev.broadsheet.testsupport.EmbeddedBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
@Tag("backend")
class LeftOverTransactionsTest {
    private static final TopicPartition IN = new TopicPartition("in", 0);

    @Test
    void whatAKilledInstanceLeftOpenHoldsUpNobodyOnceItIsBack(@TempDir Path folder) throws Exception {
        try (EmbeddedBroker broker = new EmbeddedBroker(folder)) {
            Map<String, Object> address = Map.of("bootstrap.servers", broker.address());
            try (Admin admin = Admin.create(address)) {
                admin.createTopics(List.of(new NewTopic(IN.topic(), Optional.of(1), Optional.empty())))
                        .all()
                        .get();
            }
            try (Producer<byte[], byte[]> killed = new KafkaProducer<>(
                            Map.of("bootstrap.servers", broker.address(), "transactional.id", "app-1"),
                            new ByteArraySerializer(),
                            new ByteArraySerializer());
                    KafkaConsumer<byte[], byte[]> heir = new KafkaConsumer<>(
                            Map.of(
                                    "bootstrap.servers",
                                    broker.address(),
                                    "group.id",
                                    "app",
                                    "isolation.level",
                                    "read_committed"),
                            new ByteArrayDeserializer(),
                            new ByteArrayDeserializer())) {
                leaveOpen(killed, heir.groupMetadata());
                assertThatThrownBy(() -> heir.committed(Set.of(IN), Duration.ofSeconds(2)))
                        .as("offsets that may yet be committed")
                        .isInstanceOf(TimeoutException.class);

                LeftOverTransactions.end(common(broker), Set.of("app-1"));

                assertThat(heir.committed(Set.of(IN), Duration.ofSeconds(10)).get(IN))
                        .isNull();
                assertThatThrownBy(killed::commitTransaction).isInstanceOf(ProducerFencedException.class);
            }
        }
    }

    private static void leaveOpen(Producer<byte[], byte[]> producer, ConsumerGroupMetadata group) throws Exception {
        producer.initTransactions();
        producer.beginTransaction();
        producer.send(new ProducerRecord<>(IN.topic(), new byte[1])).get();
        producer.sendOffsetsToTransaction(Map.of(IN, new OffsetAndMetadata(1)), group);
    }

    private static CommonSettings common(EmbeddedBroker broker) {
        return new CommonSettings(
                "ingest",
                "ingest-1",
                Map.of("bootstrap.servers", broker.address()),
                Map.of(),
                new Topics("test.", 1),
                true,
                (short) 1,
                HttpSettings.local(0),
                LogFormat.TEXT,
                TraceSettings.OFF);
    }
}
