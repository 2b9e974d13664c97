package dev.broadsheet.sink.reconcile;

import dev.broadsheet.sink.reconcile.Fact.ReceiptFact;
import dev.broadsheet.sink.store.Version;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which steps each version of a page has a receipt of. Receipts go by issue and pages by pageId, so this one is kept for all partitions. One thread. */
final class ReceiptIndex {
    private static final Set<String> ONCE = Set.of("SPLIT", "ENRICHED", "STORED");
    private static final long ABSENT = Long.MIN_VALUE;
    private static final int GENERATION_BITS = 12;

    private final LongMap steps = new LongMap();
    private final LongMap newestSplit = new LongMap();

    /** Whether the step had a receipt of another moment before; the same receipt twice, as after a crash of the outbox, is one. */
    boolean repeats(ReceiptFact receipt) {
        String issueId = receipt.issueId();
        String pageId = receipt.pageId();
        if (issueId == null || pageId == null || !ONCE.contains(receipt.state())) {
            return false;
        }
        if (receipt.state().equals("SPLIT")) {
            long order = order(receipt.receivedAt(), receipt.generation());
            newestSplit.put(pageId, Math.max(order, newestSplit.get(pageId, ABSENT)), ABSENT);
        }
        String step = step(receipt.state(), receipt.store(), pageId, issueId, receipt.generation());
        long at = receipt.at().toEpochMilli();
        long before = steps.put(step, at, ABSENT);
        return before != ABSENT && before != at;
    }

    boolean has(String state, @Nullable String store, String pageId, Version version) {
        return steps.contains(step(state, store, pageId, version.issueId(), version.generation()));
    }

    /** Whether the version was split before the moment; where no receipt tells, whether it was received before. */
    boolean splitBefore(String pageId, Version version, Instant moment) {
        String step = step("SPLIT", null, pageId, version.issueId(), version.generation());
        return steps.get(step, version.receivedAt().toEpochMilli()) < moment.toEpochMilli();
    }

    /** Whether the newest version that was split was received before the moment. */
    boolean newestReceivedBefore(String pageId, Instant moment) {
        return newestSplit.get(pageId, Long.MAX_VALUE) < order(moment, 0);
    }

    boolean wasSplit(String pageId) {
        return newestSplit.contains(pageId);
    }

    /** Whether every page that was split is among these. */
    boolean splitOnly(LongMap pageIds) {
        return pageIds.containsAll(newestSplit);
    }

    /** Whether a version newer than this one was split. */
    boolean splitLater(String pageId, Version version) {
        return newestSplit.get(pageId, ABSENT) > order(version.receivedAt(), version.generation());
    }

    private static String step(String state, @Nullable String store, String pageId, String issueId, long generation) {
        return String.join("\n", state, store == null ? "" : store, pageId, issueId, Long.toString(generation));
    }

    // Versions of one page that were received in the same millisecond are not told apart.
    private static long order(Instant receivedAt, long generation) {
        return (receivedAt.toEpochMilli() << GENERATION_BITS) | Math.min(generation, (1L << GENERATION_BITS) - 1);
    }
}
