package dev.broadsheet.enrich.extract;

import dev.broadsheet.chinese.Divisions;
import java.util.Arrays;
import java.util.List;

/** Weighs everything in a sentence that may be a name by what was learned or listed, and picks the best set without overlaps. Any thread. */
final class NamePicker {
    private static final int TYPES = NameWeights.TYPES;

    /**
     * In hundredths. Where edges and joints of a stretch speak so much against a name, the stretch is not looked at any closer. That spares
     * more than half of all stretches; on the labelled pages none of the names.
     */
    private static final int HOPELESS = -50;

    private final NameWeights weights;
    private final WordVotes words;
    private final CaseSums forms;
    private final CaseSums shapes;
    private final Divisions divisions;
    private final double[] links = new double[NameLattice.JOINTS * TYPES * TYPES];
    private final HopefulNames hopeful;

    NamePicker(NameWeights weights, Divisions divisions) {
        this.weights = weights;
        this.words = new WordVotes(weights);
        this.forms = new CaseSums(weights, StretchForm.COUNT, StretchForm::clues);
        this.shapes = new CaseSums(weights, StretchShape.COUNT, StretchShape::clues);
        int[] sums = new int[links.length];
        this.divisions = divisions;
        for (int joint = 0; joint < NameLattice.JOINTS; joint++) {
            for (int before = 0; before < TYPES; before++) {
                weights.add(Clue.FOLLOWS.of(joint, before), sums, (joint * TYPES + before) * TYPES);
            }
        }
        Arrays.setAll(links, i -> sums[i] * NameWeights.UNIT);
        this.hopeful = new HopefulNames(links);
    }

    /** The names of a sentence, in reading order; {@code rules} is what the rules hold for names, overlaps and all. */
    List<Candidate> pick(Sentence sentence, List<Candidate> rules, Names names) {
        long[] spans = Proposals.of(sentence, rules, names);
        double[] scores = new double[spans.length * TYPES];
        int kept = weigh(sentence, spans, scores, rules, names);
        spans = Arrays.copyOf(spans, kept);
        new ListedNames(rules).add(spans, scores);
        spans = Arrays.copyOf(spans, hopeful.toFront(spans, scores));
        return new NameLattice(sentence, spans, scores, links).best();
    }

    /** Fills the scores of all stretches that may be names, moves both to the front, and returns how many these are. */
    private int weigh(Sentence sentence, long[] spans, double[] scores, List<Candidate> rules, Names names) {
        WordVotes.Votes[] votes = words.of(sentence);
        Clues clues = new Clues(sentence, WordVotes.kinds(votes), rules, divisions, names);
        EdgeSums edges = new EdgeSums(sentence, clues, weights, votes, spans);
        long[] held = new long[rules.size()];
        for (int i = 0; i < held.length; i++) {
            held[i] = Proposals.span(rules.get(i).start(), rules.get(i).end());
        }
        Arrays.sort(held);
        int[] sums = new int[TYPES];
        int kept = 0;
        for (long span : spans) {
            int start = Proposals.start(span);
            int end = Proposals.end(span);
            if (edges.of(start, end, sums) > HOPELESS || isHeld(held, span) || clues.isKnown(start, end)) {
                int shape = clues.shape(start, end);
                forms.add(clues.form(start, end), sums);
                shapes.add(shape, sums);
                weights.add(clues.others(start, end, shape), sums, 0);
                for (int t = 0; t < TYPES; t++) {
                    scores[kept * TYPES + t] = sums[t] * NameWeights.UNIT;
                }
                spans[kept++] = span;
            }
        }
        return kept;
    }

    /** Whether a rule has exactly this stretch. */
    private static boolean isHeld(long[] rules, long span) {
        return Arrays.binarySearch(rules, span) >= 0;
    }
}
