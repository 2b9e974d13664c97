package dev.broadsheet.ingest;

import dev.broadsheet.contracts.AvroSerdes;
import dev.broadsheet.contracts.DeadLetter;
import dev.broadsheet.contracts.PageIdPartitioner;
import dev.broadsheet.contracts.RawIssue;
import dev.broadsheet.contracts.Receipt;
import dev.broadsheet.contracts.SplitResult;
import dev.broadsheet.contracts.Topic;
import dev.broadsheet.contracts.Topics;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;

/**
 * issues.backfill → split again → pages.backfill, which the version guard of {@link SplitTopology} reads; receipts and dead
 * letters beside it. No state: the seen deliveries are the live application's.
 */
final class BackfillTopology {
    static final String SOURCE = "issues-backfill";
    static final String SPLIT = "split-again";
    static final String PAGES = "pages-backfill";
    static final String RECEIPTS = "receipts";
    static final String DEAD_LETTERS = "dead-letters";

    private final Topics topics;
    private final AvroSerdes serdes;

    BackfillTopology(Topics topics, AvroSerdes serdes) {
        this.topics = topics;
        this.serdes = serdes;
    }

    Topology build(ProcessorSupplier<String, RawIssue, String, Object> split) {
        return new Topology()
                .addSource(
                        SOURCE,
                        new StringDeserializer(),
                        serdes.valueOf(topics.name(Topic.ISSUES), RawIssue.class)
                                .deserializer(),
                        topics.name(Topic.ISSUES_BACKFILL),
                        topics.name(Topic.RETRY_SPLIT_BACKFILL))
                .addProcessor(SPLIT, split, SOURCE)
                .addSink(
                        PAGES,
                        topics.name(Topic.PAGES_BACKFILL),
                        new StringSerializer(),
                        serdes.<SplitResult>value().serializer(),
                        new PageIdPartitioner<SplitResult>(
                                result -> result.getPage().getPageId()),
                        SPLIT)
                .addSink(
                        RECEIPTS,
                        topics.name(Topic.RECEIPTS),
                        new StringSerializer(),
                        serdes.<Receipt>value().serializer(),
                        SPLIT)
                .addSink(
                        DEAD_LETTERS,
                        topics.name(Topic.DEAD_LETTERS),
                        new StringSerializer(),
                        serdes.<DeadLetter>value().serializer(),
                        SPLIT);
    }
}
