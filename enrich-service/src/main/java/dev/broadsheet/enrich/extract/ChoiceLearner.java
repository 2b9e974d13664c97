package dev.broadsheet.enrich.extract;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Learns {@link FigureWeights}: those under which what people chose is most probable among what could be chosen, less a penalty for large
 * weights. Climbs by {@link Rprop}. The same examples give the same weights.
 */
final class ChoiceLearner {
    /** What fewer choices, or only one document, show is not learned. */
    private static final int SEEN_IN = 3;

    private static final int DOCUMENTS = 2;
    private static final double PENALTY = 4;
    /** What subjects are learned from says less of other papers: people agree less on them. */
    private static final double SUBJECT_PENALTY = 12;

    private final Map<Long, Integer> ids = new TreeMap<>();
    private final List<ChoiceExample> examples;
    private final int[][][] rows;
    private final double[] weights;

    ChoiceLearner(List<ChoiceExample> examples) {
        this.examples = examples;
        number();
        this.rows = examples.stream()
                .map(example -> example.options().stream().map(this::rows).toArray(int[][]::new))
                .toArray(int[][][]::new);
        this.weights = new double[ids.size()];
    }

    /** Of each clue that is worth a weight. */
    Map<Long, Float> learn(int rounds) {
        Rprop climb = new Rprop(weights.length);
        double[] penalties = ids.keySet().stream()
                .mapToDouble(clue -> FigureClue.isOfSubject(clue) ? SUBJECT_PENALTY : PENALTY)
                .toArray();
        for (int round = 0; round < rounds; round++) {
            double[] gradient = gradient();
            for (int k = 0; k < weights.length; k++) {
                weights[k] += climb.move(k, gradient[k] - penalties[k] * weights[k]);
            }
        }
        Map<Long, Float> learned = new TreeMap<>();
        ids.forEach((clue, id) -> learned.put(clue, (float) weights[id]));
        return learned;
    }

    private void number() {
        Map<Long, Integer> seen = new HashMap<>();
        Map<Long, Set<String>> documents = new HashMap<>();
        for (ChoiceExample example : examples) {
            Set<Long> distinct = new HashSet<>();
            example.options().forEach(clues -> Arrays.stream(clues).forEach(distinct::add));
            for (Long clue : distinct) {
                seen.merge(clue, 1, Integer::sum);
                Set<String> where = documents.computeIfAbsent(clue, any -> new HashSet<>(DOCUMENTS));
                if (where.size() < DOCUMENTS) {
                    where.add(example.document());
                }
            }
        }
        seen.keySet().stream()
                .filter(clue -> seen.getOrDefault(clue, 0) >= SEEN_IN
                        && documents.getOrDefault(clue, Set.of()).size() >= DOCUMENTS)
                .sorted()
                .forEach(clue -> ids.put(clue, ids.size()));
    }

    private int[] rows(long[] clues) {
        return Arrays.stream(clues).filter(ids::containsKey).mapToInt(ids::get).toArray();
    }

    private double[] gradient() {
        double[] gradient = new double[weights.length];
        for (int i = 0; i < rows.length; i++) {
            add(rows[i], examples.get(i), gradient);
        }
        return gradient;
    }

    /** The slope of the logarithm of how probable it is that one of the right ones is chosen. */
    private void add(int[][] options, ChoiceExample example, double[] gradient) {
        double[] scores = Arrays.stream(options).mapToDouble(this::score).toArray();
        double highest = Arrays.stream(scores).max().orElse(0);
        double all = 0;
        double right = 0;
        for (int o = 0; o < scores.length; o++) {
            scores[o] = Math.exp(scores[o] - highest);
            all += scores[o];
            right += scores[o] * example.goods().get(o);
        }
        for (int o = 0; o < scores.length; o++) {
            double wanted = scores[o] * example.goods().get(o) / Math.max(right, Double.MIN_NORMAL);
            double slope = example.weight() * (wanted - scores[o] / all);
            for (int row : options[o]) {
                gradient[row] += slope;
            }
        }
    }

    private double score(int[] clues) {
        double score = 0;
        for (int row : clues) {
            score += weights[row];
        }
        return score;
    }
}
