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
    /** What stands before 县 and the like where no name does: 全县, 一座县城. */
    private static final String NOT_IN_PLACES = "全该各我本这那每个座";

    private static final String NOT_BEFORE_ENDS = "大小";

    private final List<Row> rows;
    private final Seams seams;
    private final Script script = new Script();

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

    private boolean opensWithPlace(String text) {
        String front = script.plain(text.substring(0, Math.min(text.length(), LONGEST_PLACE + 1)));
        for (int i = 0; i < front.length(); i++) {
            char c = front.charAt(i);
            if (i >= SHORTEST_PLACE && PLACE_ENDS.indexOf(c) >= 0) {
                return NOT_BEFORE_ENDS.indexOf(front.charAt(i - 1)) < 0;
            }
            if (!Chars.isHan(c) || NOT_IN_PLACES.indexOf(c) >= 0) {
                return false;
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
