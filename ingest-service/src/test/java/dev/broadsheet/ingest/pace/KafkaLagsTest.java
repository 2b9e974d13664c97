package dev.broadsheet.ingest.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.ingest.pace.KafkaLags.Watched;
import dev.broadsheet.testsupport.EmbeddedBroker;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("backend")
class KafkaLagsTest {
    private static final Watched ISSUES = new Watched("split", "issues", false);
    private static final Watched ARTICLES = new Watched("enrich", "articles", true);
    private static final Watched AGAIN = new Watched("backfill", "issues.backfill", true);

    @TempDir
    Path folder;

    @Test
    void committedRecordsThatAGroupHasNotReadAreCounted() throws Exception {
        try (EmbeddedBroker broker = new EmbeddedBroker(folder.resolve("broker"));
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.address()));
                KafkaLags lags = new KafkaLags(
                        Map.of("bootstrap.servers", broker.address()), 2, List.of(ISSUES, ARTICLES), List.of(AGAIN))) {
            assertThatThrownBy(lags::read).as("there are no topics").isInstanceOf(KafkaException.class);
            admin.createTopics(List.of(topic("issues"), topic("articles"), topic("issues.backfill")))
                    .all()
                    .get();
            assertThat(lags.read()).as("groups that never were").isEqualTo(new Lags(0, 0));

            write(broker, "issues", 0, 5, false);
            write(broker, "articles", 1, 7, true);
            write(broker, "issues.backfill", 1, 3, true);
            // The marks of a committed transaction come a moment later.
            Awaitility.await()
                    .untilAsserted(() -> assertThat(lags.read())
                            .as("two topics; the mark is one more of what waits")
                            .isEqualTo(new Lags(5 + 7, 3 + 1)));

            commit(admin, "split", "issues", 0, 5);
            commit(admin, "enrich", "articles", 1, 7);
            commit(admin, "backfill", "issues.backfill", 1, 4);
            assertThat(lags.read()).as("a mark alone is no live record").isEqualTo(new Lags(0, 0));

            write(broker, "articles", 0, 1, true);
            Awaitility.await().untilAsserted(() -> assertThat(lags.read()).isEqualTo(new Lags(1, 0)));
            admin.deleteRecords(Map.of(new TopicPartition("articles", 0), RecordsToDelete.beforeOffset(2)))
                    .all()
                    .get();
            assertThat(lags.read()).as("what has expired does not wait").isEqualTo(new Lags(0, 0));
        }
    }

    private static NewTopic topic(String name) {
        return new NewTopic(name, 2, (short) 1);
    }

    private static void write(EmbeddedBroker broker, String topic, int partition, int records, boolean transactional) {
        Map<String, Object> config = transactional
                ? Map.of("bootstrap.servers", broker.address(), "transactional.id", "writer")
                : Map.of("bootstrap.servers", broker.address());
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
            if (transactional) {
                producer.initTransactions();
                producer.beginTransaction();
            }
            for (int i = 0; i < records; i++) {
                var unused = producer.send(new ProducerRecord<>(topic, partition, "k", "v"));
            }
            if (transactional) {
                producer.commitTransaction();
            }
        }
    }

    private static void commit(Admin admin, String group, String topic, int partition, long offset) throws Exception {
        admin.alterConsumerGroupOffsets(
                        group, Map.of(new TopicPartition(topic, partition), new OffsetAndMetadata(offset)))
                .all()
                .get();
    }
}
