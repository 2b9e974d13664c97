package dev.broadsheet.chinese;

import com.hankcs.hanlp.dictionary.CoreBiGramTableDictionary;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * How often one word was met behind another, as HanLP has counted. HanLP searches all that were met behind the first; the same few pairs are asked
 * for again and again, so those asked for last are kept, in two megabytes. Any thread.
 */
final class WordPairs {
    private static final int KEPT_BITS = 18;
    /** How many pairs that fall on one place are kept side by side, the latest first. */
    private static final int WAYS = 4;

    /** A word's number, and how often a pair was met; what has more is not kept. */
    private static final int WORD_BITS = 20;

    private static final int TIMES_BITS = Long.SIZE - 2 * WORD_BITS;
    private static final int MOST = (1 << TIMES_BITS) - 1;

    /** The pair above, how often it was met below; 0 for none. */
    private final AtomicLongArray kept = new AtomicLongArray(1 << KEPT_BITS);

    /** Both as word pairs know them; 0 for words that were never met so, or that HanLP does not count. */
    int times(int before, int word) {
        if (!isCounted(before) || !isCounted(word)) {
            return CoreBiGramTableDictionary.getBiFrequency(before, word);
        }
        long pair = ((long) before << WORD_BITS) | word;
        int first = (int) ((pair * 0x9E3779B97F4A7C15L) >>> (Long.SIZE - KEPT_BITS)) & -WAYS;
        for (int slot = first; slot < first + WAYS; slot++) {
            long known = kept.getOpaque(slot);
            if (known >>> TIMES_BITS == pair && known != 0) {
                return (int) known & MOST;
            }
        }
        int times = CoreBiGramTableDictionary.getBiFrequency(before, word);
        if (times <= MOST) {
            keep(first, (pair << TIMES_BITS) | times);
        }
        return times;
    }

    private void keep(int first, long pair) {
        for (int slot = first + WAYS - 1; slot > first; slot--) {
            kept.setOpaque(slot, kept.getOpaque(slot - 1));
        }
        kept.setOpaque(first, pair);
    }

    private static boolean isCounted(int word) {
        return word >= 0 && word >>> WORD_BITS == 0;
    }
}
