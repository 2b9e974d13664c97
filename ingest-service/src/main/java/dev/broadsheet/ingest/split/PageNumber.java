package dev.broadsheet.ingest.split;

import org.jspecify.annotations.Nullable;

/** Reads a page's number from a running head: 第13版, A05版, 第三版, A05, 06. Works on text as {@link Script} gives it. */
final class PageNumber {
    private static final String[] COUNTS = {"今日", "今天", "本期", "共", "总", "星期", "周一", "周五"};
    private static final String TENS = "一二三四五六七八九十";
    private static final int LONGEST_SECTION = 12;
    private static final String GAPS = " ·/|>";

    private PageNumber() {}

    /** The number with its letter, null without one. 今日4版 tells how many pages there are. */
    static @Nullable String read(String plain) {
        for (int end = plain.indexOf('版'); end > 0; end = plain.indexOf('版', end + 1)) {
            String number = before(plain, end);
            if (number != null) {
                return number;
            }
        }
        return alone(plain);
    }

    private static @Nullable String before(String plain, int mark) {
        int end = mark;
        while (end > 0 && plain.charAt(end - 1) == ' ') {
            end--;
        }
        int from = end;
        while (from > 0 && Chars.isAsciiWord(plain.charAt(from - 1)) && end - from < 4) {
            from--;
        }
        if (isPage(plain, from, end)) {
            return isCount(plain, from) ? null : plain.substring(from, end);
        }
        if (end > 1 && TENS.indexOf(plain.charAt(end - 1)) >= 0 && plain.charAt(end - 2) == '第') {
            return String.valueOf(TENS.indexOf(plain.charAt(end - 1)) + 1);
        }
        return null;
    }

    private static boolean isCount(String plain, int from) {
        int end = from;
        while (end > 0 && plain.charAt(end - 1) == ' ') {
            end--;
        }
        for (String count : COUNTS) {
            if (plain.startsWith(count, end - count.length())) {
                return true;
            }
        }
        return end > 0 && (plain.charAt(end - 1) == '…' || plain.charAt(end - 1) == '.');
    }

    /** A token with a letter anywhere (A05, A08-09). */
    private static @Nullable String alone(String plain) {
        int from = 0;
        while (from < plain.length()) {
            int end = from;
            while (end < plain.length() && GAPS.indexOf(plain.charAt(end)) < 0) {
                end++;
            }
            int dash = plain.indexOf('-', from);
            int last = dash > from && dash < end && isPage(plain, dash + 1, end) ? dash : end;
            if (last - from <= 4 && isPage(plain, from, last) && !Chars.isDigit(plain.charAt(from))) {
                return plain.substring(from, last);
            }
            from = end + 1;
        }
        return null;
    }

    /** 06, 2 综合新闻, 04 副刊: digits at the start of a head. */
    static @Nullable String leading(String plain) {
        int end = 0;
        while (end < plain.length() && Chars.isDigit(plain.charAt(end))) {
            end++;
        }
        if (end == 0 || end > 2 || plain.length() - end > LONGEST_SECTION) {
            return null;
        }
        return end == plain.length() || " -".indexOf(plain.charAt(end)) >= 0 || Chars.isHan(plain.charAt(end))
                ? plain.substring(0, end)
                : null;
    }

    private static boolean isPage(String text, int from, int to) {
        if (from == to) {
            return false;
        }
        int digits = from;
        if (text.charAt(from) >= 'A' && text.charAt(from) <= 'Z') {
            digits++;
        }
        for (int i = digits; i < to; i++) {
            if (!Chars.isDigit(text.charAt(i))) {
                return false;
            }
        }
        return digits < to && to - digits <= 3;
    }
}
