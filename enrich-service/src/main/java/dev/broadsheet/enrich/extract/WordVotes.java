package dev.broadsheet.enrich.extract;

import dev.broadsheet.chinese.Token;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * What the weights make of {@link WordClues}. The words of a newspaper come again and again, so the sums of those met last are kept: most
 * of what is to be weighed at the edge of a name costs no look at the weights. Any thread; memory is bounded.
 */
final class WordVotes {
    private static final int TYPES = NameWeights.TYPES;
    /** About 14 MB when full. */
    private static final int KEPT = 1 << 16;
    /** How many words that fall on one place are kept, the latest first: with two, one word of ten was weighed anew on every page. */
    private static final int WAYS = 4;

    /**
     * @param kind as {@link WordKind} has it
     * @param sums for each place of a word, for all types; the few weights of a place add up to what a short holds
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Votes(String word, String tag, int kind, short[] sums) {
        boolean isOf(Token token) {
            return word.equals(token.text()) && tag.equals(token.tag());
        }

        /** Adds those of a word in that place. */
        void add(int place, int[] to, int at) {
            int from = place * TYPES;
            for (int t = 0; t < TYPES; t++) {
                to[at + t] += sums[from + t];
            }
        }
    }

    private final NameWeights weights;
    private final AtomicReferenceArray<Votes> kept = new AtomicReferenceArray<>(KEPT);
    private final Votes none;

    WordVotes(NameWeights weights) {
        this.weights = weights;
        this.none = new Votes(WordClues.NONE.text(), WordClues.NONE.tag(), 0, sums(WordClues.NONE));
    }

    /** The kinds of the words of a sentence, by what {@link #of} gives. */
    static int[] kinds(Votes[] votes) {
        int[] kinds = new int[votes.length - 2];
        for (int i = 0; i < kinds.length; i++) {
            kinds[i] = votes[i + 1].kind();
        }
        return kinds;
    }

    /** Of the words of a sentence, with those of no word before the first and behind the last. */
    Votes[] of(Sentence sentence) {
        int words = sentence.tokens().size();
        Votes[] votes = new Votes[words + 2];
        votes[0] = none;
        for (int i = 0; i < words; i++) {
            votes[i + 1] = of(sentence.tokens().get(i));
        }
        votes[words + 1] = none;
        return votes;
    }

    private Votes of(Token word) {
        int hash = word.text().hashCode() * 31 + word.tag().hashCode();
        int first = (hash ^ (hash >>> 16)) & (KEPT - 1) & -WAYS;
        for (int slot = first; slot < first + WAYS; slot++) {
            Votes votes = kept.getAcquire(slot);
            if (votes != null && votes.isOf(word)) {
                return votes;
            }
        }
        for (int slot = first + WAYS - 1; slot > first; slot--) {
            kept.setRelease(slot, kept.getAcquire(slot - 1));
        }
        Votes votes = new Votes(word.text(), word.tag(), WordKind.of(word), sums(word));
        kept.setRelease(first, votes);
        return votes;
    }

    private short[] sums(Token word) {
        int[] sums = new int[WordClues.PLACES * TYPES];
        ClueBuffer clues = new ClueBuffer();
        int minor = NameWords.THESAURUS.minor(word.text());
        long classes = NameWords.CLASSES.of(word.text());
        for (int place = 0; place < WordClues.PLACES; place++) {
            clues.clear();
            WordClues.add(word, minor, classes, place, clues);
            weights.add(clues, sums, place * TYPES);
        }
        short[] votes = new short[sums.length];
        for (int i = 0; i < sums.length; i++) {
            votes[i] = (short) sums[i];
        }
        return votes;
    }
}
