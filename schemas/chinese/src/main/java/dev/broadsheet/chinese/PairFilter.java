package dev.broadsheet.chinese;

/**
 * Tells of most pairs of characters that no name begins with them, in one look at a small table. May take a pair for one that was added,
 * never the other way round. Any thread, once all pairs are added.
 */
public final class PairFilter {
    private final long[] bits;
    private final int shift;

    /** @param size the logarithm of how many bits to spend: a few for each pair that will be added */
    public PairFilter(int size) {
        bits = new long[1 << (size - 6)];
        shift = Integer.SIZE - size;
    }

    public void add(char first, char second) {
        int bit = bit(first, second);
        bits[bit >>> 6] |= 1L << bit;
    }

    public boolean mayHave(char first, char second) {
        int bit = bit(first, second);
        return (bits[bit >>> 6] & (1L << bit)) != 0;
    }

    private int bit(char first, char second) {
        return (((first << 16) | second) * 0x9E3779B1) >>> shift;
    }
}
