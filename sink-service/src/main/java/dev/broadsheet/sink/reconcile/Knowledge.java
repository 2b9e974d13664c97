package dev.broadsheet.sink.reconcile;

import java.time.Instant;

/**
 * What a page or delivery is judged by beside its own story.
 *
 * @param store its name
 * @param articlesKeptSince before this moment records of topic articles may have been cleaned away
 * @param issuesKeptSince the same of topic issues
 */
record Knowledge(
        Letters letters,
        ReceiptIndex receipts,
        Progress progress,
        String store,
        Instant articlesKeptSince,
        Instant issuesKeptSince) {
    static final String SPLIT = "split";
    static final String ENRICH = "enrich";

    /** The stage of dead letters that writes the store. */
    String storing() {
        return "sink." + store;
    }
}
