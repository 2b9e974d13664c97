package dev.broadsheet.enrich.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Finds the names of an article wherever else they stand in it: one sentence may say what a name is (书记王某), and the next only use it.
 * A name of two types is not looked for, nor one so short that it may stand there by chance. Immutable.
 */
final class Repeats {
    private static final int SHORTEST_PERSON = 2;
    private static final int SHORTEST = 3;

    private final List<EntityType> types;
    private final Lexicon names;

    private Repeats(Map<String, EntityType> names) {
        this.types = List.copyOf(names.values());
        this.names = Lexicon.of(names.keySet());
    }

    /** @param found in each sentence */
    static Repeats of(List<Sentence> sentences, List<List<Candidate>> found) {
        Map<String, EntityType> types = new TreeMap<>();
        Set<String> unsure = new HashSet<>();
        for (int i = 0; i < found.size(); i++) {
            for (Candidate name : found.get(i)) {
                String text = sentences.get(i).text().substring(name.start(), name.end());
                EntityType other = types.putIfAbsent(text, name.type());
                if ((other != null && other != name.type()) || isShort(name)) {
                    unsure.add(text);
                }
            }
        }
        types.keySet().removeAll(unsure);
        return new Repeats(types);
    }

    private static boolean isShort(Candidate name) {
        return name.length() < (name.type() == EntityType.PERSON ? SHORTEST_PERSON : SHORTEST);
    }

    /**
     * Names that stand between those found there.
     *
     * @param segmented gives the sentence its words; asked only where there is something to be found
     */
    List<Candidate> in(Sentence sentence, List<Candidate> found, UnaryOperator<Sentence> segmented) {
        List<Candidate> repeats = new ArrayList<>();
        for (int i = sentence.start(); i < sentence.end(); i++) {
            int length = names.matchLength(sentence.text(), i, sentence.end());
            if (length > 0) {
                EntityType type = types.get(names.row(sentence.text(), i, i + length));
                repeats.add(new Candidate(type, i, i + length, EntityFinder.LEARNED));
            }
        }
        repeats.removeIf(repeat -> overlapsAny(repeat, found));
        if (repeats.isEmpty()) {
            return repeats;
        }
        Sentence words = segmented.apply(sentence);
        List<Candidate> whole = new ArrayList<>();
        for (Candidate repeat : repeats) {
            if (words.isWhole(repeat.start(), repeat.end())
                    && !isWord(words, repeat)
                    && (whole.isEmpty() || !whole.get(whole.size() - 1).overlaps(repeat))) {
                whole.add(repeat);
            }
        }
        return whole;
    }

    private static boolean overlapsAny(Candidate repeat, List<Candidate> found) {
        for (Candidate name : found) {
            if (repeat.overlaps(name)) {
                return true;
            }
        }
        return false;
    }

    /** 黄金, 高峰: a name of two characters may be an ordinary word as well, and is one where nothing tells it for a name. */
    private static boolean isWord(Sentence words, Candidate name) {
        return name.length() < SHORTEST
                && words.isToken(name.start(), name.end(), "")
                && !words.isToken(name.start(), name.end(), "nr");
    }
}
