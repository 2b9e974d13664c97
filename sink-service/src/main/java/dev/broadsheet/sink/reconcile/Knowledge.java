package dev.broadsheet.sink.reconcile;

import dev.broadsheet.sink.store.Version;
import java.time.Instant;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

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

    /** What became of this very version; {@code verdict} is told of what waits or is dead. */
    Fate fate(Work work, Version version, Verdict verdict) {
        return fateOf(work, version::equals, verdict);
    }

    /** What became of any such record. */
    Fate fateOf(Work work, Predicate<@Nullable Version> version, Verdict verdict) {
        String place = progress.placeOf(work, version).orElse(null);
        if (place != null) {
            verdict.pending(work.stage(), place);
            return Fate.WAITING;
        }
        if (letters.hold(work, version)) {
            verdict.dead();
            return Fate.DEAD;
        }
        return letters.replayed(work, version) ? Fate.REPLAYED : Fate.NONE;
    }
}
