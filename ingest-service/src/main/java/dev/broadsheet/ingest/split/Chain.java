package dev.broadsheet.ingest.split;

import java.util.Arrays;

/**
 * The conditional random field over one example: the logarithm of the summed scores of all readings, or of those that agree with the
 * labels, and how often each feature is expected in them (forward-backward).
 */
final class Chain {
    private static final int N = Grammar.STATES;
    private static final double RARE = 1e-7;
    private final Example example;
    private final Weights weights;
    private final boolean labelled;
    private final int length;
    private final double[] rows;
    private final float[][] steps;
    private final double[] forward;
    private final double[] backward;

    Chain(Example example, Weights weights, boolean labelled) {
        this.example = example;
        this.weights = weights;
        this.labelled = labelled;
        length = example.traits.length;
        rows = new double[length * N];
        steps = new float[length][N * N];
        forward = new double[length * N];
        backward = new double[length * N];
        for (int i = 0; i < length; i++) {
            weights.ofSteps(example.traits[i], steps[i]);
            for (int state = 0; state < N; state++) {
                boolean fits = !labelled || (example.states[i] >> state & 1) != 0;
                rows[i * N + state] = fits ? weights.ofRow(state, example.traits[i]) : Double.NEGATIVE_INFINITY;
            }
        }
    }

    /** The logarithm of the sum; minus infinity where no reading agrees with the labels. */
    double forward() {
        for (int state = 0; state < N; state++) {
            forward[state] = rows[state] + (example.opens ? weights.opening(state) : 0);
        }
        double[] terms = new double[N];
        for (int i = 1; i < length; i++) {
            for (int state = 0; state < N; state++) {
                int count = 0;
                for (int before : weights.grammar().before(state)) {
                    if (fits(i, before, state)) {
                        terms[count++] = forward[(i - 1) * N + before] + steps[i][before * N + state];
                    }
                }
                forward[i * N + state] = rows[i * N + state] + logSum(terms, count);
            }
        }
        return logSum(Arrays.copyOfRange(forward, (length - 1) * N, length * N), N);
    }

    private boolean fits(int i, int before, int state) {
        return !labelled || example.fits(i, before, state);
    }

    /** Adds `sign` times the expected counts. Call after {@link #forward}, with what it returned. */
    void count(double total, double sign, Counts counts) {
        for (int i = length - 1; i >= 0; i--) {
            for (int state = 0; state < N; state++) {
                double share = StrictMath.exp(forward[i * N + state] + backward[i * N + state] - total);
                if (share > RARE) {
                    counts.row(state, example.traits[i], sign * share);
                    if (i == 0 && example.opens) {
                        counts.opening(state, sign * share);
                    }
                }
            }
            if (i > 0) {
                back(i, total, sign, counts);
            }
        }
    }

    private void back(int i, double total, double sign, Counts counts) {
        double[][] terms = new double[N][N];
        int[] used = new int[N];
        for (int state = 0; state < N; state++) {
            double rest = rows[i * N + state] + backward[i * N + state];
            if (rest == Double.NEGATIVE_INFINITY) {
                continue;
            }
            for (int before : weights.grammar().before(state)) {
                if (!fits(i, before, state)) {
                    continue;
                }
                double score = steps[i][before * N + state] + rest;
                terms[before][used[before]++] = score;
                double share = StrictMath.exp(forward[(i - 1) * N + before] + score - total);
                if (share > RARE) {
                    counts.step(before * N + state, example.traits[i], sign * share);
                }
            }
        }
        for (int before = 0; before < N; before++) {
            backward[(i - 1) * N + before] = logSum(terms[before], used[before]);
        }
    }

    private static double logSum(double[] terms, int count) {
        double top = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            top = Math.max(top, terms[i]);
        }
        if (top == Double.NEGATIVE_INFINITY) {
            return top;
        }
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += StrictMath.exp(terms[i] - top);
        }
        return top + StrictMath.log(sum);
    }
}
