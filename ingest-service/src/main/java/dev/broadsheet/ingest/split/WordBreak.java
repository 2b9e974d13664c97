package dev.broadsheet.ingest.split;

import dev.broadsheet.chinese.Seams;
import java.util.List;

/**
 * Knows rows that stop inside a word whose rest the next row does not bring: the rows around have the word whole, always with the same
 * next character, and the next row opens with the name of a place, as a sentence does. The rest is missing from the page.
 */
final class WordBreak {
    private static final int KNOWN = 3;
    private static final int REACH = 12;
    private static final String PLACE_ENDS = "省市区县镇乡";
    private static final int SHORTEST_PLACE = 2;
    private static final int LONGEST_PLACE = 4;

    private final List<Row> rows;
    private final Seams seams;

    WordBreak(List<Row> rows, Seams seams) {
        this.rows = rows;
        this.seams = seams;
    }

    /** Whether row `i` stops so before row `i` + 1. */
    boolean isAfter(int i) {
        String text = rows.get(i).folded();
        String next = rows.get(i + 1).folded();
        if (text.length() <= KNOWN || !opensWithPlace(next)) {
            return false;
        }
        String tail = text.substring(text.length() - KNOWN);
        boolean han = tail.chars().allMatch(c -> Chars.isHan((char) c));
        return han && !seams.endsInWord(tail) && goesOnElsewhere(i, tail);
    }

    private static boolean opensWithPlace(String text) {
        for (int i = SHORTEST_PLACE; i <= LONGEST_PLACE && i < text.length(); i++) {
            if (!Chars.isHan(text.charAt(i - 1))) {
                return false;
            }
            if (PLACE_ENDS.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private boolean goesOnElsewhere(int i, String tail) {
        char follower = 0;
        for (int k = Math.max(0, i - REACH); k < Math.min(rows.size(), i + REACH); k++) {
            String text = rows.get(k).folded();
            for (int at = text.indexOf(tail); at >= 0; at = text.indexOf(tail, at + 1)) {
                int end = at + KNOWN;
                if (end == text.length()) {
                    continue;
                }
                char here = text.charAt(end);
                if (!Chars.isHan(here) || (follower != 0 && here != follower)) {
                    return false;
                }
                follower = here;
            }
        }
        return follower != 0 && follower != rows.get(i + 1).first();
    }
}
