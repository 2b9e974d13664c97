package dev.broadsheet.enrich.extract;

import dev.broadsheet.chinese.Numerals;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the number that starts at a position of a flat text: 3105, 1,250.5, 3 105, -2.5, 20万, 3亿5000万, 2000余. What begins with a
 * Chinese numeral is left to {@link ChineseNumber}. Stateless.
 */
final class NumberReader {
    private static final int LONGEST = 24;
    private static final BigDecimal FIRST_YEAR = BigDecimal.valueOf(1900);
    private static final BigDecimal LAST_YEAR = BigDecimal.valueOf(2099);
    /** What may stand before a minus: elsewhere a hyphen joins (8-10, A-5, 年度-2). */
    private static final Lexicon BEFORE_MINUS =
            Lexicon.reversed(Table.read("figure-words.tsv", 2).group("before-minus"));

    private static final String MARK_BEFORE_MINUS = "：，；。（~—、 ";

    private static final String MEASURE_ENDS = "瓦时安米吨升";
    private static final String BEFORE_NEGATIVE = "减辜不胜自抱背欺担肩正重";

    private NumberReader() {}

    /** The number at {@code from}, or null where none starts. Never looks at or beyond {@code limit}. */
    static @Nullable WrittenNumber at(String text, int from, int limit) {
        if (isSign(text, from, limit)) {
            WrittenNumber number = unsigned(text, from + 1, limit);
            return number == null ? null : number.negative(from);
        }
        return unsigned(text, from, limit);
    }

    private static @Nullable WrittenNumber unsigned(String text, int from, int limit) {
        return FlatText.isDigit(text.charAt(from)) ? arabic(text, from, limit) : ChineseNumber.at(text, from, limit);
    }

    private static boolean isSign(String text, int from, int limit) {
        char c = text.charAt(from);
        char before = from == 0 ? ' ' : text.charAt(from - 1);
        if (from + 1 >= limit) {
            return false;
        }
        char next = text.charAt(from + 1);
        if (c == '-' || c == '−') {
            return FlatText.isDigit(next)
                    && (MARK_BEFORE_MINUS.indexOf(before) >= 0 || BEFORE_MINUS.longestEnding(text, from, 0) > 0);
        }
        return c == '负'
                && (FlatText.isDigit(next) || ChineseNumber.isDigit(next) || next == '十')
                && BEFORE_NEGATIVE.indexOf(before) < 0;
    }

    private static WrittenNumber arabic(String text, int from, int limit) {
        int end = from;
        StringBuilder digits = new StringBuilder();
        int dots = 0;
        boolean spaced = false;
        while (end < limit) {
            char c = text.charAt(end);
            boolean inner = end + 1 < limit && FlatText.isDigit(text.charAt(end + 1));
            if (c == '.' && inner) {
                dots++;
            } else if ((c == ',' || c == ' ') && dots == 0 && isGroup(text, from, end, limit)) {
                spaced |= c == ' ';
            } else if (!FlatText.isDigit(c)) {
                break;
            }
            if (c != ',' && c != ' ' && digits.length() <= LONGEST) {
                digits.append(c);
            }
            end++;
        }
        boolean code = digits.length() > 1 && digits.charAt(0) == '0' && digits.charAt(1) != '.';
        if (dots > 1
                || code
                || digits.length() > LONGEST
                || isGluedBefore(text, from)
                || (end < limit && isGluedBehind(text, end, limit))
                || (spaced && !isMeasured(text, end, limit))) {
            return WrittenNumber.unusable(from, end);
        }
        return scaled(text, from, end, limit, new BigDecimal(digits.toString()));
    }

    /** A mark between one to three digits (or another group) and exactly three: 1,250 and, where wrapping left a space, 3 105. */
    private static boolean isGroup(String text, int from, int mark, int limit) {
        int before = mark;
        while (before > from && FlatText.isDigit(text.charAt(before - 1))) {
            before--;
        }
        boolean first = before == from;
        int length = mark - before;
        boolean head = first ? length >= 1 && length <= 3 && text.charAt(from) != '0' : length == 3;
        int end = mark + 1;
        while (end < limit && end <= mark + 4 && FlatText.isDigit(text.charAt(end))) {
            end++;
        }
        return head && end == mark + 4 && (first || text.charAt(before - 1) == text.charAt(mark));
    }

    private static boolean isMeasured(String text, int end, int limit) {
        return end < limit && (powerOf(text.charAt(end)) > 0 || Units.at(text, end, limit) != null);
    }

    /** Letters glued to digits are model numbers (5G, A4), except the Latin units, which the units table decides about. */
    private static boolean isGluedBehind(String text, int end, int limit) {
        char c = text.charAt(end);
        return c == '+' || c == '×' || (isLatin(c) && !Units.startsLatinUnit(text, end, limit));
    }

    private static boolean isGluedBefore(String text, int from) {
        if (from == 0) {
            return false;
        }
        char c = text.charAt(from - 1);
        boolean model = c == '-' && from > 1 && isLatin(text.charAt(from - 2));
        boolean glued = isLatin(c) || ("./+_×*#%".indexOf(c) >= 0 && !isPairOfMeasures(text, from));
        return model || (glued && Units.currencyBefore(text, from, 0) == null);
    }

    /** The second number of 12万千瓦/30万千瓦时. */
    private static boolean isPairOfMeasures(String text, int from) {
        return from > 1 && text.charAt(from - 1) == '/' && MEASURE_ENDS.indexOf(text.charAt(from - 2)) >= 0;
    }

    private static boolean isLatin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static WrittenNumber scaled(String text, int from, int numberEnd, int limit, BigDecimal mantissa) {
        int whole = compoundEnd(text, numberEnd, limit);
        if (whole > numberEnd) {
            Optional<BigDecimal> value = Numerals.parse(text.substring(from, whole));
            if (value.isPresent()) {
                boolean over = overAt(text, whole, limit);
                return new WrittenNumber(
                        from, over ? whole + 1 : whole, value.get(), null, "", BigDecimal.ONE, over, false);
            }
        }
        int end = isSpacedScale(text, numberEnd, limit, mantissa) ? numberEnd + 1 : numberEnd;
        boolean over = false;
        if (overAt(text, end, limit)) {
            over = true;
            end++;
        }
        int scaleStart = end;
        BigDecimal scale = BigDecimal.ONE;
        while (end < limit && end - scaleStart < 3 && powerOf(text.charAt(end)) > 0 && !opensUnit(text, end, limit)) {
            scale = scale.scaleByPowerOfTen(powerOf(text.charAt(end)));
            end++;
        }
        String scaleText = text.substring(scaleStart, end);
        if (end > scaleStart && overAt(text, end, limit)) {
            over = true;
            end++;
        }
        return new WrittenNumber(
                from, end, mantissa, null, scaleText, new BigDecimal(scale.toPlainString()), over, false);
    }

    /** 3105 亿元, as headlines are set; what may be a year (2024 亿元) keeps the space. */
    private static boolean isSpacedScale(String text, int end, int limit, BigDecimal mantissa) {
        return end + 2 < limit
                && text.charAt(end) == ' '
                && powerOf(text.charAt(end + 1)) >= 4
                && Units.at(text, end + 2, limit) != null
                && (mantissa.scale() > 0 || mantissa.compareTo(FIRST_YEAR) < 0 || mantissa.compareTo(LAST_YEAR) > 0);
    }

    /** End of 3亿5000万, 1万5000 or 3千5百, whose rest has at least three digits or a scale of its own; {@code end} where there is no rest. */
    private static int compoundEnd(String text, int end, int limit) {
        int whole = end;
        for (int part = 0; part < 3; part++) {
            int digits = whole;
            while (digits < limit && digits - whole < 2 && powerOf(text.charAt(digits)) > 0) {
                digits++;
            }
            int rest = digits;
            while (rest < limit && rest - digits <= 4 && FlatText.isDigit(text.charAt(rest))) {
                rest++;
            }
            boolean scaled = rest > digits && rest < limit && powerOf(text.charAt(rest)) > 0;
            if (digits == whole || rest == digits || rest - digits > 4 || (rest - digits < 3 && !scaled)) {
                return scaleEnd(text, end, whole, limit);
            }
            whole = rest;
        }
        return scaleEnd(text, end, whole, limit);
    }

    private static int scaleEnd(String text, int numberEnd, int whole, int limit) {
        int end = whole;
        while (whole > numberEnd && end < limit && end - whole < 2 && powerOf(text.charAt(end)) > 0) {
            end++;
        }
        return end;
    }

    /** The 千 of 千瓦时 and 千克 belongs to the unit. */
    static boolean opensUnit(String text, int at, int limit) {
        return (text.charAt(at) == '千' || text.charAt(at) == '百') && Units.at(text, at, limit) != null;
    }

    static boolean isOver(char c) {
        return c == '余' || c == '多' || c == '几' || c == '来';
    }

    /** Whether 余, 多 or 几 stands there, or the 来 of 七万来块 and 30来人: behind a round number and before a unit. */
    static boolean overAt(String text, int at, int limit) {
        if (at >= limit || !isOver(text.charAt(at))) {
            return false;
        }
        char last = text.charAt(at - 1);
        return text.charAt(at) != '来' || ((last == '0' || powerOf(last) > 0) && isMeasured(text, at + 1, limit));
    }

    /** Of which power of ten the character is the name; 0 for any other. */
    static int powerOf(char c) {
        return switch (c) {
            case '十', '拾' -> 1;
            case '百', '佰' -> 2;
            case '千', '仟' -> 3;
            case '万', '萬' -> 4;
            case '亿', '億' -> 8;
            default -> 0;
        };
    }
}
