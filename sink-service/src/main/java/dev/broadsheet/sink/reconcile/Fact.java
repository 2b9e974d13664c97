package dev.broadsheet.sink.reconcile;

import dev.broadsheet.sink.store.Version;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What reconciliation keeps of one record of a topic. Offsets are those of the record; topics have no prefix here. */
public sealed interface Fact {

    /** When the issue it is about was received; null where that cannot be told. */
    @Nullable
    Instant receivedAt();

    /** What stands in one version of a page. */
    sealed interface Versioned extends Fact {
        Version version();

        boolean current();

        @Override
        default Instant receivedAt() {
            return version().receivedAt();
        }
    }

    /** Of topic issues. */
    record IssueFact(String issueId, String deliveryId, String fileName, Instant receivedAt, int partition, long offset)
            implements Fact {}

    /** Of topic receipts. */
    record ReceiptFact(
            String state,
            String service,
            @Nullable String store,
            String deliveryId,
            @Nullable String issueId,
            @Nullable String pageId,
            long generation,
            String fileName,
            Instant receivedAt,
            Instant at)
            implements Fact {}

    /** Of topic pages. */
    record PageFact(
            String pageId, Version version, boolean current, List<String> articleIds, String fileName, long offset)
            implements Versioned {}

    /** Of topic articles. */
    record ArticleFact(String articleId, String pageId, Version version, boolean current, long offset)
            implements Versioned {}

    /** Of topic articles.enriched. */
    record EnrichedFact(
            String articleId,
            String pageId,
            Version version,
            boolean current,
            int entities,
            List<String> metricIds,
            long offset)
            implements Versioned {}

    /** Of topic metrics. */
    record MetricFact(String metricId, String articleId, String pageId, Version version, boolean current)
            implements Versioned {}

    /**
     * Of topic dead-letters.
     *
     * @param partlyWritten whether a replay writes once more what had been written before it failed
     * @param about what the stage did not do; empty where reconciliation does not look at it
     * @param version of the page that the record belongs to, where it can be read
     */
    record LetterFact(
            String id,
            String state,
            boolean partlyWritten,
            Set<Work> about,
            @Nullable Version version,
            Instant at) implements Fact {
        // A letter may be about anything older: none is left out by time.
        @Override
        public @Nullable Instant receivedAt() {
            return null;
        }
    }

    /** A record of the time {@code at} that no reader understands: a dead letter of every stage that reads the topic has to hold it. */
    record UnreadableFact(String topic, int partition, long offset, Instant at, String deadLetterId) implements Fact {
        @Override
        public @Nullable Instant receivedAt() {
            return null;
        }
    }
}
