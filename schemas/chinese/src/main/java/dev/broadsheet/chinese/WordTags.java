package dev.broadsheet.chinese;

import com.hankcs.hanlp.corpus.tag.Nature;
import com.hankcs.hanlp.dictionary.CoreDictionary;
import com.hankcs.hanlp.dictionary.CoreDictionaryTransformMatrixDictionary;
import com.hankcs.hanlp.dictionary.TransformMatrix;

/**
 * The parts of speech of a text's words, as HanLP tells them: of each word the one from which the word behind it is reached most cheaply.
 * HanLP copies its tables for every text that it tags, which was more than half of all that enriching allocates; here they are copied once a
 * process. Used for one text, its words in order.
 */
final class WordTags {
    /** Added to how often a word was met with a tag, as HanLP has it. */
    private static final double NEVER_ZERO = 1e-8;

    /** What tells one part of speech from another in HanLP, by their ordinals. Read once, as the dictionary is. */
    private static final class Tables {
        private static final int SIZE = Nature.values().length;
        private static final double[] TRANSITIONS = new double[SIZE * SIZE];
        private static final int[] TOTALS = new int[SIZE];

        static {
            TransformMatrix matrix = CoreDictionaryTransformMatrixDictionary.transformMatrixDictionary;
            matrix.extend(SIZE);
            for (int tag = 0; tag < SIZE; tag++) {
                System.arraycopy(matrix.transititon_probability[tag], 0, TRANSITIONS, tag * SIZE, SIZE);
                TOTALS[tag] = matrix.getTotalFrequency(tag);
            }
        }
    }

    private Nature[] tags;
    /** Of the cheapest ways to each of those tags. */
    private double[] costs = new double[8];

    private double[] reached = new double[8];
    private Nature best;

    /** @param begin what stands before the first word */
    WordTags(CoreDictionary.Attribute begin) {
        tags = begin.nature;
        best = tags[0];
    }

    /** Goes on to the next word, or to the end, and returns the part of speech of what stands before it. */
    Nature next(CoreDictionary.Attribute word) {
        if (reached.length < word.nature.length) {
            reached = new double[word.nature.length];
        }
        double least = Double.MAX_VALUE;
        for (int to = 0; to < word.nature.length; to++) {
            int tag = word.nature[to].ordinal();
            double met = Math.log((word.frequency[to] + NEVER_ZERO) / Tables.TOTALS[tag]);
            double cost = Double.MAX_VALUE;
            for (int from = 0; from < tags.length; from++) {
                double way = costs[from] + Tables.TRANSITIONS[tags[from].ordinal() * Tables.SIZE + tag] - met;
                if (way < cost) {
                    cost = way;
                    if (way < least) {
                        least = way;
                        best = tags[from];
                    }
                }
            }
            reached[to] = cost;
        }
        double[] passed = costs;
        costs = reached;
        reached = passed;
        tags = word.nature;
        return best;
    }
}
