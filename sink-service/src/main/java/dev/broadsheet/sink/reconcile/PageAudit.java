package dev.broadsheet.sink.reconcile;

import static dev.broadsheet.sink.reconcile.Tally.DEAD;
import static dev.broadsheet.sink.reconcile.Tally.PENDING;

import dev.broadsheet.sink.reconcile.Fact.ArticleFact;
import dev.broadsheet.sink.reconcile.Fact.EnrichedFact;
import dev.broadsheet.sink.reconcile.Fact.PageFact;
import dev.broadsheet.sink.reconcile.PageStory.ArticleStory;
import dev.broadsheet.sink.reconcile.PageStory.Standing;
import dev.broadsheet.sink.reconcile.StoreContents.ArticleRow;
import dev.broadsheet.sink.reconcile.StoreContents.PageRow;
import java.util.HashSet;
import java.util.Set;
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
        tally.with(PAGES, "whole in " + store, DEAD, PENDING)
                .with(ARTICLES, "enriched", DEAD, PENDING)
                .with("articles for " + store, "stored", DEAD, PENDING)
                .with("figures of enriched articles", "on metrics")
                .with("figures of stored articles", "stored")
                .with("entities of stored articles", "stored");
    }

    private void check() {
        if (page == null) {
            unknown();
            return;
        }
        differences.repeated(PAGES, null, story.page());
        if (known.receipts().splitLater(story.pageId(), page.version())) {
            differences.tell(
                    Kind.LOST,
                    PAGES,
                    null,
                    "a newer version was split than " + PageDifferences.told(page.version()) + ", which stands");
        }
        Set<String> standing = page.current() ? new HashSet<>(page.articleIds()) : Set.of();
        GoneAudit gone = new GoneAudit(story, known, verdict, differences);
        for (String id : story.articleIds().toArray(String[]::new)) {
            if (!standing.contains(id)) {
                gone.check(id, story.article(id));
            }
        }
        standing.forEach(id -> standing(id, story.article(id), page));
        boolean whole = row(page);
        receipts(page, whole);
        count(whole);
    }

    /** Others tell of the page, topic pages does not. */
    private void unknown() {
        if (known.receipts().wasSplit(story.pageId())) {
            differences.tell(Kind.LOST, PAGES, null, "the page has a SPLIT receipt, but no record");
        } else if (story.hasRecords()) {
            differences.tell(
                    Kind.LOST, PAGES, null, "there are articles of the page, but no record of the page itself");
        } else if (story.row() != null || !story.articleIds().isEmpty()) {
            differences.tell(Kind.ORPHAN, known.store(), null, "the store has the page, topic pages does not");
        }
    }

    private void count(boolean whole) {
        verdict.tally().total(PAGES, 1);
        if (whole) {
            verdict.tally().part(PAGES, "whole in " + known.store(), 1);
        } else if (verdict.isPending()) {
            verdict.tally().part(PAGES, PENDING, 1);
        } else if (verdict.isDead()) {
            verdict.tally().part(PAGES, DEAD, 1);
        }
    }

    /** An article that the page has in its standing version. */
    private void standing(String id, ArticleStory article, PageFact page) {
        ArticleFact split = article.split.fact();
        if (split != null || !page.version().receivedAt().isBefore(known.articlesKeptSince())) {
            differences.stands(ARTICLES, id, split, page.version());
        }
        differences.repeated(ARTICLES, id, article.split);
        verdict.tally().total(ARTICLES, 1);
        verdict.tally().total("articles for " + known.store(), 1);
        EnrichedFact enriched = article.enriched.fact();
        if (enriched != null && enriched.current() && enriched.version().equals(page.version())) {
            verdict.tally().part(ARTICLES, "enriched", 1);
            differences.repeated(ENRICHED, id, article.enriched);
            figures(id, article, enriched);
            stored(id, article.row, enriched);
            return;
        }
        allEnriched = false;
        allStored = false;
        if (known.letters().hold(Knowledge.ENRICH, id, page.version())) {
            dead(ARTICLES);
            dead("articles for " + known.store());
        } else if (split != null && !known.progress().passed(ARTICLES, story.partition(), split.offset())) {
            pending(ARTICLES);
            pending("articles for " + known.store());
        } else if (known.letters().replayed(Knowledge.ENRICH, id, page.version())) {
            differences.tell(Kind.STRANDED, ENRICHED, id, "its dead letter was replayed, but it was not enriched");
        } else {
            differences.stands(ENRICHED, id, enriched, page.version());
        }
    }

    private void figures(String id, ArticleStory article, EnrichedFact enriched) {
        Set<String> expected = new HashSet<>();
        enriched.metricIds().forEach(metric -> expected.add(PageStory.suffix(metric, id)));
        if (expected.size() < enriched.metricIds().size()) {
            differences.tell(
                    Kind.DUPLICATED,
                    ENRICHED,
                    id,
                    enriched.metricIds().size() - expected.size() + " figures have the id of another");
        }
        Standing stands = new Standing(enriched.version(), true);
        long there = expected.stream()
                .filter(one -> stands.equals(article.metrics.get(one)))
                .count();
        if (there < expected.size()) {
            differences.tell(
                    Kind.LOST, FIGURES, id, (expected.size() - there) + " of its " + expected.size() + " figures");
        }
        differences.orphans(id, article, expected);
        if (article.repeatedMetrics > 0) {
            differences.tell(Kind.DUPLICATED, FIGURES, id, article.repeatedMetrics + " figures were written once more");
        }
        verdict.tally().total("figures of enriched articles", expected.size());
        verdict.tally().part("figures of enriched articles", "on metrics", there);
    }

    private void stored(String id, @Nullable ArticleRow row, EnrichedFact enriched) {
        if (row != null && row.current() && row.version().equals(enriched.version())) {
            verdict.tally().part("articles for " + known.store(), "stored", 1);
            findings(id, "entities", enriched.entities(), row.entities());
            findings(id, "figures", enriched.metricIds().size(), row.metrics());
            return;
        }
        allStored = false;
        if (known.letters().hold(known.storing(), id, enriched.version())) {
            dead("articles for " + known.store());
        } else if (!known.progress().passed(ENRICHED, story.partition(), enriched.offset())) {
            pending("articles for " + known.store());
        } else if (known.letters().replayed(known.storing(), id, enriched.version())) {
            differences.tell(Kind.STRANDED, known.store(), id, "its dead letter was replayed, but it was not stored");
        } else {
            differences.stands(
                    known.store(),
                    id,
                    row == null ? null : row.version(),
                    row != null && row.current(),
                    enriched.version());
        }
    }

    private void findings(String id, String name, int expected, int there) {
        String equation = name + " of stored articles";
        verdict.tally().total(equation, expected);
        verdict.tally().part(equation, "stored", there);
        if (there != expected) {
            allStored = false;
            differences.tell(
                    there < expected ? Kind.LOST : Kind.DUPLICATED,
                    known.store(),
                    id,
                    there + " " + name + " where articles.enriched has " + expected);
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
        if (known.letters().hold(known.storing(), page.pageId(), page.version())) {
            verdict.dead();
        } else if (!known.progress().passed(PAGES, story.partition(), page.offset())) {
            verdict.pending();
        } else {
            differences.stands(
                    known.store(),
                    null,
                    row == null ? null : row.version(),
                    row != null && row.current(),
                    page.version());
        }
        return false;
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

    private void dead(String equation) {
        verdict.dead();
        verdict.tally().part(equation, DEAD, 1);
    }

    private void pending(String equation) {
        verdict.pending();
        verdict.tally().part(equation, PENDING, 1);
    }
}
