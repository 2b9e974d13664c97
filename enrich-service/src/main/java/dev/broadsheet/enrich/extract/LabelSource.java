package dev.broadsheet.enrich.extract;

/** Where the labels of an article's figures come from: all follow one guide, and each a little in its own way. */
public enum LabelSource {
    /** Printed pages with the labels that lie beside them. */
    PAGES(3),
    /** Printed pages with labels of our own. */
    OWN(3),
    /** Articles that were written to learn from, labelled by who wrote them. */
    WRITTEN(1);

    private final double weight;

    LabelSource(double weight) {
        this.weight = weight;
    }

    /** How many examples one of its choices counts for: there are more written articles than printed ones, and printed ones are what shall be read. */
    double weight() {
        return weight;
    }
}
