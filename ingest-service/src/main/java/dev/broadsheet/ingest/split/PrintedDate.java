package dev.broadsheet.ingest.split;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Reads the date in a running head: 2024年3月8日, 2024.3.8, 2024-03-08, 二〇二四年三月八日, 中華民國113年5月20日. Lunar dates are passed over.
 * Used once, on text as {@link Script} gives it.
 */
final class PrintedDate {
    private static final String ZERO_TO_NINE = "〇一二三四五六七八九";
    private static final String REPUBLIC = "民国";
    private static final int REPUBLIC_BEGAN = 1911;
    private static final int EARLIEST = 1900;
    private static final int LATEST = 2199;
    private static final int YEAR_DIGITS = 4;
    private final String plain;
    private int at;

    private PrintedDate(String plain) {
        this.plain = plain;
    }

    /** The first date of the calendar in the text, null without one. */
    static @Nullable LocalDate read(String plain) {
        PrintedDate reader = new PrintedDate(plain);
        for (int i = 0; i < plain.length(); i++) {
            LocalDate date =
                    isNumeral(plain.charAt(i)) && (i == 0 || !isNumeral(plain.charAt(i - 1))) ? reader.at(i) : null;
            if (date != null) {
                return date;
            }
        }
        return null;
    }

    private @Nullable LocalDate at(int from) {
        at = from;
        boolean republic = plain.startsWith(REPUBLIC, from - REPUBLIC.length())
                || plain.startsWith(REPUBLIC + " ", from - REPUBLIC.length() - 1);
        int year = year(republic);
        char separator = year < 0 ? ' ' : separator();
        int month = "年.-/".indexOf(separator) >= 0 ? number() : -1;
        char second = month < 0 ? ' ' : separator();
        boolean matches = separator == '年' ? second == '月' : second == separator;
        int day = matches ? number() : -1;
        boolean closed = separator != '年' || (at < plain.length() && plain.charAt(at) == '日');
        if (day < 1
                || !closed
                || month < 1
                || month > 12
                || day > YearMonth.of(year, month).lengthOfMonth()) {
            return null;
        }
        return LocalDate.of(year, month, day);
    }

    private int year(boolean republic) {
        int start = at;
        int value = number();
        if (republic) {
            return value > 0 ? value + REPUBLIC_BEGAN : -1;
        }
        boolean fits = at - start >= YEAR_DIGITS && value >= EARLIEST && value <= LATEST;
        return fits && plain.substring(start, at).strip().length() == YEAR_DIGITS ? value : -1;
    }

    /** Skips blanks around it. */
    private char separator() {
        skipBlanks();
        if (at == plain.length()) {
            return ' ';
        }
        char c = plain.charAt(at++);
        skipBlanks();
        return c;
    }

    private void skipBlanks() {
        while (at < plain.length() && plain.charAt(at) == ' ') {
            at++;
        }
    }

    /** A number in digits of either kind, or in words up to 99; leaves `at` behind it and its blanks. -1 without one. */
    private int number() {
        int start = at;
        int value = 0;
        int pending = 0;
        while (at < plain.length() && at - start < YEAR_DIGITS + 1 && isNumeral(plain.charAt(at))) {
            char c = plain.charAt(at);
            int digit = digit(c);
            if (digit >= 0) {
                pending = pending * 10 + digit;
            } else {
                value += ten(c) * Math.max(c == '十' ? pending : 1, 1);
                pending = 0;
            }
            at++;
        }
        boolean read = at > start;
        skipBlanks();
        return read ? value + pending : -1;
    }

    private static int ten(char c) {
        return c == '卅' ? 30 : c == '廿' ? 20 : 10;
    }

    private static boolean isNumeral(char c) {
        return digit(c) >= 0 || c == '十' || c == '廿' || c == '卅';
    }

    private static int digit(char c) {
        if (Chars.isDigit(c)) {
            return c - '0';
        }
        return c == '○' || c == '零' ? 0 : ZERO_TO_NINE.indexOf(c);
    }
}
