package dev.broadsheet.sink.reconcile;

import dev.broadsheet.sink.reconcile.Fact.ArticleFact;
import dev.broadsheet.sink.reconcile.Fact.EnrichedFact;
import dev.broadsheet.sink.reconcile.PageStory.ArticleStory;
import dev.broadsheet.sink.reconcile.StoreContents.ArticleRow;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds articles that the page does not have, or no more, to standing nowhere. */
record GoneAudit(PageStory story, Knowledge known, Verdict verdict, PageDifferences differences) {

    void check(String id, ArticleStory article) {
        ArticleFact split = article.split.fact();
        if (split != null && split.current()) {
            differences.tell(
                    Kind.ORPHAN,
                    PageAudit.ARTICLES,
                    id,
                    "stands in " + PageDifferences.told(split.version()) + ", but the page does not have it");
            return;
        }
        if (split != null && !known.progress().passed(PageAudit.ARTICLES, story.partition(), split.offset())) {
            verdict.pending();
            return;
        }
        if (split != null && known.letters().hold(Knowledge.ENRICH, id, split.version())) {
            verdict.dead();
            return;
        }
        EnrichedFact enriched = article.enriched.fact();
        if (enriched != null && enriched.current()) {
            differences.tell(
                    Kind.ORPHAN,
                    PageAudit.ENRICHED,
                    id,
                    "stands in " + PageDifferences.told(enriched.version()) + ", but the page does not have it");
            return;
        }
        differences.orphans(id, article, Set.of());
        goneFromStore(id, article.row, enriched);
    }

    private void goneFromStore(String id, @Nullable ArticleRow row, @Nullable EnrichedFact enriched) {
        if (row == null || !row.current()) {
            return;
        }
        if (enriched != null && !known.progress().passed(PageAudit.ENRICHED, story.partition(), enriched.offset())) {
            verdict.pending();
        } else if (enriched != null && known.letters().hold(known.storing(), id, enriched.version())) {
            verdict.dead();
        } else {
            differences.tell(
                    Kind.ORPHAN,
                    known.store(),
                    id,
                    "stands in " + PageDifferences.told(row.version()) + ", but the page does not have it");
        }
    }
}
