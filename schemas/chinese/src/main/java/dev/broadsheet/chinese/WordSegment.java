package dev.broadsheet.chinese;

import com.hankcs.hanlp.dictionary.CoreDictionary;
import com.hankcs.hanlp.seg.Viterbi.ViterbiSegment;
import com.hankcs.hanlp.seg.common.Term;
import com.hankcs.hanlp.seg.common.Vertex;
import com.hankcs.hanlp.seg.common.WordNet;
import java.util.Arrays;
import java.util.List;

/**
 * HanLP's Viterbi segmenter without recognition, cut for cut and tag for tag, in less time: every word that a text could be cut into is a few
 * numbers in a {@link WordLattice} here, where HanLP makes an object and a list for it. What a word is, what is no word, and the tags
 * are asked of HanLP itself. Any thread.
 */
final class WordSegment extends ViterbiSegment {
    /** A vertex must have a word; which one makes no difference to its number. */
    private static final String ANY = "词";

    /** Of each word of the dictionary the number that word pairs know it by, and how often it was met. Read once, as the dictionary is. */
    private static final class Words {
        private static final int[] NUMBERS;
        private static final int[] FREQUENCIES;

        static {
            CoreDictionary.Attribute[] words = CoreDictionary.trie.getValueArray(new CoreDictionary.Attribute[0]);
            NUMBERS = new int[words.length];
            FREQUENCIES = new int[words.length];
            for (int i = 0; i < words.length; i++) {
                Vertex word = new Vertex(ANY, words[i], i);
                NUMBERS[i] = word.wordID;
                FREQUENCIES[i] = word.getAttribute().totalFrequency;
            }
        }
    }

    @Override
    protected List<Term> segSentence(char[] text) {
        WordLattice lattice = new WordLattice(text);
        lattice.put(0, Vertex.newB());
        words(text, lattice);
        atoms(text, lattice);
        lattice.put(text.length + 1, Vertex.newE());
        List<Vertex> path = lattice.best();
        speechTagging(path);
        return convert(path, true);
    }

    private static void words(char[] text, WordLattice lattice) {
        var searcher = CoreDictionary.trie.getSearcher(text, 0);
        while (searcher.next()) {
            int word = searcher.index;
            lattice.add(searcher.begin + 1, searcher.length, word, Words.NUMBERS[word], Words.FREQUENCIES[word]);
        }
    }

    /** Numbers, Latin letters and what else the dictionary has no word for: without them there would be no way through the text. */
    private static void atoms(char[] text, WordLattice lattice) {
        for (int line = 1; line <= text.length; ) {
            int longest = lattice.longest(line);
            if (longest > 0) {
                line += longest;
                continue;
            }
            int end = line + 1;
            while (end <= text.length && (lattice.longest(end) == 0 || WordLattice.isNumeral(text[end - 1]))) {
                end++;
            }
            WordNet net = new WordNet(Arrays.copyOfRange(text, line - 1, end - 1));
            net.add(1, quickAtomSegment(text, line - 1, end - 1));
            for (int i = line; i < end; i++) {
                for (Vertex atom : net.get(i - line + 1)) {
                    lattice.put(i, atom);
                }
            }
            line = end;
        }
    }
}
