package dev.broadsheet.enrich.extract;

import java.util.stream.IntStream;

/** What {@link WordVectors} needs of linear algebra, on matrices given by their rows. Every sum has one order, so that it is the same anywhere. Stateless. */
final class Dense {
    private Dense() {}

    /** Adds a multiple of one row to another. */
    static void add(double factor, double[] row, double[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * row[i];
        }
    }

    /** The scalar products of all pairs of columns. */
    static double[][] gram(double[][] rows) {
        int width = rows[0].length;
        double[][] gram = new double[width][width];
        IntStream.range(0, width).parallel().forEach(i -> {
            for (double[] row : rows) {
                add(row[i], row, gram[i]);
            }
        });
        return gram;
    }

    /** The lower triangle whose product with its transpose is this symmetric, positive definite matrix (Cholesky). */
    static double[][] root(double[][] matrix) {
        int size = matrix.length;
        double[][] root = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    rest -= root[i][k] * root[j][k];
                }
                root[i][j] = i == j ? Math.sqrt(rest) : rest / root[j][j];
            }
        }
        return root;
    }

    /** Makes the columns of the rows orthogonal and of length 1, which span what they spanned before. */
    static void orthonormalize(double[][] rows) {
        double[][] root = root(gram(rows));
        IntStream.range(0, rows.length).parallel().forEach(r -> {
            double[] row = rows[r];
            for (int i = 0; i < row.length; i++) {
                for (int k = 0; k < i; k++) {
                    row[i] -= root[i][k] * row[k];
                }
                row[i] /= root[i][i];
            }
        });
    }
}
