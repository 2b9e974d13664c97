package dev.broadsheet.cli.compare;

/**
 * Sums over the pages of a dry run; one thread. Names of the fields are those of the JSON document.
 *
 * @param missing pages whose bytes have expired, which could not be compared
 */
public record Totals(
        int pages,
        int unchanged,
        int differing,
        int failing,
        int missing,
        int articlesAdded,
        int articlesChanged,
        int articlesGone,
        int articlesUnchanged,
        int entitiesGained,
        int entitiesLost,
        int metricsGained,
        int metricsLost) {
    public static final Totals NONE = new Totals(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    public Totals plus(PageDifference page) {
        boolean failed = page.failure() != null;
        return new Totals(
                pages + 1,
                unchanged + (page.unchanged() ? 1 : 0),
                differing + (page.unchanged() || failed ? 0 : 1),
                failing + (failed ? 1 : 0),
                missing,
                articlesAdded + page.articles().added().size(),
                articlesChanged + page.articles().changed().size(),
                articlesGone + page.articles().gone().size(),
                articlesUnchanged + page.articles().unchanged(),
                entitiesGained + page.entities().gained().size(),
                entitiesLost + page.entities().lost().size(),
                metricsGained + page.metrics().gained().size(),
                metricsLost + page.metrics().lost().size());
    }

    public Totals withMissing(int number) {
        return new Totals(
                pages,
                unchanged,
                differing,
                failing,
                number,
                articlesAdded,
                articlesChanged,
                articlesGone,
                articlesUnchanged,
                entitiesGained,
                entitiesLost,
                metricsGained,
                metricsLost);
    }

    /** For a person, on one line. */
    public String line() {
        return pages + " pages: " + unchanged + " unchanged, " + differing + " differ, " + failing + " would fail, "
                + missing
                + " without bytes; articles: " + articlesAdded + " added, " + articlesChanged + " changed, "
                + articlesGone
                + " gone, " + articlesUnchanged + " unchanged; entities: " + entitiesGained + " gained, " + entitiesLost
                + " lost; metrics: " + metricsGained + " gained, " + metricsLost + " lost";
    }
}
