package dev.broadsheet.ingest.split;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Reads the tables beside this package: tab separated, a header row, the last column a comment. A missing table or a short row is a
 * fault of the build and throws.
 */
final class Vocabulary {
    private static final ThreadLocal<Predicate<String>> LACKING = ThreadLocal.withInitial(() -> entry -> false);

    private Vocabulary() {}

    /** The words of the first column. */
    static List<String> words(String name) {
        return table(name, 2).stream().map(row -> row.get(0)).toList();
    }

    /**
     * What `read` returns when entries found in the pages of one fold alone are taken out of every table it reads. For measuring only:
     * vocabularies written with a page in sight would flatter the figures on that page.
     */
    static <T> T lacking(Predicate<String> entries, Supplier<T> read) {
        LACKING.set(entries);
        try {
            return read.get();
        } finally {
            LACKING.remove();
        }
    }

    static List<List<String>> table(String name, int columns) {
        Predicate<String> lacking = LACKING.get();
        return model(name, columns).stream()
                .filter(row -> !lacking.test(row.get(0)))
                .toList();
    }

    /** A table that holds no words of newspapers but what the model is made of. */
    static List<List<String>> model(String name, int columns) {
        try (InputStream in = Vocabulary.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no vocabulary " + name);
            }
            return read(name, columns, new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("vocabulary " + name, e);
        }
    }

    private static List<List<String>> read(String name, int columns, BufferedReader reader) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        reader.readLine();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            List<String> row = List.of(line.split("\t", -1));
            if (row.size() != columns) {
                throw new IllegalStateException("vocabulary " + name + ": " + columns + " columns wanted: " + line);
            }
            rows.add(row);
        }
        return rows;
    }

    static boolean startsWithAny(String folded, List<String> words) {
        for (String word : words) {
            if (folded.startsWith(word)) {
                return true;
            }
        }
        return false;
    }

    static boolean containsAny(String folded, List<String> words) {
        for (String word : words) {
            if (folded.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
