package dev.broadsheet.enrich.extract;

import java.util.ArrayList;
import java.util.List;

/**
 * A choice that a person made: what could be chosen, each with its clues and how good it is.
 *
 * @param document a page, or an article that was written to learn from
 * @param source whose choice it is
 * @param options clues of each possibility
 * @param goods from 0 for what is wrong, to 1; at least one is right
 */
record ChoiceExample(String document, LabelSource source, List<long[]> options, List<Double> goods) {

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

        ChoiceExample build(String document, LabelSource source) {
            return new ChoiceExample(document, source, List.copyOf(options), List.copyOf(goods));
        }
    }
}
