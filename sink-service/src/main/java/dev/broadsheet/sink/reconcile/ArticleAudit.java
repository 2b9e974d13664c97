package dev.broadsheet.sink.reconcile;

import static dev.broadsheet.sink.reconcile.Tally.DEAD;
import static dev.broadsheet.sink.reconcile.Tally.PENDING;

import dev.broadsheet.sink.reconcile.Fact.ArticleFact;
import dev.broadsheet.sink.reconcile.Fact.EnrichedFact;
import dev.broadsheet.sink.reconcile.Fact.PageFact;
import dev.broadsheet.sink.reconcile.PageStory.ArticleStory;
import dev.broadsheet.sink.reconcile.StoreContents.ArticleRow;
import java.util.HashSet;
import java.util.Set;

/** Holds one article that the page has in its standing version to standing on every topic and in the store. One look, one object. */
final class ArticleAudit {
    private static final String FIGURES = "figures of enriched articles";

    private final PageStory story;
    private final Knowledge known;
    private final Verdict verdict;
    private final PageDifferences differences;
    private final PageFact page;
    private final Fate splitFate;
    private final String id;
    private final ArticleStory article;
    private boolean enriched;
    private boolean stored;

    /** {@code splitFate}: what is known of the page at the version guard, which writes its articles. */
    ArticleAudit(
            PageStory story,
            Knowledge known,
            Verdict verdict,
            PageDifferences differences,
            PageFact page,
            Fate splitFate,
            String id) {
        this.story = story;
        this.known = known;
        this.verdict = verdict;
        this.differences = differences;
        this.page = page;
        this.splitFate = splitFate;
        this.id = id;
        this.article = story.article(id);
    }

    static void equations(Tally tally, String store) {
        tally.with(PageAudit.ARTICLES, "enriched", DEAD, PENDING)
                .with(forStore(store), "stored", DEAD, PENDING)
                .with(FIGURES, "on metrics", DEAD, PENDING)
                .with("figures of stored articles", "stored")
                .with("entities of stored articles", "stored");
    }

    boolean isEnriched() {
        return enriched;
    }

    boolean isStored() {
        return stored;
    }

    void check() {
        ArticleFact split = article.split.fact();
        boolean isSplit = split != null && split.current() && split.version().equals(page.version());
        boolean kept = !page.version().receivedAt().isBefore(known.articlesKeptSince());
        if ((split != null || kept) && !splitFate.excuses()) {
            differences.stands(PageAudit.ARTICLES, id, split, page.version());
        }
        differences.repeated(PageAudit.ARTICLES, id, article.split, splitRepeats());
        verdict.tally().total(PageAudit.ARTICLES, 1);
        verdict.tally().total(forStore(known.store()), 1);
        EnrichedFact there = article.enriched.fact();
        enriched = there != null && there.current() && there.version().equals(page.version());
        if (there != null && enriched) {
            verdict.tally().part(PageAudit.ARTICLES, "enriched", 1);
            differences.repeated(PageAudit.ENRICHED, id, article.enriched, enrichRepeats());
            figures(there);
            stored(there);
            return;
        }
        Fate fate = known.fate(enriching(), page.version(), verdict);
        if (fate.excuses()) {
            open(fate);
        } else if (split != null && !known.progress().passed(PageAudit.ARTICLES, story.partition(), split.offset())) {
            verdict.pending(Knowledge.ENRICH, PageAudit.ARTICLES);
            open(Fate.WAITING);
        } else if (fate == Fate.REPLAYED) {
            differences.tell(
                    Kind.STRANDED, PageAudit.ENRICHED, id, "its dead letter was replayed, but it was not enriched");
        } else if (!isSplit && splitFate.excuses()) {
            open(splitFate);
        } else if (known.isForgotten(page.pageId(), page.version(), verdict)) {
            open(Fate.DEAD);
        } else {
            differences.stands(PageAudit.ENRICHED, id, there, page.version());
        }
    }

    /** Neither enriched nor stored, and that is accounted for. */
    private void open(Fate fate) {
        String part = fate == Fate.WAITING ? PENDING : DEAD;
        verdict.tally().part(PageAudit.ARTICLES, part, 1);
        verdict.tally().part(forStore(known.store()), part, 1);
    }

    private void figures(EnrichedFact enriched) {
        Set<String> expected = new HashSet<>();
        enriched.metricIds().forEach(metric -> expected.add(PageStory.suffix(metric, id)));
        if (expected.size() < enriched.metricIds().size()) {
            differences.tell(
                    Kind.DUPLICATED,
                    PageAudit.ENRICHED,
                    id,
                    enriched.metricIds().size() - expected.size() + " figures have the id of another");
        }
        long there = expected.stream()
                .map(article.metrics::get)
                .filter(one -> one != null && one.is(enriched.version(), true))
                .count();
        verdict.tally().total(FIGURES, expected.size());
        verdict.tally().part(FIGURES, "on metrics", there);
        if (there < expected.size()) {
            missing(expected.size(), there);
        }
        differences.orphans(id, article, expected);
        int repeats = enrichRepeats();
        int again = article.metrics.values().stream()
                .mapToInt(one -> Math.max(0, one.copies() - 1 - repeats))
                .sum();
        if (again > 0) {
            differences.tell(Kind.DUPLICATED, PageAudit.FIGURES, id, again + " figures were written once more");
        }
    }

    private void missing(int expected, long there) {
        Fate fate = known.fate(enriching(), page.version(), verdict);
        if (fate.excuses() || known.isForgotten(page.pageId(), page.version(), verdict)) {
            verdict.tally().part(FIGURES, fate == Fate.WAITING ? PENDING : DEAD, expected - there);
        } else {
            differences.tell(Kind.LOST, PageAudit.FIGURES, id, (expected - there) + " of its " + expected + " figures");
        }
    }

    private void stored(EnrichedFact enriched) {
        ArticleRow row = article.row;
        if (row != null && row.current() && row.version().equals(enriched.version())) {
            verdict.tally().part(forStore(known.store()), "stored", 1);
            boolean entities = findings("entities", enriched.entities(), row.entities());
            stored = findings("figures", enriched.metricIds().size(), row.metrics()) && entities;
            return;
        }
        Fate fate = known.fate(new Work(known.storing(), PageAudit.ENRICHED, id), enriched.version(), verdict);
        if (fate.excuses()) {
            verdict.tally().part(forStore(known.store()), fate == Fate.WAITING ? PENDING : DEAD, 1);
        } else if (!known.progress().passed(PageAudit.ENRICHED, story.partition(), enriched.offset())) {
            verdict.pending(known.storing(), PageAudit.ENRICHED);
            verdict.tally().part(forStore(known.store()), PENDING, 1);
        } else if (fate == Fate.REPLAYED) {
            differences.tell(Kind.STRANDED, known.store(), id, "its dead letter was replayed, but it was not stored");
        } else if (known.isForgottenByStore(page.pageId(), page.version(), verdict)) {
            verdict.tally().part(forStore(known.store()), DEAD, 1);
        } else {
            differences.stands(
                    known.store(),
                    id,
                    row == null ? null : row.version(),
                    row != null && row.current(),
                    enriched.version());
        }
    }

    /** Whether as many are there as should be. */
    private boolean findings(String name, int expected, int there) {
        String equation = name + " of stored articles";
        verdict.tally().total(equation, expected);
        verdict.tally().part(equation, "stored", there);
        if (there != expected) {
            differences.tell(
                    there < expected ? Kind.LOST : Kind.DUPLICATED,
                    known.store(),
                    id,
                    there + " " + name + " where articles.enriched has " + expected);
        }
        return there == expected;
    }

    private Work enriching() {
        return new Work(Knowledge.ENRICH, PageAudit.ARTICLES, id);
    }

    /** How often the guard wrote the article once more. */
    private int splitRepeats() {
        return known.letters().repeats(PageAudit.splitting(page.pageId()), page.version());
    }

    // Enrich takes an article that split repeats for a new one.
    private int enrichRepeats() {
        return splitRepeats() + known.letters().repeats(enriching(), page.version());
    }

    private static String forStore(String store) {
        return "articles for " + store;
    }
}
