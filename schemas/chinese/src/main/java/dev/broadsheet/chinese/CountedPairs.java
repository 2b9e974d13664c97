package dev.broadsheet.chinese;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.dictionary.CoreDictionary;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * All pairs of words that HanLP has counted in newspapers, some 400,000. Classes of words (未##数 for numbers) stand among them. For learning: who
 * only asks for single pairs is better off with HanLP itself. Stateless.
 */
public final class CountedPairs {
    private static final String FILE = "/data/dictionary/CoreNatureDictionary.ngram.mini.txt.table.bin";

    private CountedPairs() {}

    /** Takes one pair. */
    public interface Visitor {
        void pair(String before, String word, int times);
    }

    /** Shows each pair once, in the same order each time. */
    public static void visit(Visitor visitor) {
        String[] words = words();
        try (InputStream in = HanLP.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing from HanLP's jar");
            }
            ObjectInputStream numbers = new ObjectInputStream(in);
            int[] starts = (int[]) numbers.readObject();
            int[] pairs = (int[]) numbers.readObject();
            for (int before = 0; before + 1 < starts.length; before++) {
                for (int i = starts[before]; i < starts[before + 1]; i++) {
                    visitor.pair(words[before], words[pairs[2 * i]], pairs[2 * i + 1]);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(FILE + " is not as it was", e);
        }
    }

    /** The dictionary's words by their numbers. */
    private static String[] words() {
        int[] base = CoreDictionary.trie.getBase();
        int[] check = CoreDictionary.trie.getCheck();
        String[] words = new String[CoreDictionary.trie.size()];
        String[] prefixes = new String[check.length];
        boolean more = true;
        prefixes[0] = "";
        // A cell tells its parent's base, not its parent: each round goes one character deeper.
        while (more) {
            more = false;
            String[] byBase = byBase(base, prefixes);
            for (int cell = 1; cell < check.length; cell++) {
                int parent = check[cell];
                if (prefixes[cell] != null || parent <= 0 || byBase[parent] == null) {
                    continue;
                }
                if (cell == parent && base[cell] < 0) {
                    words[-base[cell] - 1] = byBase[parent];
                } else if (base[cell] > 0) {
                    prefixes[cell] = byBase[parent] + (char) (cell - parent - 1);
                    more = true;
                }
            }
        }
        return words;
    }

    private static String[] byBase(int[] base, String[] prefixes) {
        String[] byBase = new String[Arrays.stream(base).max().orElse(0) + 1];
        for (int cell = 0; cell < prefixes.length; cell++) {
            if (prefixes[cell] != null && base[cell] > 0) {
                byBase[base[cell]] = prefixes[cell];
            }
        }
        return byBase;
    }
}
