package dev.broadsheet.enrich.extract;

import dev.broadsheet.chinese.NameContexts;
import dev.broadsheet.chinese.NameContexts.Role;
import dev.broadsheet.chinese.Thesaurus;
import dev.broadsheet.chinese.Token;
import java.util.List;

/** What kind of word each word of a sentence is: its meaning, and how often it stands by names elsewhere. Immutable. */
final class WordSigns {
    private static final List<Role> BEFORE = List.of(Role.BEFORE_PERSON, Role.BEFORE_PLACE, Role.BEFORE_ORGANIZATION);
    private static final List<Role> BEHIND = List.of(Role.BEHIND_PERSON, Role.BEHIND_PLACE, Role.BEHIND_ORGANIZATION);
    private static final List<Role> LAST = List.of(Role.PLACE_END, Role.ORGANIZATION_END, Role.INSIDE_ORGANIZATION);

    private final int[] meanings;
    private final long[] contexts;

    WordSigns(List<Token> words) {
        meanings = new int[words.size()];
        contexts = new long[meanings.length];
        for (int i = 0; i < meanings.length; i++) {
            String word = words.get(i).text();
            meanings[i] = NameWords.THESAURUS.minor(word);
            contexts[i] = NameWords.CONTEXTS.of(word);
        }
    }

    /** What the word before a name tells. */
    void before(int index, ClueBuffer out) {
        meaning(Clue.MEANING_BEFORE, index, out);
        contexts(Clue.CONTEXT_BEFORE, BEFORE, index, out);
    }

    /** What the word behind a name tells. */
    void behind(int index, ClueBuffer out) {
        meaning(Clue.MEANING_AFTER, index, out);
        contexts(Clue.CONTEXT_AFTER, BEHIND, index, out);
    }

    void inside(int index, ClueBuffer out) {
        if (meanings[index] > 0) {
            out.add(Clue.MEANING_INSIDE.of(Thesaurus.middle(meanings[index])));
        }
    }

    void first(int index, ClueBuffer out) {
        meaning(Clue.MEANING_FIRST, index, out);
    }

    void last(int index, ClueBuffer out) {
        meaning(Clue.MEANING_LAST, index, out);
        contexts(Clue.CONTEXT_LAST, LAST, index, out);
    }

    private void meaning(Clue clue, int index, ClueBuffer out) {
        int minor = index >= 0 && index < meanings.length ? meanings[index] : 0;
        if (minor > 0) {
            int middle = Thesaurus.middle(minor);
            out.add(clue.of(middle));
            out.add(clue.of(middle, minor));
        }
    }

    private void contexts(Clue clue, List<Role> roles, int index, ClueBuffer out) {
        long steps = index >= 0 && index < contexts.length ? contexts[index] : 0;
        for (int i = 0; i < roles.size() && steps != 0; i++) {
            int step = NameContexts.step(steps, roles.get(i));
            if (step > 0) {
                out.add(clue.of(i, step));
            }
        }
    }
}
