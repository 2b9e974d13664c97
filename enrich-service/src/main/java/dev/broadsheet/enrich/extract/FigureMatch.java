package dev.broadsheet.enrich.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells which quantity of an article a label means: one of that value and unit, inside the label's quote where that stands in the text, else
 * in the clause most like it. What was made of the quantities counts for nothing, so that what is learned does not hang on what was learned
 * before. Stateless.
 */
final class FigureMatch {
    private static final double INSIDE = 2;
    private static final int REACH = 24;

    /** A quantity of one block. */
    record Place(int block, Quantity quantity) {}

    private record Found(Sentence sentence, Quantity quantity) {}

    private FigureMatch() {}

    /** The label of each quantity that has one. */
    static Map<Place, LabelledFigure> of(List<ReadSentence> sentences, List<LabelledFigure> labels) {
        List<Found> left = new ArrayList<>();
        for (ReadSentence read : sentences) {
            read.quantities().forEach(quantity -> left.add(new Found(read.sentence(), quantity)));
        }
        Map<Place, LabelledFigure> matches = new HashMap<>();
        for (LabelledFigure label : labels) {
            Found best = best(left, label);
            if (best != null) {
                left.remove(best);
                matches.put(new Place(best.sentence().block(), best.quantity()), label);
            }
        }
        return matches;
    }

    private static @Nullable Found best(List<Found> left, LabelledFigure label) {
        String quote = FlatText.of(label.quote(), false).text();
        Found best = null;
        double most = -1;
        for (Found found : left) {
            double likeness = label.isOf(found.quantity()) ? likeness(found, quote) : -1;
            if (likeness > most) {
                most = likeness;
                best = found;
            }
        }
        return best;
    }

    private static double likeness(Found found, String quote) {
        String text = found.sentence().text();
        Quantity quantity = found.quantity();
        for (int at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
            if (at <= quantity.numberStart() && at + quote.length() >= quantity.unitEnd()) {
                return INSIDE;
            }
        }
        int from = Math.max(found.sentence().start(), quantity.start() - REACH);
        int to = Math.min(found.sentence().end(), quantity.end() + REACH);
        return LabelledFigure.overlap(quote, text.substring(from, to));
    }
}
