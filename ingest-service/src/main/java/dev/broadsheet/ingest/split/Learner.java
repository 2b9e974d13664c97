package dev.broadsheet.ingest.split;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Learns weights: those under which the labels are most probable, less a penalty for large weights (a conditional random field with
 * Gaussian prior). Climbs by iRprop-, which needs no step sizes to be tuned. The same examples give the same weights on any number
 * of processors.
 */
final class Learner {
    private static final double PENALTY = 2;
    private static final int ROUNDS = 60;
    private static final double FIRST_STEP = 0.1;
    private static final double LARGEST_STEP = 1;
    private static final double SMALLEST_STEP = 1e-4;
    private static final double FASTER = 1.2;
    private static final double SLOWER = 0.5;
    /** A fixed number, so that sums are always made in the same order. */
    private static final int SHARES = 8;

    private final Grammar grammar = new Grammar();
    private final List<Example> examples;
    private final List<Weight> prior = Templates.weights();
    private final List<Weight> weights = new ArrayList<>(prior);

    /** Every example must be readable ({@link #isReadable}): one that no reading agrees with has nothing to teach. */
    Learner(List<Example> examples) {
        this.examples = examples;
    }

    /** Whether the grammar has a reading that agrees with the labels. */
    static boolean isReadable(Example example) {
        Weights none = new Weights(new Grammar(), List.of());
        return new Chain(example, none, true).forward() > Double.NEGATIVE_INFINITY;
    }

    List<Weight> learn() {
        double[] steps = new double[weights.size()];
        double[] slopes = new double[weights.size()];
        Arrays.fill(steps, FIRST_STEP);
        for (int round = 0; round < ROUNDS; round++) {
            Counts counts = counts();
            for (int k = 0; k < steps.length; k++) {
                climb(k, counts, steps, slopes);
            }
        }
        return weights;
    }

    private void climb(int k, Counts counts, double[] steps, double[] slopes) {
        Weight weight = weights.get(k);
        double slope = counts.of(weight, grammar)
                - PENALTY * (weight.value() - prior.get(k).value());
        double turn = slope * slopes[k];
        if (turn > 0) {
            steps[k] = Math.min(LARGEST_STEP, steps[k] * FASTER);
        } else if (turn < 0) {
            steps[k] = Math.max(SMALLEST_STEP, steps[k] * SLOWER);
            slope = 0;
        }
        weights.set(k, weight.with((float) (weight.value() + Math.signum(slope) * steps[k])));
        slopes[k] = slope;
    }

    private Counts counts() {
        Weights compiled = new Weights(grammar, weights);
        List<Counts> shares = IntStream.range(0, SHARES)
                .parallel()
                .mapToObj(share -> share(share, compiled))
                .toList();
        Counts sum = shares.get(0);
        shares.subList(1, SHARES).forEach(sum::add);
        return sum;
    }

    private Counts share(int share, Weights compiled) {
        Counts counts = new Counts();
        for (int i = share; i < examples.size(); i += SHARES) {
            Chain free = new Chain(examples.get(i), compiled, false);
            Chain labelled = new Chain(examples.get(i), compiled, true);
            double all = free.forward();
            double right = labelled.forward();
            free.count(all, -1, counts);
            labelled.count(right, 1, counts);
        }
        return counts;
    }
}
