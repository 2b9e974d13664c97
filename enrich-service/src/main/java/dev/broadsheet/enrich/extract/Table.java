package dev.broadsheet.enrich.extract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A vocabulary file: tab-separated rows, {@code #} starts a line of comment, the last column is a comment and may be missing.
 * A row with too few columns, or that does not pass the check of its vocabulary, fails with its line number.
 */
public final class Table {
    private final List<List<String>> rows;

    private Table(List<List<String>> rows) {
        this.rows = rows;
    }

    static Table read(String name, int columns) {
        return read(Table.class, name, columns, row -> {});
    }

    /** The file beside {@code home}. The check throws IllegalArgumentException for a bad row, which fails with IllegalStateException. */
    public static Table read(Class<?> home, String name, int columns, Consumer<List<String>> check) {
        List<List<String>> rows = new ArrayList<>();
        try (InputStream in = home.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("vocabulary " + name + " is missing from the jar");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            int number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                List<String> cells = List.of(line.split("\t", -1));
                if (cells.size() < columns || cells.get(0).isBlank()) {
                    throw new IllegalStateException(name + ":" + number + ": expected " + columns + " columns");
                }
                checked(cells, check, name + ":" + number);
                if (!Withheld.holds(cells.get(0))) {
                    rows.add(cells);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Table(List.copyOf(rows));
    }

    private static void checked(List<String> cells, Consumer<List<String>> check, String place) {
        try {
            check.accept(cells);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(place + ": " + e.getMessage(), e);
        }
    }

    /** The first column of every row whose second column is {@code group}. */
    public List<String> group(String group) {
        return rows.stream()
                .filter(row -> row.get(1).equals(group))
                .map(row -> row.get(0))
                .toList();
    }

    List<String> column(int index) {
        return rows.stream().map(row -> row.get(index)).toList();
    }

    public List<List<String>> rows() {
        return rows;
    }
}
