package dev.broadsheet.enrich.extract;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Reads the parts of a whole that are no number with a unit behind it: 百分之八点一, 百分之三到五, 三分之一, 1/3的, 一半, 半数, 打对折, 75折, and 翻两番.
 * Stateless.
 */
final class RatioReader {
    private static final String RANGE = "至到-—~";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Unit HALF = Unit.parts("半", BigDecimal.valueOf(2));
    private static final Unit HALF_OF = Unit.parts("半数", BigDecimal.valueOf(2));
    private static final String NO_HALF = "另这那前后下上多大小";

    private RatioReader() {}

    /** The ratio that starts at {@code from}, or null. */
    static @Nullable Measure at(String text, int from, int limit) {
        return switch (text.charAt(from)) {
            case '百', '千', '万' -> hundredth(text, from, limit);
            case '一', '半' -> half(text, from, limit);
            case '翻' -> doubling(text, from, limit);
            case '对' -> halfPrice(text, from, limit);
            default -> discount(text, from, limit);
        };
    }

    /** 打对折. */
    private static @Nullable Measure halfPrice(String text, int from, int limit) {
        boolean half = from > 0 && text.charAt(from - 1) == '打' && text.startsWith("折", from + 1) && from + 2 <= limit;
        WrittenNumber five = WrittenNumber.chinese(from, from + 1, BigDecimal.valueOf(5));
        return half ? new Measure(from, five, null, Units.named("折"), from + 1, from + 2) : null;
    }

    /** 九九折, 75折: so many hundredths of the price; 七八折 is a range. */
    private static @Nullable Measure discount(String text, int from, int limit) {
        if (from + 3 > limit || text.charAt(from + 2) != '折') {
            return null;
        }
        int tens = digit(text.charAt(from));
        if (tens <= 0) {
            return null;
        }
        int ones = digit(text.charAt(from + 1));
        boolean chinese = !FlatText.isDigit(text.charAt(from));
        boolean alone = from == 0 || (digit(text.charAt(from - 1)) < 0 && text.charAt(from - 1) != '.');
        if (ones <= 0 || !alone || (chinese && ones == tens + 1)) {
            return null;
        }
        BigDecimal value = BigDecimal.valueOf(tens * 10L + ones, 1);
        WrittenNumber number = WrittenNumber.chinese(from, from + 2, value);
        return new Measure(from, number, null, Units.named("折"), from + 2, from + 3);
    }

    private static int digit(char c) {
        return FlatText.isDigit(c) ? c - '0' : "零一二三四五六七八九".indexOf(c);
    }

    private static @Nullable Measure hundredth(String text, int from, int limit) {
        if (!isHundredth(text, from, limit)) {
            return null;
        }
        BigDecimal whole = BigDecimal.TEN.pow(NumberReader.powerOf(text.charAt(from)));
        Unit unit = Unit.parts(text.substring(from, from + 3), whole);
        WrittenNumber number = part(text, from + 3, limit);
        if (number == null || number.mantissa() == null) {
            return null;
        }
        int end = number.end();
        WrittenNumber upper = number.upper();
        if (upper == null && end + 1 < limit && RANGE.indexOf(text.charAt(end)) >= 0) {
            int second = isHundredth(text, end + 1, limit) ? end + 4 : end + 1;
            WrittenNumber top = part(text, second, limit);
            boolean alone = top != null && (second > end + 1 || Units.at(text, top.end(), limit) == null);
            if (top != null && alone && top.value().compareTo(number.value()) > 0) {
                upper = top;
                end = top.end();
            }
        }
        return new Measure(from, number, upper, unit, end, end);
    }

    private static boolean isHundredth(String text, int from, int limit) {
        return from + 3 < limit
                && "百千万".indexOf(text.charAt(from)) >= 0
                && text.startsWith("分之", from + 1)
                && (from == 0 || !isNumeral(text.charAt(from - 1)));
    }

    private static boolean isNumeral(char c) {
        return ChineseNumber.isDigit(c) || NumberReader.powerOf(c) > 0;
    }

    private static @Nullable WrittenNumber part(String text, int from, int limit) {
        if (from >= limit) {
            return null;
        }
        boolean hundred = text.charAt(from) == '百' && (from + 1 >= limit || !isNumeral(text.charAt(from + 1)));
        return hundred ? WrittenNumber.chinese(from, from + 1, HUNDRED) : NumberReader.at(text, from, limit);
    }

    private static @Nullable Measure half(String text, int from, int limit) {
        boolean one = text.startsWith("一半", from);
        int end = from + 2;
        if (end > limit || !(one || text.startsWith("半数", from))) {
            return null;
        }
        char before = from == 0 ? ' ' : text.charAt(from - 1);
        char after = end < limit ? text.charAt(end) : ' ';
        if (NO_HALF.indexOf(before) >= 0
                || isNumeral(before)
                || after == '是'
                || after == '天'
                || (one && FigureWords.opensHalfWord(text, from + 1, limit))) {
            return null;
        }
        WrittenNumber number = WrittenNumber.chinese(from, one ? from + 1 : from, BigDecimal.ONE);
        return new Measure(from, number, null, one ? HALF : HALF_OF, number.end(), end);
    }

    /** 翻番, 翻一番, 翻了近两番. */
    private static @Nullable Measure doubling(String text, int from, int limit) {
        int at = from + 1;
        while (at < limit && "了近约超".indexOf(text.charAt(at)) >= 0 && at < from + 3) {
            at++;
        }
        if (at >= limit) {
            return null;
        }
        WrittenNumber number = text.charAt(at) == '番'
                ? WrittenNumber.chinese(at, at, BigDecimal.ONE)
                : NumberReader.at(text, at, limit);
        return number == null || number.end() >= limit || !isWhole(number) || text.charAt(number.end()) != '番'
                ? null
                : new Measure(from, number, null, Unit.doubling(), number.end(), number.end() + 1);
    }

    private static boolean isWhole(WrittenNumber number) {
        BigDecimal value = number.mantissa();
        return value != null
                && value.signum() > 0
                && value.compareTo(Unit.MOST_DOUBLINGS) <= 0
                && value.stripTrailingZeros().scale() <= 0
                && number.scaleText().isEmpty()
                && number.upper() == null;
    }

    /** 三分之二, 1/3的: the number before the mark is known already. */
    static @Nullable Measure fraction(String text, WrittenNumber first, int floor, int limit) {
        BigDecimal value = first.mantissa();
        int mark = first.end();
        boolean usable =
                value != null && first.upper() == null && first.scaleText().isEmpty() && !first.over();
        if (!usable || value == null || mark + 2 > limit) {
            return null;
        }
        if (text.startsWith("分之", mark)) {
            WrittenNumber part = mark + 2 < limit ? NumberReader.at(text, mark + 2, limit) : null;
            if (part == null || part.mantissa() == null || value.signum() <= 0 || text.startsWith("决赛", part.end())) {
                return null;
            }
            Unit unit = Unit.parts(text.substring(first.start(), mark + 2), value);
            return new Measure(first.start(), part, part.upper(), unit, part.end(), part.end());
        }
        return text.charAt(mark) == '/' ? slashed(text, first, floor, limit) : null;
    }

    private static @Nullable Measure slashed(String text, WrittenNumber part, int floor, int limit) {
        int from = part.end() + 1;
        int end = from;
        while (end < limit && end - from < 3 && FlatText.isDigit(text.charAt(end))) {
            end++;
        }
        char after = end < limit ? text.charAt(end) : ' ';
        char before = part.start() > floor ? text.charAt(part.start() - 1) : ' ';
        boolean meant = after == '的' || text.startsWith("以上", end) || "占近约超达的至到为了少降减".indexOf(before) >= 0;
        if (end == from || !meant || FlatText.isDigit(after) || after == '/' || after == '.') {
            return null;
        }
        BigDecimal whole = new BigDecimal(text.substring(from, end));
        return whole.compareTo(part.value()) <= 0 || part.value().signum() <= 0
                ? null
                : new Measure(
                        part.start(), part, null, Unit.parts(text.substring(part.end(), end), whole), part.end(), end);
    }
}
