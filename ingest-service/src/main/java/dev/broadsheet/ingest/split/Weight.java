package dev.broadsheet.ingest.split;

import java.util.List;

/**
 * How well a trait fits a state (`from` is {@value #STATE}) or a step onto a row with that trait. `from` and `to` name a state or a group of states
 * ({@link State#named}).
 */
record Weight(Trait trait, String from, String to, float value) {
    static final String STATE = "-";

    /** The learned weights, weights.tsv. */
    static List<Weight> learned() {
        return table("weights.tsv", 4);
    }

    static List<Weight> table(String name, int columns) {
        return Vocabulary.model(name, columns).stream()
                .map(row -> new Weight(Trait.valueOf(row.get(0)), row.get(1), row.get(2), Float.parseFloat(row.get(3))))
                .toList();
    }

    Weight with(float other) {
        return new Weight(trait, from, to, other);
    }
}
