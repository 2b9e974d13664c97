package dev.broadsheet.enrich.extract;

import java.util.ArrayList;
import java.util.List;

/**
 * What was found in a sentence.
 *
 * @param sentence with its words where it has figures; else without, since an article may be long
 * @param periods where times stand
 */
record ReadSentence(Sentence sentence, List<Candidate> names, List<Span> periods, List<Figure> figures) {
    /** Those of its figures, each once: figures of one quantity stand side by side. */
    List<Quantity> quantities() {
        List<Quantity> quantities = new ArrayList<>();
        for (Figure figure : figures) {
            Quantity quantity = figure.quantity();
            if (quantities.isEmpty() || quantities.get(quantities.size() - 1).start() < quantity.start()) {
                quantities.add(quantity);
            }
        }
        return quantities;
    }
}
