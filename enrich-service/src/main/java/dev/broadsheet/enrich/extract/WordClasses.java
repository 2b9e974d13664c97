package dev.broadsheet.enrich.extract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The classes of words that keep the same company, one in each of several sortings, from word-classes.tsv ({@link WordClassTraining}). Immutable. */
final class WordClasses {
    static final int SORTINGS = 4;

    /** Sixteen bits for each. */
    private final Map<String, Long> classes;

    private WordClasses(Map<String, Long> classes) {
        this.classes = classes;
    }

    /** Some 4 MB. */
    static WordClasses load() {
        List<List<String>> rows = Table.read("word-classes.tsv", SORTINGS + 1).rows();
        Map<String, Long> classes = new HashMap<>(rows.size() * 2);
        rows.forEach(row -> classes.put(row.get(0), packed(row)));
        return new WordClasses(classes);
    }

    private static long packed(List<String> row) {
        long packed = 0;
        for (int i = SORTINGS; i > 0; i--) {
            packed = packed << Short.SIZE | Integer.parseInt(row.get(i));
        }
        return packed;
    }

    /** What {@link #of(long, int)} is asked with; 0 for a word that has none. */
    long of(String word) {
        return classes.getOrDefault(word, 0L);
    }

    /** The word's class in a sorting, from 1. */
    static int of(long classes, int sorting) {
        return (int) (classes >>> (sorting * Short.SIZE)) & 0xFFFF;
    }
}
