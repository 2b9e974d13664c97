package dev.broadsheet.enrich.extract;

import java.util.Random;
import java.util.stream.IntStream;

/**
 * A vector of length 1 for each row of a great sparse matrix, in the few directions in which the rows differ most (latent semantic analysis,
 * Deerwester et al. 1990, by subspace iteration). Rows that are alike have vectors that are. Stateless.
 */
final class WordVectors {
    private static final int ITERATIONS = 6;
    private static final long SEED = 1;

    private WordVectors() {}

    static float[][] of(SparseRows rows, int directions) {
        SparseRows columns = rows.transposed();
        double[][] basis = random(rows.height(), directions);
        Dense.orthonormalize(basis);
        for (int i = 0; i < ITERATIONS; i++) {
            basis = rows.times(columns.times(basis));
            Dense.orthonormalize(basis);
        }
        return placed(basis, Dense.root(Dense.gram(columns.times(basis))));
    }

    private static double[][] random(int height, int width) {
        Random random = new Random(SEED);
        double[][] rows = new double[height][width];
        for (double[] row : rows) {
            for (int i = 0; i < width; i++) {
                row[i] = random.nextGaussian();
            }
        }
        return rows;
    }

    /** What the rows are within the basis, up to a turn of all of them: scalar products are those of the matrix. */
    private static float[][] placed(double[][] basis, double[][] root) {
        float[][] vectors = new float[basis.length][];
        IntStream.range(0, basis.length).parallel().forEach(r -> {
            double[] vector = new double[root.length];
            for (int k = 0; k < root.length; k++) {
                Dense.add(basis[r][k], root[k], vector);
            }
            vectors[r] = unit(vector);
        });
        return vectors;
    }

    static float[] unit(double[] vector) {
        double square = 0;
        for (double part : vector) {
            square += part * part;
        }
        double length = Math.sqrt(square);
        float[] unit = new float[vector.length];
        for (int i = 0; i < unit.length && length > 0; i++) {
            unit[i] = (float) (vector[i] / length);
        }
        return unit;
    }
}
