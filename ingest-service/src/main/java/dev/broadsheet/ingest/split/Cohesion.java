package dev.broadsheet.ingest.split;

import java.util.BitSet;
import java.util.List;

/**
 * Whether the text below a headline goes on about what the text above it was about, by the pairs of characters they share: sections of one article
 * do, two articles do not. Lexical cohesion as in M. Hearst's TextTiling (1997), asked at headlines only. On real pages it tells
 * subheads from titles almost by itself; text invented by one writer hides it.
 */
final class Cohesion {
    private static final int REACH = 400;
    private static final int ENOUGH = 200;
    private static final int FEWEST_PAIRS = 20;
    private static final double COHESIVE = 0.058;
    private static final double LOOSE = 0.035;
    private static final int BITS = 14;

    private final List<Row> rows;
    private final long[] traits;

    Cohesion(List<Row> rows, long[] traits) {
        this.rows = rows;
        this.traits = traits;
    }

    /** Marks the rows of each group of headlines that stands between running text. */
    void mark() {
        int i = 1;
        while (i < traits.length) {
            int end = i;
            while (end < traits.length && Trait.HEADISH.in(traits[end])) {
                end++;
            }
            if (end > i && end < traits.length && !Trait.DATELINE.in(traits[end])) {
                mark(i, end);
            }
            i = Math.max(i + 1, end);
        }
    }

    private void mark(int from, int to) {
        double shared = shared(above(from), below(to));
        long trait = shared >= COHESIVE ? Trait.COHESIVE.bit() : shared <= LOOSE ? Trait.LOOSE.bit() : 0;
        for (int i = from; i < to; i++) {
            traits[i] |= trait;
        }
    }

    private BitSet above(int head) {
        BitSet pairs = new BitSet(1 << BITS);
        int left = REACH;
        for (int i = head - 1; i >= 0 && left > 0; i--) {
            if (!Trait.HEADISH.in(traits[i])) {
                String text = rows.get(i).folded();
                add(text, Math.max(0, text.length() - left), text.length(), pairs);
                left -= text.length();
            }
            if (Trait.DATELINE.in(traits[i])) {
                break;
            }
        }
        return pairs;
    }

    private BitSet below(int text) {
        BitSet pairs = new BitSet(1 << BITS);
        int left = REACH;
        for (int i = text; i < traits.length && left > 0; i++) {
            boolean head = Trait.HEADISH.in(traits[i]);
            if (Trait.DATELINE.in(traits[i]) || (head && left <= REACH - ENOUGH)) {
                break;
            }
            if (!head) {
                add(rows.get(i).folded(), 0, Math.min(left, rows.get(i).folded().length()), pairs);
                left -= rows.get(i).folded().length();
            }
        }
        return pairs;
    }

    private static void add(String text, int from, int to, BitSet pairs) {
        for (int i = from + 1; i < to; i++) {
            char a = text.charAt(i - 1);
            char b = text.charAt(i);
            if (Chars.isHan(a) && Chars.isHan(b)) {
                pairs.set((a * 0x9E3779B1 ^ b * 0x85EBCA6B) >>> (32 - BITS));
            }
        }
    }

    private static double shared(BitSet above, BitSet below) {
        double size = Math.max(FEWEST_PAIRS * FEWEST_PAIRS, (double) above.cardinality() * below.cardinality());
        above.and(below);
        return above.cardinality() / Math.sqrt(size);
    }
}
