package dev.broadsheet.enrich.extract;

import dev.broadsheet.chinese.NameContexts;
import dev.broadsheet.chinese.NameContexts.Role;
import dev.broadsheet.chinese.Token;

/** What can be seen of a stretch that begins with a surname. Not thread-safe. */
final class PersonClues {
    private static final int LONGEST = 5;
    private static final int CUT = 9;

    private final Sentence sentence;
    private final EdgeClues edges;
    private final ClueBuffer out;

    PersonClues(Sentence sentence, EdgeClues edges, ClueBuffer out) {
        this.sentence = sentence;
        this.edges = edges;
        this.out = out;
    }

    void of(int start, int end, boolean edge) {
        String text = sentence.text();
        int surname = PersonNames.anySurnameLength(text, start, end);
        int length = end - start;
        if (surname == 0 || length > LONGEST) {
            return;
        }
        boolean function = PersonNames.holdsFunctionWord(text, start + surname, end);
        boolean word = PersonNames.startsOtherWord(text, start, sentence.end());
        boolean address = length > surname
                && NameWords.ADDRESS.matchLength(text, start + surname, sentence.end()) == length - surname;
        int form = bits(
                PersonNames.isGivenName(text, start, end), function, word, address, PersonNames.isRare(text, start));
        int cues = bits(edges.isTitled(start), edges.speaks(end));
        int singles = singles(start, end);
        int sizes = (surname << 8) | length;
        out.add(Clue.SURNAME_FORM.of(sizes, form));
        given(start, surname, end);
        out.add(Clue.SURNAME_WORDS.of(sizes, singles, EdgeClues.bit(edge)));
        out.add(Clue.SURNAME_CUES.of(bits(word, function, address) | (cues << 4), length));
        out.add(Clue.SURNAME_TAG.of(
                cues, singles, WordClues.tag(sentence.tokens().get(sentence.tokenAt(start)))));
    }

    private void given(int start, int surname, int end) {
        String text = sentence.text();
        int first = start + surname;
        int given = end - first;
        long family = surname == 1 ? of(text, start) : NameWords.CONTEXTS.of(text.substring(start, first));
        if (given == 1) {
            out.add(Clue.GIVEN_NAME.of(1, step(family, Role.SURNAME), step(of(text, first), Role.GIVEN_ONLY)));
        } else if (given == 2) {
            int open = step(of(text, first), Role.GIVEN_FIRST);
            int close = step(of(text, first + 1), Role.GIVEN_LAST);
            out.add(Clue.GIVEN_NAME.of(2, step(family, Role.SURNAME)));
            out.add(Clue.GIVEN_NAME.of(3, open, close));
        }
    }

    private static long of(String text, int at) {
        return NameWords.CONTEXTS.of(text.charAt(at));
    }

    private static int step(long steps, Role role) {
        return NameContexts.step(steps, role);
    }

    private static int bits(boolean... flags) {
        int bits = 0;
        for (int i = 0; i < flags.length; i++) {
            bits |= flags[i] ? 1 << i : 0;
        }
        return bits;
    }

    /** How many words of one character the stretch has; {@link #CUT} where its edges cut words. */
    private int singles(int start, int end) {
        int singles = 0;
        for (int i = sentence.tokenAt(start); i < sentence.tokens().size(); i++) {
            Token token = sentence.tokens().get(i);
            if (token.start() >= end) {
                break;
            }
            if (token.start() < start || token.end() > end) {
                return CUT;
            }
            singles += EdgeClues.bit(token.text().length() == 1);
        }
        return singles;
    }
}
