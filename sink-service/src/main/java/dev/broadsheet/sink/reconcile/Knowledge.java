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
 * @param lettersKeptSince the same of topic dead-letters: what was given up before may have no letter any more
 */
record Knowledge(
        Letters letters,
        ReceiptIndex receipts,
        Progress progress,
        String store,
        Instant articlesKeptSince,
        Instant issuesKeptSince,
        Instant lettersKeptSince) {
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

    /** Whether the letter that told why the version shows no result may be gone, because it was split before; {@code verdict} is told that it is dead. */
    boolean isForgotten(String pageId, Version version, Verdict verdict) {
        return isForgotten(receipts.splitBefore(pageId, version, lettersKeptSince), verdict);
    }

    /** The same of what the store lacks: a version that has a STORED receipt was not given up there. */
    boolean isForgottenByStore(String pageId, Version version, Verdict verdict) {
        return !receipts.has("STORED", store, pageId, version) && isForgotten(pageId, version, verdict);
    }

    /** The same of the newest version that was split, where topic pages does not have it. */
    boolean isSplitForgotten(String pageId, Verdict verdict) {
        return isForgotten(receipts.newestReceivedBefore(pageId, lettersKeptSince), verdict);
    }

    private static boolean isForgotten(boolean before, Verdict verdict) {
        if (before) {
            verdict.dead();
        }
        return before;
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
