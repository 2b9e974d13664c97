package dev.broadsheet.enrich.extract;

import java.util.Arrays;
import java.util.List;

/**
 * Which stretches of an article come again in it, and whether they do so beside other characters: a name comes again beside other words, a
 * piece of one beside the same. Knows the first {@value #MOST} characters of an article, and of what comes again very often only some;
 * so making one and asking it take bounded time for each character. Immutable.
 */
final class Recurrences {
    /** Set in an answer where not all that stands before is the same, or behind. */
    static final int OTHER_BEFORE = 1;

    static final int OTHER_BEHIND = 2;
    private static final int BOTH = OTHER_BEFORE | OTHER_BEHIND;
    /** How far left in an answer the number of times stands. */
    static final int TIMES = 2;

    private static final int MOST_TIMES = 4;
    /** Positions are sorted by so many characters: these and the position make a long. */
    private static final int SORTED_BY = 3;

    private static final int POSITION_BITS = 16;
    private static final int MOST = 1 << POSITION_BITS;
    /** Neighbours in that order that are looked at on either side. */
    private static final int LOOKED_AT = 16;

    private static final char BESIDE_BLOCKS = '\n';

    private final char[] text;
    private final int[] blocks;
    /** Positions by the characters that stand there. */
    private final char[] sorted;
    /** Of each position its place among them. */
    private final char[] ranks;

    /** @param blocks of the article, as sentences count them */
    Recurrences(List<FlatText> blocks) {
        this.blocks = new int[blocks.size()];
        StringBuilder all = new StringBuilder().append(BESIDE_BLOCKS);
        for (int i = 0; i < this.blocks.length; i++) {
            this.blocks[i] = all.length();
            if (all.length() < MOST) {
                all.append(blocks.get(i).text()).append(BESIDE_BLOCKS);
            }
        }
        this.text = all.substring(0, Math.min(all.length(), MOST)).toCharArray();
        long[] keys = new long[text.length];
        for (int i = 0; i < keys.length; i++) {
            for (int c = 0; c < SORTED_BY; c++) {
                keys[i] = (keys[i] << Character.SIZE) | at(i + c);
            }
            keys[i] = (keys[i] << POSITION_BITS) | i;
        }
        Arrays.sort(keys);
        this.sorted = new char[keys.length];
        this.ranks = new char[keys.length];
        for (int i = 0; i < keys.length; i++) {
            sorted[i] = (char) keys[i];
            ranks[sorted[i]] = (char) i;
        }
    }

    private char at(int position) {
        return position < text.length ? text[position] : BESIDE_BLOCKS;
    }

    /** 0 where the stretch of a block stands once; else how often, up to four times, and what is other beside it. */
    int of(int block, int start, int end) {
        int from = blocks[block] + start;
        int to = blocks[block] + end;
        if (to >= text.length) {
            return 0;
        }
        int times = 1;
        int sides = 0;
        int length = end - start;
        for (int step = -1; step <= 1; step += 2) {
            int rank = ranks[from] + step;
            for (int looks = 0; looks < LOOKED_AT; looks++) {
                int same = same(rank, from, length);
                if (same < Math.min(length, SORTED_BY) || (times >= MOST_TIMES && sides == BOTH)) {
                    break;
                }
                if (same == length) {
                    times++;
                    sides |= sides(sorted[rank], from, length);
                }
                rank += step;
            }
        }
        return times == 1 ? 0 : (Math.min(times, MOST_TIMES) << TIMES) | sides;
    }

    /** How many characters are the same there, up to {@code length}. */
    private int same(int rank, int from, int length) {
        if (rank < 0 || rank >= sorted.length) {
            return 0;
        }
        int other = sorted[rank];
        int same = 0;
        while (same < length && at(other + same) == text[from + same]) {
            same++;
        }
        return same;
    }

    private int sides(int other, int from, int length) {
        int before = other > 0 && text[other - 1] != text[from - 1] ? OTHER_BEFORE : 0;
        return before | (at(other + length) != at(from + length) ? OTHER_BEHIND : 0);
    }
}
