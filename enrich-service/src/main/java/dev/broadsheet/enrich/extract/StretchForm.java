package dev.broadsheet.enrich.extract;

/** How long a stretch is, of how many words, and whether its edges are edges of words, as one small number. Stateless. */
final class StretchForm {
    private static final int LONGEST = 15;
    private static final int MOST_WORDS = 9;
    private static final int LENGTHS = LONGEST + 1;
    private static final int WORDS = MOST_WORDS + 1;
    private static final int FLAGS = 8;
    private static final int LEFT = 4;
    private static final int RIGHT = 2;
    private static final int HEADLINE = 1;

    /** How many there are. */
    static final int COUNT = LENGTHS * WORDS * FLAGS;

    private StretchForm() {}

    /**
     * @param words that it has a part of
     * @param left whether a word begins where it does
     * @param right whether a word ends where it does
     */
    static int of(int length, int words, boolean left, boolean right, boolean headline) {
        int size = Math.min(length, LONGEST) * WORDS + Math.min(words, MOST_WORDS);
        return size * FLAGS + (left ? LEFT : 0) + (right ? RIGHT : 0) + (headline ? HEADLINE : 0);
    }

    /** What it tells of a name. */
    static void clues(int form, ClueBuffer out) {
        length(form, out);
        words(form, out);
    }

    /** What its length and place tell. */
    static void length(int form, ClueBuffer out) {
        out.add(Clue.BIAS.of());
        out.add(Clue.LENGTH.of(form / FLAGS / WORDS));
        if ((form & HEADLINE) != 0) {
            out.add(Clue.HEADLINE.of());
        }
    }

    /** What its words tell. */
    static void words(int form, ClueBuffer out) {
        int length = form / FLAGS / WORDS;
        out.add(Clue.EDGES.of(EdgeClues.bit((form & LEFT) != 0), EdgeClues.bit((form & RIGHT) != 0)));
        out.add(Clue.TOKENS.of(form / FLAGS % WORDS, Math.min(length, MOST_WORDS)));
    }
}
