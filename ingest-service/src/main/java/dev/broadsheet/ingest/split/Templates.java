package dev.broadsheet.ingest.split;

import java.util.ArrayList;
import java.util.List;

/** Which weights there are to learn: those of templates.tsv, and one a step of the grammar. */
final class Templates {
    private static final String ALL = "*";

    private Templates() {}

    /** All of them, each with what it is before anything is learned: that of prior.tsv, else 0. */
    static List<Weight> weights() {
        List<Weight> weights = new ArrayList<>(templates());
        for (Weight prior : Weight.table("prior.tsv", 5)) {
            int at = weights.indexOf(prior.with(0));
            if (at < 0) {
                throw new IllegalStateException("prior.tsv: no template is " + prior);
            }
            weights.set(at, prior);
        }
        return weights;
    }

    private static List<Weight> templates() {
        List<Weight> weights = new ArrayList<>();
        for (List<String> row : Vocabulary.model("grammar.tsv", 3)) {
            weights.add(new Weight(Trait.ANY, row.get(0), row.get(1), 0));
        }
        for (List<String> row : Vocabulary.model("templates.tsv", 4)) {
            for (Trait trait : traits(row.get(0))) {
                weights.add(new Weight(trait, row.get(1), row.get(2), 0));
            }
        }
        return weights;
    }

    private static List<Trait> traits(String names) {
        if (names.equals(ALL)) {
            return List.of(Trait.values());
        }
        return List.of(names.split(" ", -1)).stream().map(Trait::valueOf).toList();
    }
}
