package dev.broadsheet.enrich.extract;

import java.util.ArrayList;
import java.util.List;

/**
 * A choice that a person made: what could be chosen, each with its clues and how good it is.
 *
 * @param document a page, or an article that was written to learn from
 * @param options clues of each possibility
 * @param goods from 0 for what is wrong, to 1; at least one is right
 * @param weight how many examples this one counts for
 */
record ChoiceExample(String document, List<long[]> options, List<Double> goods, double weight) {

    /** Gathers possibilities. */
    static final class Builder {
        private final List<long[]> options = new ArrayList<>();
        private final List<Double> goods = new ArrayList<>();

        void add(long[] clues, double good) {
            options.add(clues);
            goods.add(good);
        }

        boolean hasRight() {
            return goods.stream().anyMatch(good -> good > 0);
        }

        ChoiceExample build(String document, double weight) {
            return new ChoiceExample(document, List.copyOf(options), List.copyOf(goods), weight);
        }
    }
}
