package dev.broadsheet.chinese;

import com.hankcs.hanlp.dictionary.CoreBiGramTableDictionary;
import com.hankcs.hanlp.dictionary.CoreDictionary;
import java.util.Arrays;

/**
 * Tells whether two pieces of text are one sentence that was torn apart: by how much likelier their words are as one run than as the end
 * of a sentence and the beginning of another, under the segmenter's dictionary of words and word pairs. Any thread may call it.
 */
public final class Seams {
    private static final int REACH = 4;
    private static final int LONGEST = 4;
    private static final double PAIRS = 0.7;
    private static final double UNKNOWN = 0.5;
    private static final int NONE = -1;

    private final double total;
    private final int begin;
    private final int end;

    private Seams() {
        HanLp.words();
        begin = CoreDictionary.BEGIN_WORD_ID;
        end = CoreDictionary.END_WORD_ID;
        double sum = 0;
        for (CoreDictionary.Attribute attribute : CoreDictionary.trie.getValueArray(new CoreDictionary.Attribute[0])) {
            sum += attribute.totalFrequency;
        }
        total = sum;
    }

    /** Loads the dictionaries of this process on the first call (about a third of a second). */
    public static Seams create() {
        return new Seams();
    }

    /**
     * The logarithm of the likelihood of `left` and `right` being one run of words over that of their being two sentences, from the {@value #REACH}
     * characters on either side: about 0 where it cannot tell, above for one run. 0 unless a Chinese character stands on both sides.
     */
    public double gain(String left, String right) {
        int from = left.length();
        while (from > 0 && left.length() - from < REACH && isHan(left.charAt(from - 1))) {
            from--;
        }
        int to = 0;
        while (to < right.length() && to < REACH && isHan(right.charAt(to))) {
            to++;
        }
        if (from == left.length() || to == 0) {
            return 0;
        }
        String before = left.substring(from);
        String after = right.substring(0, to);
        return best(before + after, NONE, NONE) - best(before, NONE, end) - best(after, begin, NONE);
    }

    /** Whether the text ends in a word of two or more characters that the dictionary knows. */
    public boolean endsInWord(String text) {
        for (int length = 2; length <= Math.min(LONGEST, text.length()); length++) {
            if (CoreDictionary.trie.exactMatchSearch(text.substring(text.length() - length)) != NONE) {
                return true;
            }
        }
        return false;
    }

    private static boolean isHan(char c) {
        return c >= 0x4E00 && c <= 0x9FFF;
    }

    /** The logarithm of the likelihood of the best cut into words, between the words `first` and `last` if they are given. */
    private double best(String text, int first, int last) {
        int n = text.length();
        int[][] words = words(text);
        double[][] scores = new double[n + 1][LONGEST + 1];
        for (double[] row : scores) {
            Arrays.fill(row, Double.NEGATIVE_INFINITY);
        }
        for (int at = 0; at < n; at++) {
            for (int length = 1; length <= LONGEST && at + length <= n; length++) {
                int word = words[at][length];
                if (word == NONE && length > 1) {
                    continue;
                }
                double score = Double.NEGATIVE_INFINITY;
                if (at == 0) {
                    score = step(first, word);
                }
                for (int before = 1; before <= Math.min(at, LONGEST); before++) {
                    if (scores[at][before] > Double.NEGATIVE_INFINITY) {
                        score = Math.max(score, scores[at][before] + step(words[at - before][before], word));
                    }
                }
                scores[at + length][length] = score;
            }
        }
        double best = Double.NEGATIVE_INFINITY;
        for (int length = 1; length <= Math.min(n, LONGEST); length++) {
            if (scores[n][length] > Double.NEGATIVE_INFINITY) {
                best = Math.max(best, scores[n][length] + (last == NONE ? 0 : step(words[n - length][length], last)));
            }
        }
        return best;
    }

    private static int[][] words(String text) {
        int[][] words = new int[text.length()][LONGEST + 1];
        for (int at = 0; at < words.length; at++) {
            for (int length = 1; length <= LONGEST; length++) {
                words[at][length] = at + length <= text.length()
                        ? CoreDictionary.trie.exactMatchSearch(text.substring(at, at + length))
                        : NONE;
            }
        }
        return words;
    }

    private double step(int before, int word) {
        double alone = (word < 0 ? UNKNOWN : count(word)) / total;
        if (before < 0 || word < 0) {
            return Math.log(alone);
        }
        double pair = CoreBiGramTableDictionary.getBiFrequency(before, word) / count(before);
        return Math.log(PAIRS * pair + (1 - PAIRS) * alone);
    }

    private static double count(int word) {
        return Math.max(UNKNOWN, CoreDictionary.get(word).totalFrequency);
    }
}
