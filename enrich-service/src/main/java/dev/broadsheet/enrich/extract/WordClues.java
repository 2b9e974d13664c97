package dev.broadsheet.enrich.extract;

import dev.broadsheet.chinese.NameContexts;
import dev.broadsheet.chinese.NameContexts.Role;
import dev.broadsheet.chinese.Thesaurus;
import dev.broadsheet.chinese.Token;
import java.util.List;

/**
 * What a word alone tells of a name that begins, ends or goes on beside it: its characters, its tag, its kind of meaning, its classes, and how often it
 * stands there in other newspapers. Needs no look at other words, so that the answer can be kept. Stateless.
 */
final class WordClues {
    /** Where the word is: before a name, its first, its last, behind it, or inside on the left or the right of a joint. */
    static final int BEFORE = 0;

    static final int FIRST = 1;
    static final int LAST = 2;
    static final int BEHIND = 3;
    static final int LEFT = 4;
    static final int RIGHT = 5;
    static final int PLACES = 6;

    /** Stands before the first word and behind the last. */
    static final Token NONE = new Token("", "\0", 0, 0);

    private static final List<Role> ROLES_BEFORE =
            List.of(Role.BEFORE_PERSON, Role.BEFORE_PLACE, Role.BEFORE_ORGANIZATION);
    private static final List<Role> ROLES_BEHIND =
            List.of(Role.BEHIND_PERSON, Role.BEHIND_PLACE, Role.BEHIND_ORGANIZATION);
    private static final List<Role> ROLES_LAST =
            List.of(Role.PLACE_END, Role.ORGANIZATION_END, Role.INSIDE_ORGANIZATION);
    private static final int LONGEST = 3;

    private WordClues() {}

    static void add(Token word, int place, ClueBuffer out) {
        add(word, NameWords.THESAURUS.minor(word.text()), NameWords.CLASSES.of(word.text()), place, out);
    }

    /** @param minor the word's kind of meaning, and {@code classes} its classes, for who asks of all places in turn */
    static void add(Token word, int minor, long classes, int place, ClueBuffer out) {
        int tag = tag(word);
        switch (place) {
            case BEFORE -> {
                lastCharacters(Clue.BEFORE, word.text(), out);
                out.add(Clue.TAG_BEFORE.of(tag));
                meaning(Clue.MEANING_BEFORE, minor, out);
                classes(Clue.CLASS_BEFORE, classes, out);
                contexts(Clue.CONTEXT_BEFORE, ROLES_BEFORE, word, out);
                out.add(Clue.TOKEN_BEFORE.of(tail(word.text())));
            }
            case FIRST -> {
                firstCharacters(Clue.FIRST, word.text(), out);
                out.add(Clue.TAG_FIRST.of(tag, 1));
                meaning(Clue.MEANING_FIRST, minor, out);
                classes(Clue.CLASS_FIRST, classes, out);
            }
            case LAST -> {
                lastCharacters(Clue.LAST, word.text(), out);
                out.add(Clue.TAG_LAST.of(tag, 1));
                meaning(Clue.MEANING_LAST, minor, out);
                classes(Clue.CLASS_LAST, classes, out);
                contexts(Clue.CONTEXT_LAST, ROLES_LAST, word, out);
            }
            case BEHIND -> {
                firstCharacters(Clue.AFTER, word.text(), out);
                out.add(Clue.TAG_AFTER.of(tag));
                meaning(Clue.MEANING_AFTER, minor, out);
                classes(Clue.CLASS_AFTER, classes, out);
                contexts(Clue.CONTEXT_AFTER, ROLES_BEHIND, word, out);
                out.add(Clue.TOKEN_AFTER.of(word.text()));
            }
            case LEFT -> {
                out.add(Clue.JOINT_LEFT.of(tail(word.text())));
                middle(Clue.JOINT_LEFT_MEANING, minor, out);
            }
            default -> {
                out.add(Clue.JOINT_RIGHT.of(word.text()));
                middle(Clue.JOINT_RIGHT_MEANING, minor, out);
                contexts(Clue.JOINT_CONTEXT, ROLES_BEHIND, word, out);
            }
        }
    }

    /** The one and, where the word has two, the two that stand next to the name. */
    private static void lastCharacters(Clue clue, String word, ClueBuffer out) {
        int n = word.length();
        out.add(clue.of(n > 0 ? word.charAt(n - 1) : 0));
        if (n > 1) {
            out.add(clue.of(word.charAt(n - 2), word.charAt(n - 1)));
        }
    }

    private static void firstCharacters(Clue clue, String word, ClueBuffer out) {
        out.add(clue.of(word.isEmpty() ? 0 : word.charAt(0)));
        if (word.length() > 1) {
            out.add(clue.of(word.charAt(0), word.charAt(1)));
        }
    }

    private static void meaning(Clue clue, int minor, ClueBuffer out) {
        if (minor > 0) {
            int middle = Thesaurus.middle(minor);
            out.add(clue.of(middle));
            out.add(clue.of(middle, minor));
        }
    }

    private static void classes(Clue clue, long classes, ClueBuffer out) {
        for (int i = 0; i < WordClasses.SORTINGS && classes != 0; i++) {
            out.add(clue.of(WordClasses.of(classes, i)));
        }
    }

    private static void middle(Clue clue, int minor, ClueBuffer out) {
        if (minor > 0) {
            out.add(clue.of(Thesaurus.middle(minor)));
        }
    }

    private static void contexts(Clue clue, List<Role> roles, Token word, ClueBuffer out) {
        long steps = NameWords.CONTEXTS.of(word.text());
        for (int i = 0; i < roles.size() && steps != 0; i++) {
            int step = NameContexts.step(steps, roles.get(i));
            if (step > 0) {
                out.add(clue.of(i, step));
            }
        }
    }

    /** The first two letters of a word's tag. */
    static int tag(Token word) {
        String tag = word.tag();
        return tag.charAt(0) | (tag.length() > 1 ? tag.charAt(1) << 8 : 0);
    }

    /** The last three characters. */
    static String tail(String text) {
        return text.substring(Math.max(0, text.length() - LONGEST));
    }
}
