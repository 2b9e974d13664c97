package dev.broadsheet.ingest.split;

import java.util.List;

/** Where a news lead names its paper or agency: 本报讯, 本报某地3月5日电, 据新华社电, 晚报讯, 【本報訊】. */
final class Datelines {
    private static final int LONGEST = 30;
    private static final int WINDOW = 40;
    private static final String MARKS = "□■●▲◆○◎★※◇△▼▽►▶(";
    private static final String FOLLOWERS = " (:,)";
    private static final String HOUSE_ENDS = "报社网台刊";
    private static final int SHORTEST_DATE = 4;
    private final List<String> houses = Vocabulary.words("news-houses.tsv");
    private final Script script = new Script();

    /** The offset behind the dateline that the line opens with, 0 if it opens with none. */
    int end(String folded) {
        if (folded.charAt(0) == '(' && folded.indexOf(')') == folded.length() - 1) {
            return 0;
        }
        int window = Math.min(folded.length(), WINDOW);
        return endPlain(script.plain(folded.substring(0, window)), folded.length());
    }

    private int endPlain(String plain, int length) {
        int start = 0;
        while (start < plain.length() && (MARKS.indexOf(plain.charAt(start)) >= 0 || plain.charAt(start) == ' ')) {
            start++;
        }
        int limit = Math.min(plain.length(), start + LONGEST);
        for (int i = start + 1; i < limit; i++) {
            char c = plain.charAt(i);
            if ((c == '讯' || c == '电') && isHouse(plain, start, i) && endsWell(plain, i + 1, length)) {
                return i + 1;
            }
            if (c != ' ' && c != '·' && !Chars.isHan(c) && !Chars.isDigit(c)) {
                return 0;
            }
        }
        return 0;
    }

    private boolean isHouse(String plain, int start, int mark) {
        for (String house : houses) {
            if (plain.startsWith(house, start)) {
                return true;
            }
        }
        return isNamed(plain, start, mark) || isDated(plain, start, mark);
    }

    /** 青川晚报讯, 北原网讯. */
    private static boolean isNamed(String plain, int start, int mark) {
        boolean named = HOUSE_ENDS.indexOf(plain.charAt(mark - 1)) >= 0
                || (mark >= 2 && (plain.startsWith("融媒", mark - 2) || plain.startsWith("媒体", mark - 2)));
        return named && mark - start >= 2 && mark - start <= 10;
    }

    /** 北京3月5日电, 报 3月5日讯. */
    private static boolean isDated(String plain, int start, int mark) {
        if (plain.charAt(mark - 1) != '日' || mark - start < SHORTEST_DATE) {
            return false;
        }
        int at = mark - 2;
        while (at > start && (Chars.isDigit(plain.charAt(at)) || plain.charAt(at) == '月')) {
            at--;
        }
        return at < mark - 2 && at > start && Chars.isHan(plain.charAt(at)) && Chars.isHan(plain.charAt(start));
    }

    private static boolean endsWell(String plain, int end, int length) {
        if (end == length) {
            return true;
        }
        if (end >= plain.length()) {
            return false;
        }
        char next = plain.charAt(end);
        return FOLLOWERS.indexOf(next) >= 0
                || plain.startsWith("记者", end)
                || plain.startsWith("本报记者", end)
                || plain.startsWith("通讯员", end)
                || Chars.isDigit(next);
    }
}
