package dev.broadsheet.chinese;

import com.hankcs.hanlp.corpus.tag.Nature;
import com.hankcs.hanlp.dictionary.CoreDictionary;
import com.hankcs.hanlp.dictionary.CoreDictionaryTransformMatrixDictionary;
import com.hankcs.hanlp.dictionary.TransformMatrix;
import com.hankcs.hanlp.seg.common.Vertex;

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
        private static final Nature[] NATURES = Nature.values();
        private static final int SIZE = NATURES.length;
        private static final int BEGIN = Vertex.newB().attribute.nature[0].ordinal();
        /** Those to one part of speech together. */
        private static final double[] TRANSITIONS = new double[SIZE * SIZE];

        private static final int[] TOTALS = new int[SIZE];

        static {
            TransformMatrix matrix = CoreDictionaryTransformMatrixDictionary.transformMatrixDictionary;
            matrix.extend(SIZE);
            for (int from = 0; from < SIZE; from++) {
                for (int to = 0; to < SIZE; to++) {
                    TRANSITIONS[to * SIZE + from] = matrix.transititon_probability[from][to];
                }
                TOTALS[from] = matrix.getTotalFrequency(from);
            }
        }
    }

    private int[] tags = new int[8];
    private int size = 1;
    /** Of the cheapest ways to each of those tags. */
    private double[] costs = new double[tags.length];

    private int[] nextTags = new int[tags.length];
    /** Of the tags of the next word by themselves, and of the cheapest ways to them. */
    private double[] own = new double[tags.length];

    private double[] reached = new double[tags.length];
    private int best = Tables.BEGIN;

    /** Stands at the begin of a text. */
    WordTags() {
        tags[0] = Tables.BEGIN;
    }

    /** What it costs that a word has its tag of that index: the less often it was met so, the more is to be taken off a way. */
    static double cost(CoreDictionary.Attribute word, int tag) {
        return Math.log((word.frequency[tag] + NEVER_ZERO) / Tables.TOTALS[word.nature[tag].ordinal()]);
    }

    /** Goes on to the next word, one of the dictionary by its index there, and returns the part of speech of what stands before it. */
    Nature next(int word) {
        int first = Words.firstTag(word);
        int count = Words.firstTag(word + 1) - first;
        grow(count);
        for (int i = 0; i < count; i++) {
            nextTags[i] = Words.tag(first + i);
            own[i] = Words.cost(first + i);
        }
        return reach(count);
    }

    /** The same for a word that the dictionary does not have, or the end. */
    Nature next(CoreDictionary.Attribute word) {
        grow(word.nature.length);
        for (int i = 0; i < word.nature.length; i++) {
            nextTags[i] = word.nature[i].ordinal();
            own[i] = cost(word, i);
        }
        return reach(word.nature.length);
    }

    private void grow(int count) {
        if (nextTags.length < count) {
            nextTags = new int[count];
            reached = new double[count];
        }
        if (own.length < count) {
            own = new double[count];
        }
    }

    private Nature reach(int count) {
        double least = Double.MAX_VALUE;
        for (int to = 0; to < count; to++) {
            int row = nextTags[to] * Tables.SIZE;
            double cost = Double.MAX_VALUE;
            for (int from = 0; from < size; from++) {
                double way = costs[from] + Tables.TRANSITIONS[row + tags[from]] - own[to];
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
        int[] passedTags = tags;
        double[] passed = costs;
        tags = nextTags;
        costs = reached;
        nextTags = passedTags;
        reached = passed;
        size = count;
        return Tables.NATURES[best];
    }
}
