package dev.broadsheet.enrich.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How often each word was met right behind each other one, and what that tells of how much more often than by chance (positive pointwise mutual
 * information, Church and Hanks 1990, with the company's frequencies smoothed as Levy, Goldberg and Dagan 2015 do). Not thread-safe.
 */
final class WordCompany {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> words = new ArrayList<>();
    private final Map<Long, Integer> times = new HashMap<>();

    void met(String before, String word, int often) {
        times.merge(pair(number(before), number(word)), often, Integer::sum);
    }

    private int number(String word) {
        Integer known = numbers.putIfAbsent(word, words.size());
        if (known == null) {
            words.add(word);
            return words.size() - 1;
        }
        return known;
    }

    /** Those met beside at least so many others, in the order of their first meeting: what fewer tell is chance. */
    WordCompany common(int fewest) {
        int[] others = new int[words.size()];
        for (long pair : times.keySet()) {
            others[before(pair)]++;
            others[behind(pair)]++;
        }
        WordCompany common = new WordCompany();
        for (int i = 0; i < others.length; i++) {
            if (others[i] >= fewest) {
                common.number(words.get(i));
            }
        }
        times.forEach((pair, often) -> {
            if (others[before(pair)] >= fewest && others[behind(pair)] >= fewest) {
                common.met(words.get(before(pair)), words.get(behind(pair)), often);
            }
        });
        return common;
    }

    List<String> words() {
        return words;
    }

    /** A row for each word: what stands behind it, and, in as many columns more, what stands before it. */
    SparseRows information() {
        int size = words.size();
        double[] before = new double[size];
        double[] behind = new double[size];
        times.forEach((pair, often) -> {
            before[before(pair)] += often;
            behind[behind(pair)] += often;
        });
        double[] smoothBefore = smooth(before);
        double[] smoothBehind = smooth(behind);
        SparseRows rows = new SparseRows(size, 2 * size);
        for (long pair : times.keySet().stream().sorted().toList()) {
            int left = before(pair);
            int right = behind(pair);
            double often = times.getOrDefault(pair, 0);
            add(rows, left, right, often / before[left] / smoothBehind[right]);
            add(rows, right, size + left, often / behind[right] / smoothBefore[left]);
        }
        return rows;
    }

    private static void add(SparseRows rows, int row, int column, double ratio) {
        if (ratio > 1) {
            rows.add(row, column, StrictMath.log(ratio));
        }
    }

    /** Shares of the frequencies to the power of three quarters, without which rare company tells too much. */
    private static double[] smooth(double[] often) {
        double[] shares = new double[often.length];
        double all = 0;
        for (int i = 0; i < often.length; i++) {
            double root = Math.sqrt(often[i]);
            shares[i] = root * Math.sqrt(root);
            all += shares[i];
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= all;
        }
        return shares;
    }

    private static long pair(int before, int behind) {
        return ((long) before << Integer.SIZE) | behind;
    }

    private static int before(long pair) {
        return (int) (pair >>> Integer.SIZE);
    }

    private static int behind(long pair) {
        return (int) pair;
    }
}
