package dev.broadsheet.enrich;

import dev.broadsheet.contracts.Article;
import dev.broadsheet.contracts.ArticleMetrics;
import dev.broadsheet.contracts.AvroSerdes;
import dev.broadsheet.contracts.DeadLetter;
import dev.broadsheet.contracts.EnrichedArticle;
import dev.broadsheet.contracts.Metric;
import dev.broadsheet.contracts.PageIdPartitioner;
import dev.broadsheet.contracts.PageProgress;
import dev.broadsheet.contracts.Project;
import dev.broadsheet.contracts.ProjectChange;
import dev.broadsheet.contracts.ProjectReport;
import dev.broadsheet.contracts.Receipt;
import dev.broadsheet.contracts.Topic;
import dev.broadsheet.contracts.Topics;
import dev.broadsheet.runtime.OriginalTimestamps;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * articles and retry.enrich → articles.enriched, metrics, receipts, dead-letters, and by projectId → projects; all of one article in one transaction, each
 * project in one of its own. Three stores: on the partition of the pageId how far a page is (for its ENRICHED receipt), and which
 * metrics and projects stand for an article (so that those that vanish can be retracted); on that of the projectId what each article
 * says of a project. The builder is used for the repartition topic only: the plain Topology cannot make one.
 */
final class EnrichTopology {
    static final String SOURCE = "articles";
    static final String ENRICH = "enrich";
    static final String ENRICHED = "articles-enriched";
    static final String METRICS = "metrics";
    static final String RECEIPTS = "receipts";
    static final String DEAD_LETTERS = "dead-letters";
    static final String REPARTITION = "by-project";
    /** Node in front of the repartition topic. */
    static final String BY_PROJECT = "by-project-changes";

    static final String ASSEMBLE = "assemble";
    static final String PROJECTS = "projects";
    static final String PROGRESS_STORE = "page-progress";
    static final String METRICS_STORE = "article-metrics";
    static final String REPORTS_STORE = "project-reports";

    private static final Map<String, String> CHANGELOG = Map.of("compression.type", "zstd");

    private final Topics topics;
    private final AvroSerdes serdes;

    EnrichTopology(Topics topics, AvroSerdes serdes) {
        this.topics = topics;
        this.serdes = serdes;
    }

    Topology build(
            ProcessorSupplier<String, Article, String, Object> enrich,
            ProcessorSupplier<String, ProjectChange, String, Project> assemble) {
        StreamsBuilder builder = new StreamsBuilder();
        builder.addStateStore(this.<PageProgress>store(PROGRESS_STORE));
        builder.addStateStore(this.<ArticleMetrics>store(METRICS_STORE));
        builder.addStateStore(this.<ProjectReport>store(REPORTS_STORE));
        builder.stream(
                        List.of(topics.name(Topic.ARTICLES), topics.name(Topic.RETRY_ENRICH)),
                        Consumed.<String, Article>with(
                                        Serdes.String(), serdes.valueOf(topics.name(Topic.ARTICLES), Article.class))
                                .withName(SOURCE)
                                .withTimestampExtractor(new OriginalTimestamps()))
                .process(enrich, Named.as(ENRICH), PROGRESS_STORE, METRICS_STORE)
                .mapValues(ProjectChange.class::cast, Named.as(BY_PROJECT))
                .repartition(repartitioned())
                .process(assemble, Named.as(ASSEMBLE), REPORTS_STORE);
        return withSinks(builder.build());
    }

    private Repartitioned<String, ProjectChange> repartitioned() {
        return Repartitioned.<String, ProjectChange>as(REPARTITION)
                .withKeySerde(Serdes.String())
                .withValueSerde(serdes.internal())
                .withNumberOfPartitions(topics.partitions());
    }

    private Topology withSinks(Topology topology) {
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
                PROJECTS,
                topics.name(Topic.PROJECTS),
                new StringSerializer(),
                serdes.<Project>value().serializer(),
                ASSEMBLE);
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

    private <T extends SpecificRecord> StoreBuilder<?> store(String name) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), serdes.<T>internal())
                .withLoggingEnabled(CHANGELOG);
    }
}
