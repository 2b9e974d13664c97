package dev.broadsheet.enrich.extract;

import dev.broadsheet.chinese.Token;
import java.util.List;

/** What a word tells by itself of the names that hold it, as one small number that can be kept with the word. Stateless. */
final class WordKind {
    /** First letters of the tags of words that names seldom hold. */
    private static final String SELDOM = "wupcvmdtrfqa";

    private static final int SELDOM_MASK = 15;
    private static final int STOP = 16;
    private static final int PROPER = 32;
    private static final int SINGLE = 64;
    private static final int GENERIC = 128;

    private WordKind() {}

    static int of(Token word) {
        int seldom = word.tag().equals("vn") ? 0 : SELDOM.indexOf(word.tag().charAt(0)) + 1;
        return seldom
                | (NameEdges.isStop(word.text()) ? STOP : 0)
                | (NameEdges.isProper(word) ? PROPER : 0)
                | (NameEdges.isSingle(word) ? SINGLE : 0)
                | (NameEdges.isGeneric(word) ? GENERIC : 0);
    }

    /** Of each word of a sentence. */
    static int[] of(Sentence sentence) {
        List<Token> words = sentence.tokens();
        int[] kinds = new int[words.size()];
        for (int i = 0; i < kinds.length; i++) {
            kinds[i] = of(words.get(i));
        }
        return kinds;
    }

    /** Of which of the tags that names seldom hold it is; -1 for none. */
    static int seldom(int kind) {
        return (kind & SELDOM_MASK) - 1;
    }

    /** As {@link NameEdges#isStop}. */
    static boolean isStop(int kind) {
        return (kind & STOP) != 0;
    }

    /** As {@link NameEdges#isProper}. */
    static boolean isProper(int kind) {
        return (kind & PROPER) != 0;
    }

    /** As {@link NameEdges#isSingle}. */
    static boolean isSingle(int kind) {
        return (kind & SINGLE) != 0;
    }

    /** As {@link NameEdges#isGeneric(Token)}. */
    static boolean isGeneric(int kind) {
        return (kind & GENERIC) != 0;
    }
}
