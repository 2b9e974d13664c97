package dev.broadsheet.chinese;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numerals without 万 and 亿: arabic ones, digits in a row (二〇二四), decimals (三点五) and places (三千零六). */
final class PlaceReader {
    private static final String DIGITS = "零一二三四五六七八九";
    private static final Pattern PLAIN = Pattern.compile("\\d++(?:\\.\\d++)?+");
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}+(?:,\\d{3})++(?:\\.\\d++)?+");

    /** The places from thousands down, each at most once. */
    private static final Pattern PLACES = Pattern.compile("(?:(?<thousand>D)千)?+(?:零?+(?<hundred>D)百)?+"
            .concat("(?<tens>零?+(?<ten>D)?+十)?+(?:(?<zero>零)?+(?<one>D))?+")
            .replace("D", "[一二三四五六七八九1-9]"));

    private PlaceReader() {}

    static @Nullable BigDecimal read(String s) {
        if (s.isEmpty()) {
            return null;
        }
        char first = s.charAt(0);
        if (first >= '0' && first <= '9') {
            return arabic(s);
        }
        int point = s.indexOf('点');
        if (point >= 0) {
            return decimal(s.substring(0, point), s.substring(point + 1));
        }
        BigDecimal row = row(s);
        return row != null ? row : places(s);
    }

    /** 0 to 9 for a Chinese or an ASCII digit, else -1. */
    static int digit(char c) {
        return c >= '0' && c <= '9' ? c - '0' : DIGITS.indexOf(c);
    }

    /** 3105, 3,105.5, 5千, 2百. */
    private static @Nullable BigDecimal arabic(String s) {
        int unit = unit(s.charAt(s.length() - 1));
        String figures = unit > 1 ? s.substring(0, s.length() - 1) : s;
        if (PLAIN.matcher(figures).matches()) {
            return new BigDecimal(figures).multiply(BigDecimal.valueOf(unit));
        }
        if (GROUPED.matcher(figures).matches()) {
            return new BigDecimal(figures.replace(",", "")).multiply(BigDecimal.valueOf(unit));
        }
        return places(s);
    }

    private static @Nullable BigDecimal decimal(String whole, String fraction) {
        BigDecimal units = whole.equals("零") || whole.length() == 1 ? row(whole) : places(whole);
        String digits = ascii(fraction);
        return units == null || digits == null ? null : units.add(new BigDecimal("0." + digits));
    }

    /** One digit, or a row that can be no approximation: 一二 may mean one or two, 二〇 and 二〇二四 may not. */
    private static @Nullable BigDecimal row(String s) {
        boolean exact = s.length() == 1 || s.length() > 2 || s.indexOf('零') >= 0;
        String digits = exact ? ascii(s) : null;
        return digits == null ? null : new BigDecimal(digits);
    }

    private static @Nullable String ascii(String s) {
        StringBuilder ascii = new StringBuilder(s.length());
        for (int i = 0; i < s.length(); i++) {
            int digit = DIGITS.indexOf(s.charAt(i));
            if (digit < 0) {
                return null;
            }
            ascii.append(digit);
        }
        return ascii.isEmpty() ? null : ascii.toString();
    }

    /** 三千零六, 十二, 一百二 (120), 百. */
    private static @Nullable BigDecimal places(String s) {
        if (s.length() == 1 && unit(s.charAt(0)) > 1) {
            return BigDecimal.valueOf(unit(s.charAt(0)));
        }
        Matcher m = PLACES.matcher(s);
        if (s.isEmpty() || s.charAt(0) == '零' || !m.matches()) {
            return null;
        }
        int tens = m.group("tens") == null ? 0 : m.group("ten") == null ? 1 : place(m, "ten");
        int value = 1_000 * place(m, "thousand") + 100 * place(m, "hundred") + 10 * tens;
        int elided = m.group("zero") != null || tens > 0 ? 1 : m.group("hundred") != null ? 10 : 100;
        return BigDecimal.valueOf(value + (long) elided * place(m, "one"));
    }

    private static int place(Matcher m, String name) {
        String digit = m.group(name);
        return digit == null ? 0 : digit(digit.charAt(0));
    }

    private static int unit(char c) {
        return c == '十' ? 10 : c == '百' ? 100 : c == '千' ? 1_000 : 1;
    }
}
