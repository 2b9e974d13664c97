package dev.broadsheet.ingest.split;

import java.util.List;

/** Where a news lead names its paper or agency: 本报讯, 本报某地3月5日电, 据新华社电, 晚报讯. */
final class Datelines {
    private static final int LONGEST = 24;
    private static final String MARKS = "□■●▲◆○◎★※【[(";
    private static final String FOLLOWERS = " (:,】])";
    private final List<String> houses = Vocabulary.words("news-houses.tsv");

    /** The offset behind the dateline that the line opens with, 0 if it opens with none. */
    int end(String folded) {
        int start = 0;
        while (start < folded.length() && MARKS.indexOf(folded.charAt(start)) >= 0) {
            start++;
        }
        int limit = Math.min(folded.length(), start + LONGEST);
        for (int i = start + 1; i < limit; i++) {
            char c = folded.charAt(i);
            if ((c == '讯' || c == '电') && isHouse(folded, start, i) && endsWell(folded, i + 1)) {
                return i + 1;
            }
            if (c != ' ' && c != '·' && !Chars.isHan(c) && !Chars.isDigit(c)) {
                return 0;
            }
        }
        return 0;
    }

    private boolean isHouse(String folded, int start, int mark) {
        for (String house : houses) {
            if (folded.startsWith(house, start)) {
                return true;
            }
        }
        return mark - start >= 2 && mark - start <= 8 && "报社网台刊".indexOf(folded.charAt(mark - 1)) >= 0;
    }

    private static boolean endsWell(String folded, int end) {
        if (end == folded.length()) {
            return true;
        }
        char next = folded.charAt(end);
        return FOLLOWERS.indexOf(next) >= 0
                || folded.startsWith("记者", end)
                || folded.startsWith("通讯员", end)
                || Chars.isDigit(next);
    }
}
