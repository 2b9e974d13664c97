package dev.broadsheet.enrich.extract;

/** What a stretch opens with, whether something proper is in it, and the suffix that it ends with, as one small number. Stateless. */
final class StretchShape {
    private static final int NAMED = 1;
    private static final int PLACE = 2;
    private static final int GENERIC = 4;
    private static final int BODY = 8;
    private static final int OPENINGS = 16;
    /** No suffix, or one of each type of name. */
    private static final int SUFFIXES = NameWeights.TYPES + 1;

    /** How many there are. */
    static final int COUNT = OPENINGS * SUFFIXES * 2;

    private StretchShape() {}

    /**
     * @param named whether something proper is in it
     * @param place whether it opens with a place, {@code body} likewise
     * @param generic whether it only describes
     * @param suffix ordinal of the type of its suffix, from 1; 0 for none
     * @param whole whether it is nothing but the suffix
     */
    static int of(boolean named, boolean place, boolean generic, boolean body, int suffix, boolean whole) {
        int opening = (named ? NAMED : 0) | (place ? PLACE : 0) | (generic ? GENERIC : 0) | (body ? BODY : 0);
        return (suffix * 2 + EdgeClues.bit(whole)) * OPENINGS + opening;
    }

    /** The shape without the suffix. */
    static int opening(int shape) {
        return shape % OPENINGS;
    }

    /** What it tells of a name. */
    static void clues(int shape, ClueBuffer out) {
        opening(shape, out);
        suffix(shape, out);
    }

    /** What it opens with tells. */
    static void opening(int shape, ClueBuffer out) {
        out.add(Clue.NAMED.of(opening(shape)));
    }

    /** What its suffix tells. */
    static void suffix(int shape, ClueBuffer out) {
        int suffix = shape / OPENINGS;
        out.add(Clue.SUFFIX_SHAPE.of(suffix / 2, opening(shape) & (NAMED | PLACE), suffix % 2));
    }
}
