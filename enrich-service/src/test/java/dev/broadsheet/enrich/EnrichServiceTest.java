package dev.broadsheet.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.broadsheet.contracts.Article;
import dev.broadsheet.contracts.AvroSerdes;
import dev.broadsheet.contracts.PageIdPartitioner;
import dev.broadsheet.contracts.Receipt;
import dev.broadsheet.contracts.ReceiptState;
import dev.broadsheet.contracts.Topic;
import dev.broadsheet.runtime.Service;
import dev.broadsheet.testsupport.EmbeddedBroker;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole service against a real broker, which refuses what is too large for a topic. */
@Timeout(180)
@Tag("backend")
class EnrichServiceTest {
    private static final Duration SOON = Duration.ofSeconds(90);
    private static final String PREFIX = "t.";
    private static final int FIGURES = 6_000;
    /** The ids of an article's metrics open with its own: with this one, those of {@link #FIGURES} take more than a broker does by itself. */
    private static final String LONG_ID = "i".repeat(240);

    private final AvroSerdes serdes =
            new AvroSerdes(Map.of("schema.registry.url", "mock://enrich-service", "auto.register.schemas", true));

    @TempDir
    Path folder;

    @Test
    void anArticleOfThousandsOfFiguresPassesAndEveryInternalTopicTakesWhatThePublicOnesTake() throws Exception {
        try (EmbeddedBroker broker = new EmbeddedBroker(folder.resolve("broker"));
                Service enrich = start(broker)) {
            send(broker, article(LONG_ID, "全年新建住房11套。".repeat(FIGURES)));
            send(broker, article("next", "全年新建住房11套。"));

            await("both receipts")
                    .atMost(SOON)
                    .untilAsserted(() -> assertThat(enriched(broker)).contains(LONG_ID, "next"));
            assertThat(enrich.health().live()).isTrue();
            assertThat(internalLimits(broker))
                    .hasSizeGreaterThan(7)
                    .allSatisfy((topic, limit) ->
                            assertThat(limit).as(topic).isGreaterThan(Topic.METRICS.maxMessageBytes()));
        }
    }

    private Service start(EmbeddedBroker broker) {
        EnrichService service = new EnrichService(
                EnrichSettings.read(Map.of(
                        "BROADSHEET_KAFKA_BOOTSTRAP_SERVERS",
                        broker.address(),
                        "BROADSHEET_REGISTRY_URL",
                        "mock://enrich-service",
                        "BROADSHEET_REGISTRY_AUTO_REGISTER_SCHEMAS",
                        "true",
                        "BROADSHEET_TOPIC_PREFIX",
                        PREFIX,
                        "BROADSHEET_TOPIC_PARTITIONS",
                        "1",
                        "BROADSHEET_HTTP_PORT",
                        "0",
                        "BROADSHEET_ENRICH_LIMIT",
                        "60s",
                        "BROADSHEET_STATE_DIR",
                        folder.resolve("state").toString())),
                Clock.systemUTC());
        service.start();
        await("ready").atMost(SOON).until(() -> service.health().ready());
        return service;
    }

    /** The only one of its page. */
    private static Article article(String issueId, String body) {
        return Article.newBuilder(Articles.article(issueId, 0, 1, body))
                .setPageId(issueId)
                .build();
    }

    private void send(EmbeddedBroker broker, Article article) throws Exception {
        Map<String, Object> config = Map.of(
                "bootstrap.servers",
                broker.address(),
                "max.request.size",
                Integer.toString(Topic.ARTICLES.maxMessageBytes()));
        try (KafkaProducer<String, Article> producer = new KafkaProducer<>(
                config, new StringSerializer(), serdes.<Article>value().serializer())) {
            int partition = PageIdPartitioner.partition(article.getPageId(), 1);
            producer.send(new ProducerRecord<>(
                            PREFIX + Topic.ARTICLES.suffix(), partition, article.getArticleId(), article))
                    .get();
        }
    }

    /** Issues whose pages were enriched. */
    private List<String> enriched(EmbeddedBroker broker) {
        Map<String, Object> config = Map.of("bootstrap.servers", broker.address(), "isolation.level", "read_committed");
        try (KafkaConsumer<String, Receipt> consumer = new KafkaConsumer<>(
                config, new StringDeserializer(), serdes.<Receipt>value().deserializer())) {
            TopicPartition receipts = new TopicPartition(PREFIX + Topic.RECEIPTS.suffix(), 0);
            consumer.assign(List.of(receipts));
            consumer.seekToBeginning(List.of(receipts));
            List<String> issues = new ArrayList<>();
            long end = consumer.endOffsets(List.of(receipts)).getOrDefault(receipts, 0L);
            while (consumer.position(receipts) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    if (record.value().getState() == ReceiptState.ENRICHED) {
                        issues.add(record.key());
                    }
                });
            }
            return issues;
        }
    }

    /** Largest record of each repartition and changelog topic of both applications. */
    private static Map<String, Integer> internalLimits(EmbeddedBroker broker) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.address()))) {
            Set<ConfigResource> internal = admin.listTopics().names().get().stream()
                    .filter(name -> name.endsWith("-changelog") || name.endsWith("-repartition"))
                    .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                    .collect(Collectors.toSet());
            Map<String, Integer> limits = new TreeMap<>();
            for (Map.Entry<ConfigResource, Config> topic :
                    admin.describeConfigs(internal).all().get().entrySet()) {
                limits.put(
                        topic.getKey().name(),
                        Integer.valueOf(topic.getValue()
                                .get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG)
                                .value()));
            }
            return limits;
        }
    }
}
