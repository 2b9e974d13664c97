package dev.broadsheet.enrich.extract;

import dev.broadsheet.chinese.Numerals;
import java.math.BigDecimal;

/** The numbers of dates: years of four digits (2023, 二〇二三) and small ones (3, 12, 十一). Stateless. */
final class DateNumbers {
    private static final String YEAR_DIGITS = "〇零○O0一二三四五六七八九";
    private static final CharacterSet SMALL = CharacterSet.of("一二三四五六七八九十两");
    private static final int LONGEST_SMALL = 3;
    private static final int DECIMAL = 10;
    /** So many digits fit into an int. */
    private static final int SAFE_DIGITS = 9;

    private DateNumbers() {}

    /** Where the digits or numerals at {@code from} end, which is {@code from} where there are none. */
    static int smallEnd(String text, int from, int limit) {
        int end = digitsEnd(text, from, limit);
        if (end > from) {
            return end - from <= 2 ? end : from;
        }
        while (end < limit && end - from < LONGEST_SMALL && SMALL.has(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** The number from {@code from} to {@code end}; -1 where the characters make none (二三). */
    static int small(String text, int from, int end) {
        if (end > from && end - from <= SAFE_DIGITS && digitsEnd(text, from, end) == end) {
            return Integer.parseInt(text, from, end, DECIMAL);
        }
        return Numerals.parse(text.substring(from, end))
                .filter(number -> number.compareTo(BigDecimal.ZERO) >= 0
                        && number.stripTrailingZeros().scale() <= 0)
                .map(BigDecimal::intValueExact)
                .orElse(-1);
    }

    /** The year whose four digits begin at {@code from}; -1 where none does. */
    static int year(String text, int from, int limit) {
        if (from + 4 > limit) {
            return -1;
        }
        if (FlatText.isDigit(text.charAt(from))) {
            char first = text.charAt(from);
            boolean year = digitsEnd(text, from, limit) == from + 4 && (first == '1' || first == '2');
            return year ? Integer.parseInt(text.substring(from, from + 4)) : -1;
        }
        int year = 0;
        for (int i = from; i < from + 4; i++) {
            int at = YEAR_DIGITS.indexOf(text.charAt(i));
            if (at < 0) {
                return -1;
            }
            year = year * DECIMAL + Math.max(0, at - 4);
        }
        return year >= 1_000 && year < 3_000 ? year : -1;
    }

    /** The two digits or numerals at {@code from} that a year may be called by (07, 九七); -1 where none stand there. */
    static int shortYear(String text, int from, int limit) {
        int end = from + 2;
        if (end > limit) {
            return -1;
        }
        if (FlatText.isDigit(text.charAt(from))) {
            return digitsEnd(text, from, limit) == end ? small(text, from, end) : -1;
        }
        int tens = YEAR_DIGITS.indexOf(text.charAt(from));
        int ones = YEAR_DIGITS.indexOf(text.charAt(from + 1));
        return tens < 0 || ones < 0 ? -1 : Math.max(0, tens - 4) * DECIMAL + Math.max(0, ones - 4);
    }

    /** Behind the time of day at {@code from} (0时, 8时30分, 20:00), or {@code from} where none stands there. */
    static int clockEnd(String text, int from, int limit) {
        int end = digitsEnd(text, from, limit);
        if (end == from || end - from > 2 || end >= limit || "时点:：".indexOf(text.charAt(end)) < 0) {
            return from;
        }
        int minutes = end + 1 < limit ? digitsEnd(text, end + 1, limit) : end + 1;
        return minutes > end + 1 && minutes < limit && text.charAt(minutes) == '分' ? minutes + 1 : minutes;
    }

    static int digitsEnd(String text, int from, int limit) {
        int end = from;
        while (end < limit && FlatText.isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }
}
