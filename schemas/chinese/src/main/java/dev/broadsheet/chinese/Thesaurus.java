package dev.broadsheet.chinese;

import com.hankcs.hanlp.HanLP;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The kinds of meaning of some 77,000 words, from the thesaurus 同义词词林 that HanLP brings. It sorts words into major, middle and minor
 * classes, written as Ae03: people, by calling, officials. Immutable; any thread may ask.
 */
public final class Thesaurus {
    private static final String FILE = "/data/dictionary/synonym/CoreSynonym.txt";
    private static final Pattern CLASS = Pattern.compile("[A-Z][a-z]\\d\\d");
    private static final int CLASS_LETTERS = 4;
    private static final int LETTERS = 26;
    private static final int MINORS = 100;

    private final Map<String, Integer> classes;

    private Thesaurus(Map<String, Integer> classes) {
        this.classes = classes;
    }

    /** About a tenth of a second and 10 MB. */
    public static Thesaurus load() {
        Map<String, Integer> classes = new HashMap<>();
        try (InputStream in = HanLP.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing from HanLP's jar");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String row = reader.readLine(); row != null; row = reader.readLine()) {
                add(row, classes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        }
        return new Thesaurus(classes);
    }

    /** A row is a class, a sign and words: {@code Ae03A01= 干部 职员}. A word's first class counts. */
    private static void add(String row, Map<String, Integer> classes) {
        List<String> cells = List.of(row.split(" ", -1));
        String name = cells.get(0);
        if (!CLASS.matcher(name).lookingAt()) {
            return;
        }
        int minor = ((name.charAt(0) - 'A') * LETTERS + name.charAt(1) - 'a') * MINORS
                + Integer.parseInt(name.substring(2, CLASS_LETTERS))
                + 1;
        cells.subList(1, cells.size()).forEach(word -> classes.putIfAbsent(word, minor));
    }

    /** Number of the minor class of a word, 1 to 65,535; 0 for a word that is not listed. */
    public int minor(String word) {
        return classes.getOrDefault(word, 0);
    }

    /** Number of the middle class that holds a minor class; 0 for 0. */
    public static int middle(int minor) {
        return minor == 0 ? 0 : (minor - 1) / MINORS + 1;
    }
}
