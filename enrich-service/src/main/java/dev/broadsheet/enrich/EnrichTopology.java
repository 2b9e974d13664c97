package dev.broadsheet.enrich;

import dev.broadsheet.contracts.Article;
import dev.broadsheet.contracts.ArticleMetrics;
import dev.broadsheet.contracts.AvroSerdes;
import dev.broadsheet.contracts.DeadLetter;
import dev.broadsheet.contracts.EnrichedArticle;
import dev.broadsheet.contracts.Metric;
import dev.broadsheet.contracts.PageIdPartitioner;
import dev.broadsheet.contracts.PageProgress;
import dev.broadsheet.contracts.Receipt;
import dev.broadsheet.contracts.Topic;
import dev.broadsheet.contracts.Topics;
import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * articles → articles.enriched, metrics, receipts, dead-letters, all of one article in one transaction. Two stores, both
 * on the partition of the pageId: how far a page is (for its ENRICHED receipt), and which metrics stand for an article
 * (so that those that vanish can be retracted).
 */
final class EnrichTopology {
    static final String SOURCE = "articles";
    static final String ENRICH = "enrich";
    static final String ENRICHED = "articles-enriched";
    static final String METRICS = "metrics";
    static final String RECEIPTS = "receipts";
    static final String DEAD_LETTERS = "dead-letters";
    static final String PROGRESS_STORE = "page-progress";
    static final String METRICS_STORE = "article-metrics";

    // A changelog record is small; the broker's limit for large pages does not apply.
    private static final Map<String, String> CHANGELOG = Map.of("compression.type", "zstd");

    private final Topics topics;
    private final AvroSerdes serdes;

    EnrichTopology(Topics topics, AvroSerdes serdes) {
        this.topics = topics;
        this.serdes = serdes;
    }

    Topology build(ProcessorSupplier<String, Article, String, Object> enrich) {
        Topology topology = new Topology();
        topology.addSource(
                SOURCE, new StringDeserializer(), serdes.<Article>value().deserializer(), topics.name(Topic.ARTICLES));
        topology.addProcessor(ENRICH, enrich, SOURCE);
        topology.addStateStore(progressStore(), ENRICH);
        topology.addStateStore(metricsStore(), ENRICH);
        topology.addSink(
                ENRICHED,
                topics.name(Topic.ARTICLES_ENRICHED),
                new StringSerializer(),
                serdes.<EnrichedArticle>value().serializer(),
                new PageIdPartitioner<>(value -> value.getArticle().getPageId()),
                ENRICH);
        topology.addSink(
                METRICS,
                topics.name(Topic.METRICS),
                new StringSerializer(),
                serdes.<Metric>value().serializer(),
                new PageIdPartitioner<>(Metric::getPageId),
                ENRICH);
        topology.addSink(
                RECEIPTS,
                topics.name(Topic.RECEIPTS),
                new StringSerializer(),
                serdes.<Receipt>value().serializer(),
                ENRICH);
        topology.addSink(
                DEAD_LETTERS,
                topics.name(Topic.DEAD_LETTERS),
                new StringSerializer(),
                serdes.<DeadLetter>value().serializer(),
                ENRICH);
        return topology;
    }

    private StoreBuilder<?> progressStore() {
        return Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(PROGRESS_STORE),
                        Serdes.String(),
                        serdes.<PageProgress>internal())
                .withLoggingEnabled(CHANGELOG);
    }

    private StoreBuilder<?> metricsStore() {
        return Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(METRICS_STORE),
                        Serdes.String(),
                        serdes.<ArticleMetrics>internal())
                .withLoggingEnabled(CHANGELOG);
    }
}
