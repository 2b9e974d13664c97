package dev.broadsheet.chinese;

/**
 * Tells of most places of a text that no name of two or more characters stands there, in two looks at a small table. May take a place for one where
 * a name stands, never the other way round. Any thread, once all names are added.
 */
public final class OpeningFilter {
    private static final int OPENING = 3;
    private static final int FEWEST_BITS = 6;

    private final long[] bits;
    private final int shift;

    /** @param size how many bits to spend at least: a few for each name that will be added */
    public OpeningFilter(int size) {
        int log = Math.max(FEWEST_BITS, Integer.SIZE - Integer.numberOfLeadingZeros(size));
        bits = new long[1 << (log - FEWEST_BITS)];
        shift = Long.SIZE - log;
    }

    /** A name of one character is left out. */
    public void add(char[] letters, int start, int length) {
        if (length > 1) {
            int bit = bit(letters[start], letters[start + 1], length < OPENING ? 0 : letters[start + 2]);
            bits[bit >>> 6] |= 1L << bit;
        }
    }

    /** Whether a name may stand at {@code from}, which has a character behind it. */
    public boolean mayOpen(CharSequence text, int from) {
        char first = text.charAt(from);
        char second = text.charAt(from + 1);
        return has(bit(first, second, 0))
                || (from + 2 < text.length() && has(bit(first, second, text.charAt(from + 2))));
    }

    private boolean has(int bit) {
        return (bits[bit >>> 6] & (1L << bit)) != 0;
    }

    private int bit(int first, int second, int third) {
        long opening = ((long) first << (2 * Character.SIZE)) | ((long) second << Character.SIZE) | third;
        return (int) ((opening * 0x9E3779B97F4A7C15L) >>> shift);
    }
}
