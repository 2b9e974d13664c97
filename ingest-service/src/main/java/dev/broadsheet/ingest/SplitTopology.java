package dev.broadsheet.ingest;

import dev.broadsheet.contracts.Article;
import dev.broadsheet.contracts.AvroSerdes;
import dev.broadsheet.contracts.DeadLetter;
import dev.broadsheet.contracts.Page;
import dev.broadsheet.contracts.PageIdPartitioner;
import dev.broadsheet.contracts.PageState;
import dev.broadsheet.contracts.RawIssue;
import dev.broadsheet.contracts.Receipt;
import dev.broadsheet.contracts.SeenIssue;
import dev.broadsheet.contracts.SplitResult;
import dev.broadsheet.contracts.Topic;
import dev.broadsheet.contracts.Topics;
import dev.broadsheet.runtime.OriginalTimestamps;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * issues and retry.split → split (first or duplicate, by issueId) → by-page (repartitioned by pageId) → version guard → pages, articles;
 * reprocessed pages join before the guard, after the live ones that wait; receipts and dead letters from both. What one record causes is
 * one transaction. The builder is used for the repartition topic only: the plain Topology cannot make one.
 */
final class SplitTopology {
    static final String SOURCE = "issues";
    static final String SPLIT = "split";
    static final String REPARTITION = "by-page";
    /** Node in front of the repartition topic. */
    static final String BY_PAGE = "by-page-results";

    /** What {@link BackfillTopology} brings. */
    static final String BACKFILL = "pages-backfill";

    static final String GUARD = "version-guard";
    static final String PAGES = "pages";
    static final String ARTICLES = "articles";
    static final String SPLIT_RECEIPTS = "split-receipts";
    static final String PAGE_RECEIPTS = "page-receipts";
    static final String DEAD_LETTERS = "dead-letters";
    static final String SEEN_STORE = "seen";
    static final String PAGE_STORE = "page";

    private static final Map<String, String> CHANGELOG = Map.of("compression.type", "zstd");

    private final Topics topics;
    private final AvroSerdes serdes;
    private final Clock clock;

    SplitTopology(Topics topics, AvroSerdes serdes, Clock clock) {
        this.topics = topics;
        this.serdes = serdes;
        this.clock = clock;
    }

    Topology build(
            ProcessorSupplier<String, RawIssue, String, Object> split,
            ProcessorSupplier<String, SplitResult, String, Object> guard) {
        StreamsBuilder builder = new StreamsBuilder();
        builder.addStateStore(this.<SeenIssue>store(SEEN_STORE));
        builder.addStateStore(this.<PageState>store(PAGE_STORE));
        builder.stream(
                        List.of(topics.name(Topic.ISSUES), topics.name(Topic.RETRY_SPLIT)),
                        Consumed.<String, RawIssue>with(
                                        Serdes.String(), serdes.valueOf(topics.name(Topic.ISSUES), RawIssue.class))
                                .withName(SOURCE)
                                .withTimestampExtractor(new OriginalTimestamps()))
                .process(split, Named.as(SPLIT), SEEN_STORE)
                .mapValues(SplitResult.class::cast, Named.as(BY_PAGE))
                .repartition(repartitioned())
                .merge(reprocessed(builder), Named.as("live-and-reprocessed"))
                .process(guard, Named.as(GUARD), PAGE_STORE);
        return withSinks(builder.build());
    }

    /*
     * Of the records that wait for one task Streams takes that with the oldest time first. The time at which a reprocessed
     * page gets to the head of its partition is newer than that at which any waiting live page was received, so live pages go
     * first; but it gets no newer while the page waits there, so reprocessed pages are not held up for ever.
     */
    private KStream<String, SplitResult> reprocessed(StreamsBuilder builder) {
        return builder.stream(
                topics.name(Topic.PAGES_BACKFILL),
                Consumed.with(Serdes.String(), serdes.valueOf(topics.name(Topic.PAGES_BACKFILL), SplitResult.class))
                        .withName(BACKFILL)
                        .withTimestampExtractor((record, partitionTime) -> clock.millis()));
    }

    private Repartitioned<String, SplitResult> repartitioned() {
        return Repartitioned.<String, SplitResult>as(REPARTITION)
                .withKeySerde(Serdes.String())
                .withValueSerde(serdes.internal())
                .withNumberOfPartitions(topics.partitions())
                .withStreamPartitioner(
                        new PageIdPartitioner<>(result -> result.getPage().getPageId()));
    }

    private Topology withSinks(Topology topology) {
        topology.addSink(
                PAGES,
                topics.name(Topic.PAGES),
                new StringSerializer(),
                serdes.<Page>value().serializer(),
                new PageIdPartitioner<Page>(Page::getPageId),
                GUARD);
        topology.addSink(
                ARTICLES,
                topics.name(Topic.ARTICLES),
                new StringSerializer(),
                serdes.<Article>value().serializer(),
                new PageIdPartitioner<Article>(Article::getPageId),
                GUARD);
        receipts(topology, SPLIT_RECEIPTS, SPLIT);
        receipts(topology, PAGE_RECEIPTS, GUARD);
        return topology.addSink(
                DEAD_LETTERS,
                topics.name(Topic.DEAD_LETTERS),
                new StringSerializer(),
                serdes.<DeadLetter>value().serializer(),
                SPLIT);
    }

    private void receipts(Topology topology, String name, String parent) {
        topology.addSink(
                name,
                topics.name(Topic.RECEIPTS),
                new StringSerializer(),
                serdes.<Receipt>value().serializer(),
                parent);
    }

    private <T extends SpecificRecord> StoreBuilder<?> store(String name) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), serdes.<T>internal())
                .withLoggingEnabled(CHANGELOG);
    }
}
