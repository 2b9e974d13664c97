package dev.broadsheet.ingest.split;

import dev.broadsheet.chinese.Seams;

/**
 * How well a row goes on the sentence at which another stops, in units of a logarithm of likelihood: by words across the seam, whole
 * elsewhere on the page or in the dictionary, numbers, punctuation, and quotations that close.
 */
final class SeamScore {
    private static final double WITNESSED = 4;
    private static final double NUMBER = 6;
    private static final double QUOTE_CLOSES = 5;
    private static final double QUOTE_STRAY = -6;
    private static final double PUNCTUATION = 6;
    private static final int LONGEST = 2_000;
    private static final String GOES_ON = ",。、;:!?)%";

    private final Seams dictionary;
    private final Pairs pairs;

    SeamScore(Seams dictionary, Pairs pairs) {
        this.dictionary = dictionary;
        this.pairs = pairs;
    }

    double of(Row before, Row after) {
        double score = quotes(before.folded(), after.folded());
        if (GOES_ON.indexOf(after.first()) >= 0) {
            return score + PUNCTUATION;
        }
        if (Chars.isDigit(before.last())) {
            return score + (pairs.seam(before, after) ? NUMBER : -NUMBER);
        }
        score += dictionary.gain(before.folded(), after.folded());
        return score + (pairs.farSeam(before, after) ? WITNESSED : 0);
    }

    private static double quotes(String before, String after) {
        int open = balance(before, true);
        int closed = balance(after, false);
        if (closed > 0) {
            return open > 0 ? QUOTE_CLOSES : QUOTE_STRAY;
        }
        return open > 0 ? QUOTE_STRAY / 2 : 0;
    }

    /** Quotations and brackets that stay open at the end of the text, or that close without having been opened in it. */
    private static int balance(String text, boolean atEnd) {
        int depth = 0;
        int stray = 0;
        int from = atEnd ? Math.max(0, text.length() - LONGEST) : 0;
        int to = atEnd ? text.length() : Math.min(text.length(), LONGEST * 2);
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if ("(“《「『".indexOf(c) >= 0) {
                depth++;
            } else if (")”》」』".indexOf(c) >= 0) {
                if (depth > 0) {
                    depth--;
                } else {
                    stray++;
                }
            }
        }
        return atEnd ? depth : stray;
    }
}
