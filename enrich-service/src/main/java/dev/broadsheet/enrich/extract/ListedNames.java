package dev.broadsheet.enrich.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What an operator's names add to the scores of a sentence's stretches. A listed name gains as much as almost any name needs. A longer
 * name gains the same for each listed one it holds, if the model takes it for a name by itself: between the two the model decides as if
 * there were no list. Immutable.
 */
final class ListedNames {
    /** What speaks for a listed name. By what was learned, one labelled name in a hundred scores less than -3, the worst -8.7. */
    private static final double LISTED = 8;
    /** What a body's or a place's name must score by itself around a listed place: most of them open with one (某某区人民法院). */
    private static final double AROUND_PLACE = 0;
    /** A name of another type around a listed one, such as that of a brand's company. */
    private static final double OTHER_TYPE = 2;
    /** A name of the same type: more often a word too many. Half of all labelled names score less. */
    private static final double SAME_TYPE = 5;

    private static final int TYPES = NameWeights.TYPES;

    /** In reading order, none within another. */
    private final List<Candidate> listed;

    ListedNames(List<Candidate> rules) {
        List<Candidate> own = new ArrayList<>();
        for (Candidate rule : rules) {
            if (rule.weight() == VocabularySource.WEIGHT) {
                own.add(rule);
            }
        }
        own.sort(Comparator.comparingInt(Candidate::start));
        listed = List.copyOf(own);
    }

    /** @param scores of each span, a score for each type; added to */
    void add(long[] spans, double[] scores) {
        if (listed.isEmpty()) {
            return;
        }
        for (int i = 0; i < spans.length; i++) {
            int start = Proposals.start(spans[i]);
            int end = Proposals.end(spans[i]);
            double[] own = Arrays.copyOfRange(scores, i * TYPES, (i + 1) * TYPES);
            for (int n = firstFrom(start); n < listed.size() && listed.get(n).end() <= end; n++) {
                Candidate name = listed.get(n);
                if (name.length() == end - start) {
                    scores[i * TYPES + name.type().index()] += LISTED;
                } else {
                    addAround(name, own, scores, i * TYPES);
                }
            }
        }
    }

    private static void addAround(Candidate name, double[] own, double[] scores, int at) {
        for (EntityType around : EntityType.values()) {
            int t = around.index();
            scores[at + t] += own[t] > enough(name.type(), around) ? LISTED : 0;
        }
    }

    private static double enough(EntityType listed, EntityType around) {
        if (listed == EntityType.PLACE && (around == EntityType.PLACE || around == EntityType.ORGANIZATION)) {
            return AROUND_PLACE;
        }
        return listed == around ? SAME_TYPE : OTHER_TYPE;
    }

    /** The first listed name that starts at {@code position} or behind. */
    private int firstFrom(int position) {
        int low = 0;
        int high = listed.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (listed.get(middle).start() < position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
