package dev.broadsheet.chinese;

import com.hankcs.hanlp.dictionary.CoreDictionary;
import com.hankcs.hanlp.seg.Viterbi.ViterbiSegment;
import com.hankcs.hanlp.seg.common.Term;
import com.hankcs.hanlp.seg.common.Vertex;
import com.hankcs.hanlp.seg.common.WordNet;
import java.util.List;

/**
 * HanLP's Viterbi segmenter without recognition, cut for cut and tag for tag, in less time: every word that a text could be cut into is a few
 * numbers in a {@link WordLattice} here, where HanLP makes an object and a list for it. What a word is, what is no word, and what
 * tells one tag from another are asked of HanLP itself. Any thread.
 */
final class WordSegment extends ViterbiSegment {
    private final WordPairs pairs = new WordPairs();
    private final WordTexts texts = new WordTexts();

    @Override
    protected List<Term> segSentence(char[] text) {
        WordLattice lattice = new WordLattice(text, pairs, texts);
        lattice.put(0, Vertex.newB());
        words(text, lattice);
        atoms(text, lattice);
        lattice.put(text.length + 1, Vertex.newE());
        return lattice.best();
    }

    private static void words(char[] text, WordLattice lattice) {
        var searcher = CoreDictionary.trie.getSearcher(text, 0);
        while (searcher.next()) {
            lattice.add(searcher.begin + 1, searcher.length, searcher.index);
        }
    }

    /** Numbers, Latin letters and what else the dictionary has no word for: without them there would be no way through the text. */
    private static void atoms(char[] text, WordLattice lattice) {
        Atoms atoms = new Atoms(lattice);
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
            atoms.add(line, quickAtomSegment(text, line - 1, end - 1));
            line = end;
        }
    }

    /** Lets HanLP make words of what the dictionary does not have; what it would put into lists of its own goes to the lattice. */
    private static final class Atoms extends WordNet {
        private final WordLattice lattice;

        Atoms(WordLattice lattice) {
            super(new char[0]);
            this.lattice = lattice;
        }

        @Override
        public void add(int line, Vertex atom) {
            lattice.put(line, atom);
        }
    }
}
