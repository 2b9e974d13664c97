package dev.broadsheet.enrich.extract;

/**
 * A clue packed into a long: its kind above, and three characters or small numbers below. Nothing longer than three characters of a page
 * can be learned by heart. Stateless.
 */
final class PackedClue {
    static final int PARTS = 3;
    private static final int BITS = 16;
    private static final int MASK = 0xffff;

    private PackedClue() {}

    /** @param kind from 1: no clue is 0 */
    static long of(int kind, int a, int b, int c) {
        return ((long) kind << (PARTS * BITS))
                | (a & MASK)
                | ((long) (b & MASK) << BITS)
                | ((long) (c & MASK) << (2 * BITS));
    }

    static int kind(long clue) {
        return (int) (clue >>> (PARTS * BITS));
    }

    /** For a model's file: each part behind a space, as a character or, where none can be printed, as a number behind #. */
    static String parts(long clue) {
        StringBuilder parts = new StringBuilder();
        for (int i = 0; i < PARTS; i++) {
            int part = (int) (clue >>> (i * BITS)) & MASK;
            parts.append(' ').append(isPrintable(part) ? String.valueOf((char) part) : "#" + part);
        }
        return parts.toString();
    }

    /** What {@link #parts} wrote behind the name of this kind; IllegalArgumentException where it is something else. */
    static long parse(String name, int kind) {
        String[] parts = name.split(" ", -1);
        if (parts.length != PARTS + 1) {
            throw new IllegalArgumentException("no clue: " + name);
        }
        return of(kind, part(parts[1]), part(parts[2]), part(parts[3]));
    }

    private static int part(String text) {
        return text.length() != 1 ? Integer.parseInt(text.substring(1)) : text.charAt(0);
    }

    /** Letters, digits, Han and the punctuation of print; what else there is could spoil a table. */
    private static boolean isPrintable(int part) {
        return Character.isLetterOrDigit(part) ? part < 0xd800 : part >= 0x3001 && part < 0x3040;
    }
}
