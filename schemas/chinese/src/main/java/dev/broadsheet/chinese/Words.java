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

    /** The room of each of the three numbers of a cell. */
    private static final int NUMBER_BITS = 20;

    private static final int TIMES_BITS = 24;
    private static final int TAG_BITS = Long.SIZE - NUMBER_BITS - TIMES_BITS;

    /** Of each word its number, how often it was met and where its tags begin, and behind these its weight alone; at last where the tags of the last word end. */
    private static final long[] CELLS;
    /** Of each tag of each word its ordinal and its cost. */
    private static final long[] TAGS;

    static {
        CoreDictionary.Attribute[] attributes = CoreDictionary.trie.getValueArray(new CoreDictionary.Attribute[0]);
        CELLS = new long[(attributes.length + 1) * CELL];
        long[] tags = new long[attributes.length * 2 * CELL];
        int size = 0;
        for (int i = 0; i < attributes.length; i++) {
            Vertex word = new Vertex(ANY, attributes[i], i);
            CoreDictionary.Attribute attribute = word.getAttribute();
            CELLS[i * CELL] = cell(word.wordID, attribute.totalFrequency, size);
            CELLS[i * CELL + 1] = Double.doubleToRawLongBits(WordLattice.weight(0, 0, attribute.totalFrequency));
            if ((size + attribute.nature.length) * CELL > tags.length) {
                tags = Arrays.copyOf(tags, tags.length * 2);
            }
            for (int tag = 0; tag < attribute.nature.length; tag++) {
                tags[size * CELL] = attribute.nature[tag].ordinal();
                tags[size++ * CELL + 1] = Double.doubleToRawLongBits(WordTags.cost(attribute, tag));
            }
        }
        CELLS[attributes.length * CELL] = cell(0, 0, size);
        TAGS = Arrays.copyOf(tags, size * CELL);
    }

    private Words() {}

    /** @throws IllegalStateException where the dictionary has greater numbers than fit */
    private static long cell(int number, int times, int tag) {
        if (number >>> NUMBER_BITS != 0 || times >>> TIMES_BITS != 0 || tag >>> TAG_BITS != 0) {
            throw new IllegalStateException("HanLP's dictionary has grown: " + number + ", " + times + ", " + tag);
        }
        return ((long) number << (TIMES_BITS + TAG_BITS)) | ((long) times << TAG_BITS) | tag;
    }

    static int size() {
        return CELLS.length / CELL - 1;
    }

    /** What word pairs know it by. */
    static int number(int word) {
        return (int) (CELLS[word * CELL] >>> (TIMES_BITS + TAG_BITS));
    }

    /** How often it was met. */
    static int frequency(int word) {
        return (int) (CELLS[word * CELL] >>> TAG_BITS) & ((1 << TIMES_BITS) - 1);
    }

    /** As {@link WordLattice#weight}, behind a word that it was never met behind. */
    static double weightAlone(int word) {
        return Double.longBitsToDouble(CELLS[word * CELL + 1]);
    }

    /** Of the word's tags the first, to ask {@link #tag} and {@link #cost} with; they end where those of the next word begin. */
    static int firstTag(int word) {
        return (int) CELLS[word * CELL] & ((1 << TAG_BITS) - 1);
    }

    /** The ordinal of a part of speech. */
    static int tag(int at) {
        return (int) TAGS[at * CELL];
    }

    /** As {@link WordTags#cost}. */
    static double cost(int at) {
        return Double.longBitsToDouble(TAGS[at * CELL + 1]);
    }
}
