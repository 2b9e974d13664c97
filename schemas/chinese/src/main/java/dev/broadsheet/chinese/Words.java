package dev.broadsheet.chinese;

import com.hankcs.hanlp.dictionary.CoreDictionary;
import com.hankcs.hanlp.seg.common.Vertex;

/**
 * What HanLP makes of each word of its dictionary, by the word's index there: a number, say, has the tags and the pairs of all numbers.
 * Read once, as the dictionary is. Any thread.
 */
final class Words {
    /** A vertex must have a word; which one makes no difference to what it is taken for. */
    private static final String ANY = "词";

    private static final CoreDictionary.Attribute[] ATTRIBUTES =
            CoreDictionary.trie.getValueArray(new CoreDictionary.Attribute[0]);
    private static final int[] NUMBERS = new int[ATTRIBUTES.length];
    private static final int[] FREQUENCIES = new int[ATTRIBUTES.length];

    static {
        for (int i = 0; i < ATTRIBUTES.length; i++) {
            Vertex word = new Vertex(ANY, ATTRIBUTES[i], i);
            ATTRIBUTES[i] = word.getAttribute();
            NUMBERS[i] = word.wordID;
            FREQUENCIES[i] = word.getAttribute().totalFrequency;
        }
    }

    private Words() {}

    /** Its tags, each with how often it was met. */
    static CoreDictionary.Attribute tags(int word) {
        return ATTRIBUTES[word];
    }

    /** What word pairs know it by. */
    static int number(int word) {
        return NUMBERS[word];
    }

    /** How often it was met. */
    static int frequency(int word) {
        return FREQUENCIES[word];
    }
}
