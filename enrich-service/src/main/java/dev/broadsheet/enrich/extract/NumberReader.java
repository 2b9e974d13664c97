package dev.broadsheet.enrich.extract;

import dev.broadsheet.chinese.Numerals;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the number that starts at a position of a flat text: 3105, 1,250.5, 20万, 2000余, 百余, 三百亿, 两千. Stateless. */
final class NumberReader {
    private static final String CHINESE = "〇零一二两三四五六七八九十百千万亿几数";
    private static final String DIGITS = "〇零一二两三四五六七八九";
    private static final int LONGEST_ARABIC = 24;
    private static final int LONGEST_CHINESE = 16;

    private NumberReader() {}

    /** The number at {@code from}, or null where none starts. Never looks at or beyond {@code limit}. */
    static @Nullable WrittenNumber at(String text, int from, int limit) {
        char c = text.charAt(from);
        if (FlatText.isDigit(c)) {
            return arabic(text, from, limit);
        }
        return CHINESE.indexOf(c) >= 0 ? chinese(text, from, limit) : null;
    }

    private static WrittenNumber arabic(String text, int from, int limit) {
        int end = from;
        StringBuilder digits = new StringBuilder();
        boolean broken = from > 0 && isGlue(text.charAt(from - 1));
        int dots = 0;
        while (end < limit) {
            char c = text.charAt(end);
            boolean inner = end + 1 < limit && FlatText.isDigit(text.charAt(end + 1));
            if (c == '.' && inner) {
                dots++;
            } else if (!FlatText.isDigit(c) && !(c == ',' && inner && dots == 0)) {
                break;
            }
            if (c != ',' && digits.length() <= LONGEST_ARABIC) {
                digits.append(c);
            }
            end++;
        }
        if (broken
                || dots > 1
                || digits.length() > LONGEST_ARABIC
                || (end < limit && isLatinOrPlus(text, end, limit))) {
            return WrittenNumber.unusable(from, end);
        }
        return scaled(text, from, end, limit, new BigDecimal(digits.toString()));
    }

    /** Letters glued to digits are model numbers (5G, A4), except the Latin units, which the units table decides about. */
    private static boolean isLatinOrPlus(String text, int end, int limit) {
        char c = text.charAt(end);
        return c == '+' || (isLatin(c) && !Units.startsLatinUnit(text, end, limit));
    }

    private static boolean isGlue(char c) {
        return isLatin(c) || c == '.' || c == '+' || c == '/' || c == '_';
    }

    private static boolean isLatin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static WrittenNumber scaled(String text, int from, int numberEnd, int limit, BigDecimal mantissa) {
        int end = numberEnd;
        boolean over = false;
        if (end < limit && isOver(text.charAt(end))) {
            over = true;
            end++;
        }
        int scaleStart = end;
        BigDecimal scale = BigDecimal.ONE;
        while (end < limit && end - scaleStart < 3 && powerOf(text.charAt(end)) > 0) {
            scale = scale.scaleByPowerOfTen(powerOf(text.charAt(end)));
            end++;
        }
        String scaleText = text.substring(scaleStart, end);
        if (end > scaleStart && end < limit && isOver(text.charAt(end))) {
            over = true;
            end++;
        }
        return new WrittenNumber(from, end, mantissa, scaleText, new BigDecimal(scale.toPlainString()), over, false);
    }

    private static WrittenNumber chinese(String text, int from, int limit) {
        int end = from;
        while (end < limit && CHINESE.indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        if (end - from > LONGEST_CHINESE) {
            return WrittenNumber.unusable(from, end);
        }
        boolean over = end < limit && isOver(text.charAt(end));
        int after = over ? end + 1 : end;
        String scaleTail = "";
        if (over && after < limit && "万亿".indexOf(text.charAt(after)) >= 0) {
            scaleTail = text.substring(after, after + 1);
            after++;
        }
        String run = text.substring(from, end);
        if (run.indexOf('几') >= 0 || run.indexOf('数') >= 0) {
            over = true;
            run = run.replace("几", "").replace("数", "");
            if (run.isEmpty() || powerOf(run.charAt(run.length() - 1)) == 0) {
                return WrittenNumber.unusable(from, after);
            }
        } else if (powerOf(run.charAt(0)) > 0 && run.charAt(0) != '十' && !over) {
            return WrittenNumber.unusable(from, after);
        }
        if (isDigitString(run)) {
            return WrittenNumber.unusable(from, after);
        }
        return parsed(run, from, after, over, scaleTail);
    }

    private static WrittenNumber parsed(String run, int from, int after, boolean over, String scaleTail) {
        int cut = run.length();
        while (cut > 1 && scaleTail.isEmpty() && "万亿".indexOf(run.charAt(cut - 1)) >= 0) {
            cut--;
        }
        String scaleText = scaleTail.isEmpty() ? run.substring(cut) : scaleTail;
        BigDecimal scale = BigDecimal.ONE;
        for (int i = 0; i < scaleText.length(); i++) {
            scale = scale.scaleByPowerOfTen(powerOf(scaleText.charAt(i)));
        }
        String head = run.substring(0, cut);
        Optional<BigDecimal> value = Numerals.parse(powerOf(head.charAt(0)) > 0 ? "一" + head : head);
        if (value.isEmpty()) {
            return WrittenNumber.unusable(from, after);
        }
        return new WrittenNumber(
                from, after, value.get(), scaleText, new BigDecimal(scale.toPlainString()), over, true);
    }

    /** 二〇二四, 三四: digits without a power between them are a year, a name or a guess, never a count. */
    private static boolean isDigitString(String run) {
        for (int i = 0; i + 1 < run.length(); i++) {
            if (DIGITS.indexOf(run.charAt(i)) >= 0 && DIGITS.indexOf(run.charAt(i + 1)) >= 0 && run.charAt(i) != '零') {
                return true;
            }
        }
        return false;
    }

    private static boolean isOver(char c) {
        return c == '余' || c == '多' || c == '几';
    }

    static int powerOf(char c) {
        return switch (c) {
            case '十' -> 1;
            case '百' -> 2;
            case '千' -> 3;
            case '万' -> 4;
            case '亿' -> 8;
            default -> 0;
        };
    }
}
