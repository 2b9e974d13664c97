package dev.broadsheet.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.contracts.Topic;
import dev.broadsheet.contracts.Topics;
import dev.broadsheet.testsupport.EmbeddedBroker;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What {@link TopicAdmin} makes of a real broker; every test has a prefix of its own. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("backend")
class KafkaClusterTest {
    @SuppressWarnings("NullAway.Init") // before all tests
    private EmbeddedBroker broker;

    @BeforeAll
    void startBroker(@TempDir Path folder) throws Exception {
        broker = new EmbeddedBroker(folder.resolve("broker"));
    }

    @AfterAll
    void stopBroker() {
        broker.close();
    }

    @Test
    void topicsAreCreatedAsTheContractSaysAndThenFit() {
        Health health = new Health();
        CommonSettings common = common("fit.", 3);

        TopicAdmin.prepare(common, List.of(Topic.values()), health);
        TopicAdmin.prepare(common, List.of(Topic.values()), health);

        assertThat(health.ready()).isTrue();
        assertThatThrownBy(() -> TopicAdmin.prepare(common("fit.", 4), List.of(Topic.PAGES), health))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("has 3 partitions");
    }

    /** Many, so that the broker is still at work on them when the controller has long said that they exist. */
    @Test
    void everyPartitionOfNewTopicsTakesARecordAtTheFirstTry() throws Exception {
        int partitions = 200;
        TopicAdmin.prepare(common("new.", partitions), List.of(Topic.PAGES), new Health());

        Map<String, Object> once =
                Map.of("bootstrap.servers", broker.address(), "retries", 0, "enable.idempotence", false);
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(once, new StringSerializer(), new StringSerializer())) {
            List<Future<RecordMetadata>> sent = IntStream.range(0, partitions)
                    .mapToObj(partition -> producer.send(
                            new ProducerRecord<>("new." + Topic.PAGES.suffix(), partition, "key", "text")))
                    .toList();
            for (Future<RecordMetadata> one : sent) {
                assertThat(one.get().offset()).isZero();
            }
        }
    }

    private CommonSettings common(String prefix, int partitions) {
        return new CommonSettings(
                "ingest",
                "ingest-1",
                Map.of("bootstrap.servers", broker.address()),
                Map.of(),
                new Topics(prefix, partitions),
                true,
                (short) 1,
                HttpSettings.local(0),
                LogFormat.TEXT,
                TraceSettings.OFF);
    }
}
