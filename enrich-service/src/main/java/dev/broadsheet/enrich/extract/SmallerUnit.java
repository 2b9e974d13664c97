package dev.broadsheet.enrich.extract;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads the part of a measure that stands behind its unit, in Chinese numerals: 一米八, 一米七五, 三斤二两, 两亩三分地. Stateless. */
final class SmallerUnit {
    private static final String DIGITS = "零一二三四五六七八九";
    private static final int MOST_DIGITS = 2;

    private SmallerUnit() {}

    /**
     * The whole measure, in the unit before.
     *
     * @param value of the number of {@code measure}, which has no scale
     * @return null where nothing of the kind stands there
     */
    static @Nullable Measure at(String text, Measure measure, BigDecimal value, int limit) {
        if (!measure.number().chinese()) {
            return null;
        }
        int from = measure.end();
        int digits = from;
        while (digits < limit && digits - from < MOST_DIGITS && DIGITS.indexOf(text.charAt(digits)) >= 0) {
            digits++;
        }
        int end = digits == from ? from : end(text, measure.unit(), from, digits, limit);
        if (end == from) {
            return null;
        }
        BigDecimal part = BigDecimal.ZERO;
        for (int i = from; i < digits; i++) {
            part = part.add(BigDecimal.valueOf(DIGITS.indexOf(text.charAt(i))).movePointLeft(i - from + 1));
        }
        WrittenNumber number = measure.number().reading(value.add(part));
        return new Measure(measure.start(), number, null, measure.unit(), measure.unitStart(), end);
    }

    /** Behind the digits and what belongs to them; {@code from} where they are no part of the measure. */
    private static int end(String text, Unit unit, int from, int digits, int limit) {
        char next = digits < limit ? text.charAt(digits) : '。';
        boolean one = digits == from + 1;
        return switch (unit.text()) {
            case "米" -> endsPhrase(next, "高长宽深的") ? digits : from;
            case "斤" -> one && next == '两' ? digits + 1 : from;
            case "亩" -> one && next == '分' ? land(text, digits + 1, limit, from) : from;
            default -> from;
        };
    }

    /** 三分地 and, at the end of a phrase, 三分. */
    private static int land(String text, int end, int limit, int none) {
        char next = end < limit ? text.charAt(end) : '。';
        return next == '地' ? end + 1 : endsPhrase(next, "") ? end : none;
    }

    private static boolean endsPhrase(char next, String more) {
        return Sentences.isClauseEnd(next) || "、）左".indexOf(next) >= 0 || more.indexOf(next) >= 0;
    }
}
