package dev.broadsheet.sink.reconcile;

import dev.broadsheet.sink.reconcile.Fact.PageFact;
import dev.broadsheet.sink.reconcile.PageStory.ArticleStory;
import dev.broadsheet.sink.store.Version;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells the differences of one page in one look. */
record PageDifferences(PageStory story, String store, Verdict verdict) {

    void tell(Kind kind, String place, @Nullable String articleId, String what) {
        PageFact page = story.page().fact();
        String issueId = page == null ? null : page.version().issueId();
        String fileName = page == null ? null : page.fileName();
        verdict.difference(new Difference(
                kind,
                place,
                story.pageId(),
                issueId,
                articleId,
                fileName,
                what,
                Advice.of(kind, place, store, issueId)));
    }

    /** Tells where a record or row is not there, or not in the wanted version. */
    void stands(String place, String articleId, Fact.@Nullable Versioned there, Version wanted) {
        stands(place, articleId, there == null ? null : there.version(), there != null && there.current(), wanted);
    }

    void stands(String place, @Nullable String articleId, @Nullable Version there, boolean current, Version wanted) {
        if (there == null) {
            tell(Kind.LOST, place, articleId, "nothing is there; " + told(wanted) + " should be");
        } else if (there.compareTo(wanted) > 0) {
            tell(
                    Kind.LOST,
                    PageAudit.PAGES,
                    articleId,
                    place + " holds " + told(there) + ", which is newer than " + told(wanted) + " that stands");
        } else if (there.compareTo(wanted) < 0 || !current) {
            tell(
                    Kind.STALE,
                    place,
                    articleId,
                    told(there) + (current ? "" : ", retracted,") + " is there; " + told(wanted) + " should be");
        }
    }

    /** Tells where the same version was written more often than once and {@code repeats} times, or an older one after it. */
    void repeated(String place, @Nullable String articleId, Last<?> last, int repeats) {
        if (last.copies() > 1 + repeats) {
            tell(Kind.DUPLICATED, place, articleId, "the same version was written " + last.copies() + " times");
        }
        if (last.wentBack()) {
            tell(Kind.STALE, place, articleId, "the last record is older than one before it");
        }
    }

    /** Tells of figures that stand beside the expected ones, which are given by their suffix. */
    void orphans(String id, ArticleStory article, Set<String> expected) {
        long left = article.metrics.entrySet().stream()
                .filter(metric -> metric.getValue().current() && !expected.contains(metric.getKey()))
                .count();
        if (left > 0) {
            tell(Kind.ORPHAN, PageAudit.FIGURES, id, left + " figures stand that the article does not report");
        }
    }

    static String told(Version version) {
        return "version " + version.receivedAt() + " "
                + version.issueId().substring(0, Math.min(12, version.issueId().length()))
                + (version.generation() == 1 ? "" : " generation " + version.generation());
    }
}
