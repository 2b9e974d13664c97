package dev.broadsheet.chinese;

import com.hankcs.hanlp.dictionary.CoreDictionary;
import com.hankcs.hanlp.seg.common.Vertex;
import java.util.Arrays;

/**
 * What HanLP makes of each word of its dictionary, by the word's index there: a number, say, has the tags and the pairs of all numbers. All
 * that is told of a word lies together, since hardly two words of a text are neighbours in the dictionary. Read once, as the dictionary is. Any
 * thread.
 */
final class Words {
    /** A vertex must have a word; which one makes no difference to what it is taken for. */
    private static final String ANY = "词";

    private static final int CELL = 2;

    /** Of each word its number above how often it was met, and behind that its weight alone. */
    private static final long[] CELLS;
    /** Where the tags of each word begin in the two below, and where those of the last end. */
    private static final int[] TAGS_OF;

    private static final short[] TAGS;
    private static final double[] COSTS;

    static {
        CoreDictionary.Attribute[] attributes = CoreDictionary.trie.getValueArray(new CoreDictionary.Attribute[0]);
        CELLS = new long[attributes.length * CELL];
        TAGS_OF = new int[attributes.length + 1];
        short[] tags = new short[attributes.length * 2];
        double[] costs = new double[tags.length];
        int size = 0;
        for (int i = 0; i < attributes.length; i++) {
            Vertex word = new Vertex(ANY, attributes[i], i);
            CoreDictionary.Attribute attribute = word.getAttribute();
            CELLS[i * CELL] = ((long) word.wordID << Integer.SIZE) | Integer.toUnsignedLong(attribute.totalFrequency);
            CELLS[i * CELL + 1] = Double.doubleToRawLongBits(WordLattice.weight(0, 0, attribute.totalFrequency));
            if (size + attribute.nature.length > tags.length) {
                tags = Arrays.copyOf(tags, tags.length * 2);
                costs = Arrays.copyOf(costs, tags.length);
            }
            for (int tag = 0; tag < attribute.nature.length; tag++) {
                tags[size] = (short) attribute.nature[tag].ordinal();
                costs[size++] = WordTags.cost(attribute, tag);
            }
            TAGS_OF[i + 1] = size;
        }
        TAGS = Arrays.copyOf(tags, size);
        COSTS = Arrays.copyOf(costs, size);
    }

    private Words() {}

    static int size() {
        return TAGS_OF.length - 1;
    }

    /** What word pairs know it by. */
    static int number(int word) {
        return (int) (CELLS[word * CELL] >>> Integer.SIZE);
    }

    /** How often it was met. */
    static int frequency(int word) {
        return (int) CELLS[word * CELL];
    }

    /** As {@link WordLattice#weight}, behind a word that it was never met behind. */
    static double weightAlone(int word) {
        return Double.longBitsToDouble(CELLS[word * CELL + 1]);
    }

    /** Of the word's tags the first, to ask {@link #tag} and {@link #cost} with; they end where those of the next word begin. */
    static int firstTag(int word) {
        return TAGS_OF[word];
    }

    /** The ordinal of a part of speech. */
    static int tag(int at) {
        return TAGS[at];
    }

    /** As {@link WordTags#cost}. */
    static double cost(int at) {
        return COSTS[at];
    }
}
