package dev.broadsheet.enrich.extract;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Learns {@link FigureWeights}: those under which what people chose is most probable among what could be chosen, less a penalty for large
 * weights. A weight has a part that all {@link LabelSource}s share and one of each (Daumé 2007), so that the habits of one are not taken for
 * everybody's. Climbs by {@link Rprop}. The same examples give the same weights.
 */
final class ChoiceLearner {
    /** What fewer choices, or only one document, show is not learned. */
    private static final int SEEN_IN = 3;

    private static final int DOCUMENTS = 2;
    private static final double PENALTY = 4;
    /** What subjects are learned from says less of other papers: people agree less on them. */
    private static final double SUBJECT_PENALTY = 12;

    /** The habits that stay in what is learned, and how much of each. */
    private static final Map<LabelSource, Double> KEPT = Map.of(LabelSource.PAGES, 0.4, LabelSource.WRITTEN, 0.6);

    /** Weights that are learned, by the numbers of their clues. */
    private static final class Part {
        private final double[] weights;
        private final double[] slopes;
        private final Rprop climb;

        Part(int clues) {
            weights = new double[clues];
            slopes = new double[clues];
            climb = new Rprop(clues);
        }

        void climb(double[] penalties) {
            for (int k = 0; k < weights.length; k++) {
                weights[k] += climb.move(k, slopes[k] - penalties[k] * weights[k]);
            }
            Arrays.fill(slopes, 0);
        }
    }

    private final Map<Long, Integer> ids = new TreeMap<>();
    private final List<ChoiceExample> examples;
    private final int[][][] rows;
    private final Part shared;
    private final Map<LabelSource, Part> own = new EnumMap<>(LabelSource.class);

    ChoiceLearner(List<ChoiceExample> examples) {
        this.examples = examples;
        number();
        this.rows = examples.stream()
                .map(example -> example.options().stream().map(this::rows).toArray(int[][]::new))
                .toArray(int[][][]::new);
        this.shared = new Part(ids.size());
        for (LabelSource source : LabelSource.values()) {
            own.put(source, new Part(ids.size()));
        }
    }

    /** Of each clue that is worth a weight. */
    Map<Long, Float> learn(int rounds) {
        double[] penalties = ids.keySet().stream()
                .mapToDouble(clue -> FigureClue.isOfSubject(clue) ? SUBJECT_PENALTY : PENALTY)
                .toArray();
        for (int round = 0; round < rounds; round++) {
            own.forEach(this::look);
            shared.climb(penalties);
            own.values().forEach(part -> part.climb(penalties));
        }
        double[] kept = shared.weights.clone();
        own.forEach((source, habits) -> {
            double share = KEPT.getOrDefault(source, 0.0);
            for (int k = 0; k < kept.length; k++) {
                kept[k] += share * habits.weights[k];
            }
        });
        Map<Long, Float> learned = new TreeMap<>();
        ids.forEach((clue, id) -> learned.put(clue, (float) kept[id]));
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

    /** Adds up the slopes of what a source tells. */
    private void look(LabelSource source, Part habits) {
        double[] weights = shared.weights.clone();
        for (int k = 0; k < weights.length; k++) {
            weights[k] += habits.weights[k];
        }
        for (int i = 0; i < rows.length; i++) {
            if (examples.get(i).source() == source) {
                add(rows[i], examples.get(i), weights, habits.slopes);
            }
        }
        for (int k = 0; k < weights.length; k++) {
            shared.slopes[k] += habits.slopes[k];
        }
    }

    /** The slope of the logarithm of how probable it is that one of the right ones is chosen. */
    private static void add(int[][] options, ChoiceExample example, double[] weights, double[] gradient) {
        double[] scores = Arrays.stream(options)
                .mapToDouble(clues -> score(clues, weights))
                .toArray();
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
            double slope = example.source().weight() * (wanted - scores[o] / all);
            for (int row : options[o]) {
                gradient[row] += slope;
            }
        }
    }

    private static double score(int[] clues, double[] weights) {
        double score = 0;
        for (int row : clues) {
            score += weights[row];
        }
        return score;
    }
}
