package dev.broadsheet.enrich.extract;

import java.util.Random;
import java.util.stream.IntStream;

/** Sorts vectors of length 1 into groups that point the same way (spherical k-means, Dhillon and Modha 2001). Stateless. */
final class VectorGroups {
    private static final int ITERATIONS = 15;
    private static final long SEED = 1;

    private VectorGroups() {}

    /** The number of each vector's group, from 0; at most {@code groups}, fewer where some stay empty. */
    static int[] of(float[][] vectors, int groups) {
        float[][] centres = new Random(SEED)
                .ints(0, vectors.length)
                .distinct()
                .limit(Math.min(groups, vectors.length))
                .mapToObj(i -> vectors[i])
                .toArray(float[][]::new);
        int[] nearest = nearest(vectors, centres);
        for (int i = 0; i < ITERATIONS; i++) {
            centres = centres(vectors, nearest, centres);
            nearest = nearest(vectors, centres);
        }
        return nearest;
    }

    private static int[] nearest(float[][] vectors, float[][] centres) {
        float[][] byPart = new float[centres[0].length][centres.length];
        for (int c = 0; c < centres.length; c++) {
            for (int part = 0; part < byPart.length; part++) {
                byPart[part][c] = centres[c][part];
            }
        }
        return IntStream.range(0, vectors.length)
                .parallel()
                .map(i -> nearest(vectors[i], byPart))
                .toArray();
    }

    /** All centres side by side, part by part: the processor does several in one step. */
    private static int nearest(float[] vector, float[][] byPart) {
        float[] products = new float[byPart[0].length];
        for (int part = 0; part < vector.length; part++) {
            float factor = vector[part];
            float[] row = byPart[part];
            for (int c = 0; c < products.length; c++) {
                products[c] += factor * row[c];
            }
        }
        int best = 0;
        for (int c = 1; c < products.length; c++) {
            best = products[c] > products[best] ? c : best;
        }
        return best;
    }

    /** The mean directions of the groups; an empty one keeps its own. */
    private static float[][] centres(float[][] vectors, int[] nearest, float[][] before) {
        double[][] sums = new double[before.length][before[0].length];
        for (int i = 0; i < vectors.length; i++) {
            double[] sum = sums[nearest[i]];
            for (int part = 0; part < sum.length; part++) {
                sum[part] += vectors[i][part];
            }
        }
        float[][] centres = new float[before.length][];
        for (int c = 0; c < centres.length; c++) {
            float[] unit = WordVectors.unit(sums[c]);
            centres[c] = isZero(unit) ? before[c] : unit;
        }
        return centres;
    }

    private static boolean isZero(float[] vector) {
        for (float part : vector) {
            if (part != 0) {
                return false;
            }
        }
        return true;
    }
}
