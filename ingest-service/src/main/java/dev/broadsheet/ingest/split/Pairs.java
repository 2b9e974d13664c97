package dev.broadsheet.ingest.split;

import java.util.BitSet;
import java.util.List;

/**
 * The pairs of neighbouring characters that occur inside rows, as a hashed set: it may hold a pair that does not occur, at a rate of
 * one in a hundred for a page of ten thousand characters. A word torn by the column is often whole elsewhere on the page.
 */
final class Pairs {
    private static final int PAGE = 20;
    private static final int FEW_ROWS = 14;
    /** What goes on behind the last digit of a figure that the column tore. */
    private static final String COUNTED = "%.百千万亿余个年月日元人户家次吨斤亩米岁";

    private static final Script SCRIPT = new Script();
    private final int bits;
    private final BitSet seen;

    private Pairs(int bits) {
        this.bits = bits;
        seen = new BitSet(1 << bits);
    }

    static Pairs ofFewRows() {
        return new Pairs(FEW_ROWS);
    }

    static Pairs of(List<Row> rows) {
        Pairs pairs = new Pairs(PAGE);
        rows.forEach(row -> pairs.add(row.folded()));
        return pairs;
    }

    void add(String text) {
        for (int i = 1; i < text.length(); i++) {
            char a = text.charAt(i - 1);
            char b = text.charAt(i);
            if (Chars.isHan(a) && Chars.isHan(b)) {
                seen.set(hash(a, b));
                if (i > 1) {
                    seen.set(hash(text.charAt(i - 2), a, b));
                }
            }
        }
    }

    /** Whether what ends one row and opens the next is one word or number, as far as the page tells. */
    boolean seam(Row before, Row after) {
        char a = before.last();
        char b = after.first();
        if (Chars.isDigit(a)) {
            return Chars.isDigit(b) || COUNTED.indexOf(SCRIPT.plain(b)) >= 0;
        }
        return Chars.isHan(a) && Chars.isHan(b) && seen.get(hash(a, b));
    }

    /** As {@link #seam}, but with a third character on either side as a witness; for rows that do not stand together. */
    boolean farSeam(Row before, Row after) {
        if (!Chars.isHan(before.last()) || !seam(before, after)) {
            return false;
        }
        String left = before.folded();
        String right = after.folded();
        boolean behind =
                left.length() > 1 && seen.get(hash(left.charAt(left.length() - 2), before.last(), after.first()));
        return behind || (right.length() > 1 && seen.get(hash(before.last(), after.first(), right.charAt(1))));
    }

    double shareOf(String text) {
        int all = 0;
        int known = 0;
        for (int i = 1; i < text.length(); i++) {
            char a = text.charAt(i - 1);
            char b = text.charAt(i);
            if (Chars.isHan(a) && Chars.isHan(b)) {
                all++;
                known += seen.get(hash(a, b)) ? 1 : 0;
            }
        }
        return all == 0 ? 0 : (double) known / all;
    }

    private int hash(char a, char b, char c) {
        return (hash(a, b) * 0xC2B2AE35 ^ c * 0x27D4EB2F) >>> (32 - bits);
    }

    private int hash(char a, char b) {
        return ((a * 0x9E3779B1) ^ (b * 0x85EBCA6B)) >>> (32 - bits);
    }
}
