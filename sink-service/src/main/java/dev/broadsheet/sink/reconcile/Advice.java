package dev.broadsheet.sink.reconcile;

import org.jspecify.annotations.Nullable;

/** What mends a difference. */
final class Advice {
    private Advice() {}

    static String of(Kind kind, String place, String store, @Nullable String issueId) {
        String reprocess = issueId == null
                ? "drop the file again"
                : "deploy/broadsheet reprocess --issue " + issueId + " brings it again";
        return switch (kind) {
            case LOST, STALE ->
                place.equals("receipts")
                        ? "what stands is whole; look in the logs for a stage that ended at that moment"
                        : reprocess;
            case STRANDED ->
                place.equals("receipts") || place.equals("issues")
                        ? reprocess + "; deploy/broadsheet dead-letters list tells whether it was given up"
                        : reprocess;
            case DUPLICATED ->
                place.equals(store)
                        ? reprocess
                        : "stores and newest records hold it once; look whether two applications run under one name, and whether"
                                + " the store was made anew or restored";
            case ORPHAN ->
                place.equals(store)
                        ? "let the store read its topics again (sink-service/README.md, Start anew)"
                        : reprocess + "; subscribers go by pages, which does not have it";
        };
    }
}
