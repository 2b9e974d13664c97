package dev.broadsheet.enrich.extract;

import java.util.Arrays;
import java.util.stream.IntStream;

/** A matrix that is mostly zero, by its rows. Filled by one thread; products may be asked for by any. */
final class SparseRows {
    private final int[][] columns;
    private final float[][] values;
    private final int[] sizes;
    private final int width;

    SparseRows(int rows, int width) {
        this.columns = new int[rows][4];
        this.values = new float[rows][4];
        this.sizes = new int[rows];
        this.width = width;
    }

    void add(int row, int column, double value) {
        int size = sizes[row]++;
        if (size == columns[row].length) {
            columns[row] = Arrays.copyOf(columns[row], size * 2);
            values[row] = Arrays.copyOf(values[row], size * 2);
        }
        columns[row][size] = column;
        values[row][size] = (float) value;
    }

    int height() {
        return sizes.length;
    }

    SparseRows transposed() {
        SparseRows turned = new SparseRows(width, sizes.length);
        for (int row = 0; row < sizes.length; row++) {
            for (int i = 0; i < sizes[row]; i++) {
                turned.add(columns[row][i], row, values[row][i]);
            }
        }
        return turned;
    }

    /** The product with a matrix of {@code width} rows; each row is summed by one thread, so that it is the same anywhere. */
    double[][] times(double[][] dense) {
        double[][] product = new double[sizes.length][dense[0].length];
        IntStream.range(0, sizes.length).parallel().forEach(row -> {
            for (int i = 0; i < sizes[row]; i++) {
                Dense.add(values[row][i], dense[columns[row][i]], product[row]);
            }
        });
        return product;
    }
}
