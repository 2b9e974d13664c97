package dev.broadsheet.enrich.extract;

/** How many entities and figures were found in an article beyond what one may report. */
public record LeftOut(int entities, int metrics) {
    public static final LeftOut NOTHING = new LeftOut(0, 0);
}
