package dev.broadsheet.sink.reconcile;

import static dev.broadsheet.sink.reconcile.Tally.DEAD;
import static dev.broadsheet.sink.reconcile.Tally.PENDING;

import dev.broadsheet.sink.reconcile.Fact.PageFact;
import dev.broadsheet.sink.reconcile.StoreContents.PageRow;
import dev.broadsheet.sink.store.Version;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Holds one page against its record on {@code pages}: its articles there, enriched, with their figures, in the store, and its receipts. What a stage
 * has not come to is pending; what it gave up is dead, where the letter says so. One look, one object.
 */
final class PageAudit {
    static final String PAGES = "pages";
    static final String ARTICLES = "articles";
    static final String FIGURES = "metrics";

    static final String ENRICHED = "articles.enriched";
    private static final String RECEIPTS = "receipts";

    private final PageStory story;
    private final Knowledge known;
    private final Verdict verdict = new Verdict();
    private final PageDifferences differences;
    private final @Nullable PageFact page;
    private boolean allEnriched = true;
    private boolean allStored = true;

    private PageAudit(PageStory story, Knowledge known) {
        this.story = story;
        this.known = known;
        this.page = story.page().fact();
        this.differences = new PageDifferences(story, known.store(), verdict);
    }

    static Verdict of(PageStory story, Knowledge known) {
        PageAudit audit = new PageAudit(story, known);
        audit.check();
        return audit.verdict;
    }

    static void equations(Tally tally, String store) {
        tally.with(PAGES, "whole in " + store, DEAD, PENDING);
        ArticleAudit.equations(tally, store);
    }

    /** What the version guard does for a page. */
    static Work splitting(String pageId) {
        return new Work(Knowledge.SPLIT, Work.SPLIT_PAGES, pageId);
    }

    private void check() {
        if (page == null) {
            unknown();
            return;
        }
        int repeats = known.letters().repeats(splitting(story.pageId()), page.version());
        differences.repeated(PAGES, null, story.page(), repeats);
        if (known.receipts().splitLater(story.pageId(), page.version())
                && !isSplitting(version -> version != null && version.compareTo(page.version()) > 0)
                && !known.isSplitForgotten(story.pageId(), verdict)) {
            differences.tell(
                    Kind.LOST,
                    PAGES,
                    null,
                    "a newer version was split than " + PageDifferences.told(page.version()) + ", which stands");
        }
        articles(page);
        boolean whole = row(page);
        receipts(page, whole);
        count(whole);
    }

    private void articles(PageFact page) {
        Set<String> standing = page.current() ? new HashSet<>(page.articleIds()) : Set.of();
        // Of articles that stand as they should nothing is asked.
        Fate splitFate = isWritten(standing, page.version())
                ? Fate.NONE
                : known.fate(splitting(page.pageId()), page.version(), verdict);
        GoneAudit gone = new GoneAudit(story, known, verdict, differences);
        for (String id : story.articleIds().toArray(String[]::new)) {
            if (!standing.contains(id)) {
                gone.check(id, story.article(id), !splitFate.excuses());
            }
        }
        for (String id : standing) {
            ArticleAudit article = new ArticleAudit(story, known, verdict, differences, page, splitFate, id);
            article.check();
            allEnriched &= article.isEnriched();
            allStored &= article.isStored();
        }
    }

    /** Whether the guard wrote all that it had to of this version: each article, and no other one standing. */
    private boolean isWritten(Set<String> standing, Version version) {
        Set<String> written = new HashSet<>();
        for (String id : story.articleIds()) {
            Fact.ArticleFact split = story.article(id).split.fact();
            if (split != null && split.current()) {
                written.add(split.version().equals(version) ? id : "");
            }
        }
        return written.equals(standing);
    }

    /** Others tell of the page, topic pages does not. */
    private void unknown() {
        boolean told = known.receipts().wasSplit(story.pageId()) || story.hasRecords();
        if (told && (isSplitting(version -> true) || known.isSplitForgotten(story.pageId(), verdict))) {
            count(false);
        } else if (known.receipts().wasSplit(story.pageId())) {
            differences.tell(Kind.LOST, PAGES, null, "the page has a SPLIT receipt, but no record");
        } else if (story.hasRecords()) {
            differences.tell(
                    Kind.LOST, PAGES, null, "there are articles of the page, but no record of the page itself");
        } else if (story.row() != null || !story.articleIds().isEmpty()) {
            differences.tell(Kind.ORPHAN, known.store(), null, "the store has the page, topic pages does not");
        }
    }

    /** Whether such a version waits before the guard, or was given up there. */
    private boolean isSplitting(Predicate<@Nullable Version> version) {
        return known.fateOf(splitting(story.pageId()), version, verdict).excuses();
    }

    private void count(boolean whole) {
        verdict.tally().total(PAGES, 1);
        if (verdict.isPending()) {
            verdict.tally().part(PAGES, PENDING, 1);
        } else if (whole) {
            verdict.tally().part(PAGES, "whole in " + known.store(), 1);
        } else if (verdict.isDead()) {
            verdict.tally().part(PAGES, DEAD, 1);
        }
    }

    /** Whether the page stands whole in the store. */
    private boolean row(PageFact page) {
        PageRow row = story.row();
        if (row != null && row.version().equals(page.version()) && row.current() == page.current()) {
            if (allStored && page.current() && !row.complete()) {
                differences.tell(
                        Kind.STRANDED,
                        known.store(),
                        null,
                        "page and articles are there, but the page was never called whole");
            }
            return allStored && (row.complete() || !page.current());
        }
        Fate fate = known.fate(new Work(known.storing(), PAGES, page.pageId()), page.version(), verdict);
        if (!fate.excuses()) {
            missing(page, row, fate);
        }
        return false;
    }

    private void missing(PageFact page, @Nullable PageRow row, Fate fate) {
        if (!known.progress().passed(PAGES, story.partition(), page.offset())) {
            verdict.pending(known.storing(), PAGES);
        } else if (fate == Fate.REPLAYED) {
            differences.tell(Kind.STRANDED, known.store(), null, "its dead letter was replayed, but it was not stored");
        } else if (!known.isForgottenByStore(page.pageId(), page.version(), verdict)) {
            differences.stands(
                    known.store(),
                    null,
                    row == null ? null : row.version(),
                    row != null && row.current(),
                    page.version());
        }
    }

    private void receipts(PageFact page, boolean whole) {
        if (!page.current()) {
            return;
        }
        receipt("SPLIT", null, page);
        if (allEnriched && !page.articleIds().isEmpty()) {
            receipt("ENRICHED", null, page);
        }
        if (whole) {
            receipt("STORED", known.store(), page);
        }
    }

    private void receipt(String state, @Nullable String store, PageFact page) {
        if (!known.receipts().has(state, store, page.pageId(), page.version())) {
            differences.tell(
                    Kind.LOST,
                    RECEIPTS,
                    null,
                    "the page has no " + state + " receipt of " + PageDifferences.told(page.version()));
        }
    }
}
