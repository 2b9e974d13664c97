package dev.broadsheet.sink.reconcile;

import dev.broadsheet.sink.reconcile.Fact.ArticleFact;
import dev.broadsheet.sink.reconcile.Fact.EnrichedFact;
import dev.broadsheet.sink.reconcile.PageStory.ArticleStory;
import dev.broadsheet.sink.reconcile.StoreContents.ArticleRow;
import dev.broadsheet.sink.store.Version;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds articles that the page does not have, or no more, to standing nowhere. */
record GoneAudit(PageStory story, Knowledge known, Verdict verdict, PageDifferences differences) {

    void check(String id, ArticleStory article, boolean splitEnded) {
        ArticleFact split = article.split.fact();
        if (split != null && split.current()) {
            if (splitEnded) {
                orphan(PageAudit.ARTICLES, id, split.version());
            }
            return;
        }
        if (split != null && isOnItsWay(id, split)) {
            return;
        }
        EnrichedFact enriched = article.enriched.fact();
        if (enriched != null && enriched.current()) {
            orphan(PageAudit.ENRICHED, id, enriched.version());
            return;
        }
        differences.orphans(id, article, Set.of());
        goneFromStore(id, article.row, enriched);
    }

    /** Whether enrich has not come to its retraction, or gave it up. */
    private boolean isOnItsWay(String id, ArticleFact split) {
        if (!known.progress().passed(PageAudit.ARTICLES, story.partition(), split.offset())) {
            verdict.pending(Knowledge.ENRICH, PageAudit.ARTICLES);
            return true;
        }
        return known.fate(new Work(Knowledge.ENRICH, PageAudit.ARTICLES, id), split.version(), verdict)
                .excuses();
    }

    private void goneFromStore(String id, @Nullable ArticleRow row, @Nullable EnrichedFact enriched) {
        if (row == null || !row.current()) {
            return;
        }
        if (enriched != null) {
            if (!known.progress().passed(PageAudit.ENRICHED, story.partition(), enriched.offset())) {
                verdict.pending(known.storing(), PageAudit.ENRICHED);
                return;
            }
            Work storing = new Work(known.storing(), PageAudit.ENRICHED, id);
            if (known.fate(storing, enriched.version(), verdict).excuses()) {
                return;
            }
        }
        orphan(known.store(), id, row.version());
    }

    private void orphan(String place, String id, Version version) {
        differences.tell(
                Kind.ORPHAN,
                place,
                id,
                "stands in " + PageDifferences.told(version) + ", but the page does not have it");
    }
}
