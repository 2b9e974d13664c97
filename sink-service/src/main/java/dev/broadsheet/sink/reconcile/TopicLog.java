package dev.broadsheet.sink.reconcile;

import dev.broadsheet.sink.store.Partition;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The topics, committed records only, read without leaving a trace. Topics have no prefix here. One thread. */
public interface TopicLog {
    /** Topics whose records of one page lie on one partition, the page's. */
    List<String> BY_PAGE = List.of("pages", "articles", "articles.enriched", "metrics");

    /** Topics that go by the issue: a delivery's records lie on one partition. */
    List<String> BY_ISSUE = List.of("issues", "receipts");

    String LETTERS = "dead-letters";

    /** How many partitions every topic has. */
    int partitions();

    /** Where the records of a page lie. */
    int partitionOf(String pageId);

    /** Where the committed records of these topics end now: the offset after the last. */
    Map<Partition, Long> ends(Collection<String> topics);

    /** Where to begin to see every record about what was received at {@code since} or later. */
    Map<Partition, Long> starts(Collection<String> topics, Instant since);

    /** Next offset that the stage reading a topic (split: issues, enrich: articles) will process, where it has processed any. */
    Map<Partition, Long> processed();

    /**
     * Hands over what lies inside the stages (split: before the version guard) and on their retry topics and was not processed yet. {@code taken}: next
     * offsets that the store will take.
     */
    void waiting(Map<Partition, Long> taken, Consumer<Waiting> waiting);

    /** Before this moment records of the topic may have been cleaned away; the epoch where all are there. */
    Instant keptSince(String topic);

    /** Hands over every record from {@code from}, or the first, to before {@code to}, in order within a partition. */
    void read(
            Collection<Partition> partitions, Map<Partition, Long> from, Map<Partition, Long> to, Consumer<Fact> facts);
}
