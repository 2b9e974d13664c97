package dev.broadsheet.chinese;

import com.hankcs.hanlp.corpus.tag.Nature;
import com.hankcs.hanlp.dictionary.other.CharType;
import com.hankcs.hanlp.seg.common.Term;
import com.hankcs.hanlp.seg.common.Vertex;
import com.hankcs.hanlp.utility.Predefine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All words that a text could be cut into, and the likeliest way through them by how often each was met behind the one before it. A word
 * that begins with the first character stands in line 1; line 0 is the text's begin, the line behind the last character its end. Used once.
 */
final class WordLattice {
    /** How much of a word's likelihood is told by the word before it; with HanLP's order of operations, so that sums are the same to the last bit. */
    private static final double PAIRED = 0.9;

    private static final int NONE = -1;

    private final char[] text;
    private final WordPairs pairs;
    private final WordTexts texts;
    /** Of each line its first word in the arrays below; words of the dictionary only. */
    private final int[] lines;
    /** What is no word of the dictionary, at most one a line; null for none. */
    private final @Nullable Vertex[] atoms;

    private int size;
    private int line;
    private int[] starts;
    private int[] lengths;
    private int[] words;
    private int[] numbers;
    private int[] frequencies;
    /** What each weighs behind a word that it was never met behind. */
    private double[] alone;

    WordLattice(char[] text, WordPairs pairs, WordTexts texts) {
        this.text = text;
        this.pairs = pairs;
        this.texts = texts;
        this.lines = new int[text.length + 3];
        this.atoms = new @Nullable Vertex[text.length + 2];
        int expected = text.length * 2 + 16;
        starts = new int[expected];
        lengths = new int[expected];
        words = new int[expected];
        numbers = new int[expected];
        frequencies = new int[expected];
        alone = new double[expected];
    }

    /** Whether a number goes on over this character: 万, 亿. */
    static boolean isNumeral(char c) {
        return CharType.get(c) == CharType.CT_CNUM;
    }

    /**
     * Adds a word of the dictionary; lines in order, and in each the shorter first.
     *
     * @param word its index in the dictionary
     */
    void add(int start, int length, int word) {
        if (size == starts.length) {
            grow();
        }
        open(start);
        starts[size] = start;
        lengths[size] = length;
        words[size] = word;
        numbers[size] = Words.number(word);
        frequencies[size] = Words.frequency(word);
        alone[size++] = Words.weightAlone(word);
    }

    private void grow() {
        starts = Arrays.copyOf(starts, size * 2);
        lengths = Arrays.copyOf(lengths, size * 2);
        words = Arrays.copyOf(words, size * 2);
        numbers = Arrays.copyOf(numbers, size * 2);
        frequencies = Arrays.copyOf(frequencies, size * 2);
        alone = Arrays.copyOf(alone, size * 2);
    }

    /** The lines up to this one begin no later than with the next word. */
    private void open(int upTo) {
        while (line < upTo) {
            lines[++line] = size;
        }
    }

    /** Adds what is no word of the dictionary, once that has told all of its words; not where it has one of that length. */
    void put(int start, Vertex atom) {
        for (int i = first(start); i < first(start + 1); i++) {
            if (lengths[i] == atom.realWord.length()) {
                return;
            }
        }
        atoms[start] = atom;
    }

    private int first(int start) {
        return start > line ? size : lines[start];
    }

    /** The length of the longest word of the dictionary in that line; 0 where it has none. */
    int longest(int start) {
        int behind = first(start + 1);
        return behind > first(start) ? lengths[behind - 1] : 0;
    }

    /** The words of the likeliest way from begin to end, neither of them in it, with their tags; of two alike the one that HanLP meets first. */
    List<Term> best() {
        return new Way().best();
    }

    /** Words are numbered as they were added, and atoms behind them by their line. */
    private final class Way {
        private final int[] before = new int[size + atoms.length];
        private final double[] weights = new double[before.length];

        List<Term> best() {
            Arrays.fill(before, NONE);
            Vertex begin = atoms[0];
            if (begin != null) {
                follow(size, begin.wordID, begin.attribute.totalFrequency, 1);
            }
            for (int start = 1; start <= text.length; start++) {
                for (int i = first(start); i < first(start + 1); i++) {
                    if (before[i] != NONE) {
                        follow(i, numbers[i], frequencies[i], start + lengths[i]);
                    }
                }
                Vertex atom = atoms[start];
                if (atom != null && before[size + start] != NONE) {
                    follow(size + start, atom.wordID, atom.attribute.totalFrequency, start + atom.realWord.length());
                }
            }
            return tagged(traced());
        }

        /** Goes on from a word to all that begin behind it. */
        private void follow(int from, int number, int frequency, int start) {
            double weight = weights[from];
            for (int to = first(start); to < first(start + 1); to++) {
                int pair = pairs.times(number, numbers[to]);
                reach(from, to, weight + (pair == 0 ? alone[to] : weight(pair, frequency, frequencies[to])));
            }
            Vertex atom = atoms[start];
            if (atom != null) {
                int pair = pairs.times(number, atom.wordID);
                reach(from, size + start, weight + weight(pair, frequency, atom.attribute.totalFrequency));
            }
        }

        private void reach(int from, int to, double weight) {
            if (before[to] == NONE || weights[to] > weight) {
                before[to] = from;
                weights[to] = weight;
            }
        }

        /** The words of the way, begin and end as well. */
        private int[] traced() {
            int last = size + text.length + 1;
            int steps = 0;
            for (int i = last; i != NONE; i = before[i]) {
                steps++;
            }
            int[] way = new int[steps];
            for (int i = last; i != NONE; i = before[i]) {
                way[--steps] = i;
            }
            return way;
        }

        private List<Term> tagged(int[] way) {
            List<Term> terms = new ArrayList<>(way.length);
            WordTags tags = new WordTags();
            next(tags, way[1]);
            for (int i = 1; i < way.length - 1; i++) {
                terms.add(term(way[i], next(tags, way[i + 1])));
            }
            return terms;
        }

        private Nature next(WordTags tags, int word) {
            Vertex atom = word < size ? null : atoms[word - size];
            return atom == null ? tags.next(words[word]) : tags.next(atom.attribute);
        }

        private Term term(int word, Nature tag) {
            Vertex atom = word < size ? null : atoms[word - size];
            int offset = atom == null ? starts[word] - 1 : word - size - 1;
            Term term =
                    new Term(atom == null ? texts.of(words[word], text, offset, lengths[word]) : atom.realWord, tag);
            term.offset = offset;
            return term;
        }
    }

    /** Less for what is likelier. */
    static double weight(int pair, int before, int frequency) {
        return -Math.log(PAIRED * (Predefine.myu * pair / (before + 1) + 1 - Predefine.myu)
                + (1 - PAIRED) * frequency / Predefine.TOTAL_FREQUENCY);
    }
}
