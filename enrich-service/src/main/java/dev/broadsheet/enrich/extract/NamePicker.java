package dev.broadsheet.enrich.extract;

import dev.broadsheet.chinese.Divisions;
import java.util.Arrays;
import java.util.List;

/** Weighs everything in a sentence that may be a name by what was learned or listed, and picks the best set without overlaps. Any thread. */
final class NamePicker {
    private static final int TYPES = NameWeights.TYPES;

    /**
     * Where the edges of a stretch speak so much against a name, the stretch is not looked at any closer. That spares half of all
     * stretches; on the labelled pages none of the names.
     */
    private static final double HOPELESS = -2;

    /** Below what any name scores. */
    private static final double NEVER = -1000;

    private final NameWeights weights;
    private final Divisions divisions;
    private final double[] links = new double[NameLattice.JOINTS * TYPES * TYPES];

    NamePicker(NameWeights weights, Divisions divisions) {
        this.weights = weights;
        this.divisions = divisions;
        for (int joint = 0; joint < NameLattice.JOINTS; joint++) {
            for (int before = 0; before < TYPES; before++) {
                weights.add(Clue.FOLLOWS.of(joint, before), links, (joint * TYPES + before) * TYPES);
            }
        }
    }

    /** The names of a sentence, in reading order; {@code rules} is what the rules hold for names, overlaps and all. */
    List<Candidate> pick(Sentence sentence, List<Candidate> rules, Names names) {
        long[] spans = Proposals.of(sentence, rules, names);
        double[] scores = scores(sentence, spans, rules, names);
        new ListedNames(rules).add(spans, scores);
        return new NameLattice(sentence, spans, scores, links).best();
    }

    private double[] scores(Sentence sentence, long[] spans, List<Candidate> rules, Names names) {
        Clues clues = new Clues(sentence, rules, divisions, names);
        long[] held = rules.stream()
                .mapToLong(rule -> Proposals.span(rule.start(), rule.end()))
                .sorted()
                .toArray();
        int positions = sentence.end() - sentence.start() + 1;
        double[] starts = new double[positions * TYPES];
        double[] ends = new double[positions * TYPES];
        boolean[] started = new boolean[positions];
        boolean[] ended = new boolean[positions];
        double[] scores = new double[spans.length * TYPES];
        for (int i = 0; i < spans.length; i++) {
            int start = Proposals.start(spans[i]);
            int end = Proposals.end(spans[i]);
            int from = start - sentence.start();
            int to = end - sentence.start();
            if (!started[from]) {
                started[from] = true;
                add(clues.atStart(start), starts, from * TYPES);
            }
            if (!ended[to]) {
                ended[to] = true;
                add(clues.atEnd(end), ends, to * TYPES);
            }
            double most = HOPELESS;
            for (int t = 0; t < TYPES; t++) {
                scores[i * TYPES + t] = starts[from * TYPES + t] + ends[to * TYPES + t];
                most = Math.max(most, scores[i * TYPES + t]);
            }
            if (most > HOPELESS || isHeld(sentence, held, spans[i])) {
                add(clues.of(start, end), scores, i * TYPES);
            } else {
                Arrays.fill(scores, i * TYPES, (i + 1) * TYPES, NEVER);
            }
        }
        return scores;
    }

    /** Whether a rule or a list has exactly this stretch. */
    private static boolean isHeld(Sentence sentence, long[] rules, long span) {
        return Arrays.binarySearch(rules, span) >= 0
                || NameWords.KNOWN.row(sentence.text(), Proposals.start(span), Proposals.end(span)) >= 0;
    }

    private void add(ClueBuffer clues, double[] sums, int at) {
        for (int i = 0; i < clues.size(); i++) {
            weights.add(clues.get(i), sums, at);
        }
    }
}
