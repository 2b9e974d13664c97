package dev.broadsheet.enrich.extract;

import java.util.Arrays;

/**
 * iRprop-: climbs by the sign of each slope alone, with a step of its own for every dimension, so that no step sizes need tuning
 * (Igel and Hüsken, 2000). Not thread-safe.
 */
final class Rprop {
    private static final double FIRST_STEP = 0.1;
    private static final double LARGEST_STEP = 1;
    private static final double SMALLEST_STEP = 1e-4;
    private static final double FASTER = 1.2;
    private static final double SLOWER = 0.5;

    private final double[] steps;
    private final double[] slopes;

    Rprop(int dimensions) {
        steps = new double[dimensions];
        slopes = new double[dimensions];
        Arrays.fill(steps, FIRST_STEP);
    }

    /** How far to go in this dimension, whose slope is now this. */
    double move(int dimension, double slope) {
        double turn = slope * slopes[dimension];
        double taken = slope;
        if (turn > 0) {
            steps[dimension] = Math.min(LARGEST_STEP, steps[dimension] * FASTER);
        } else if (turn < 0) {
            steps[dimension] = Math.max(SMALLEST_STEP, steps[dimension] * SLOWER);
            taken = 0;
        }
        slopes[dimension] = taken;
        return Math.signum(taken) * steps[dimension];
    }
}
