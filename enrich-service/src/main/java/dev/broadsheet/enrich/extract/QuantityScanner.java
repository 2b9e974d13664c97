package dev.broadsheet.enrich.extract;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the figures of a sentence: number, unit, qualifier, range. What only looks like one {@link NotAFigure} decides. Stateless. */
final class QuantityScanner {
    private static final Table WORDS = Table.read("figure-words.tsv", 2);
    private static final Lexicon BEFORE_OVER = Lexicon.reversed(WORDS.group("before-over"));
    private static final Lexicon BEFORE_APPROX = Lexicon.reversed(WORDS.group("before-approx"));
    private static final Lexicon BEFORE_UNDER = Lexicon.reversed(WORDS.group("before-under"));
    private static final Lexicon BEFORE_NEUTRAL = Lexicon.reversed(WORDS.group("before-neutral"));
    private static final Lexicon AFTER_OVER = Lexicon.of(WORDS.group("after-over"));
    private static final Lexicon AFTER_APPROX = Lexicon.of(WORDS.group("after-approx"));
    private static final Lexicon AFTER_UNDER = Lexicon.of(WORDS.group("after-under"));
    private static final String RANGE = "至到-—~";

    private QuantityScanner() {}

    static List<Quantity> scan(Sentence sentence, List<Span> periods) {
        List<Quantity> found = new ArrayList<>();
        NotAFigure exclusions = new NotAFigure(sentence, periods);
        String text = sentence.text();
        int previous = sentence.start();
        for (int i = sentence.start(); i < sentence.end(); ) {
            WrittenNumber number = NumberReader.at(text, i, sentence.end());
            int next = i + 1;
            if (number != null) {
                next = number.end();
                Quantity quantity = exclusions.blocks(number) ? null : quantity(sentence, number, previous, exclusions);
                if (quantity != null) {
                    found.add(quantity);
                    next = quantity.end();
                    previous = next;
                }
            }
            i = next;
        }
        return found;
    }

    private static @Nullable Quantity quantity(
            Sentence sentence, WrittenNumber first, int floor, NotAFigure exclusions) {
        String text = sentence.text();
        int limit = sentence.end();
        Unit unit = Units.at(text, first.end(), limit);
        WrittenNumber upper = null;
        int unitStart = first.end();
        int connector = unit == null ? first.end() : first.end() + unit.text().length();
        boolean change = "从由".indexOf(sentence.at(first.start() - 1)) >= 0;
        if (!change && connector + 1 < limit && RANGE.indexOf(text.charAt(connector)) >= 0) {
            WrittenNumber second = second(text, connector, limit);
            Unit secondUnit = second == null ? null : Units.at(text, second.end(), limit);
            if (second != null
                    && secondUnit != null
                    && (unit == null || unit.normal().equals(secondUnit.normal()))) {
                upper = second;
                first = unit == null && first.scaleText().isEmpty() ? first.scaledLike(second) : first;
                unit = secondUnit;
                unitStart = second.end();
            }
        }
        if (unit == null) {
            unit = impliedMoney(text, first, floor, limit);
        }
        if (unit == null || !unit.isFigure() || exclusions.blocks(first, unit, unitStart)) {
            return null;
        }
        return qualified(sentence, first, upper, unit, unitStart, floor);
    }

    private static @Nullable WrittenNumber second(String text, int connector, int limit) {
        int from = connector + 1;
        while (from < limit && text.charAt(from) == text.charAt(connector)) {
            from++;
        }
        WrittenNumber second = from < limit ? NumberReader.at(text, from, limit) : null;
        return second == null || second.mantissa() == null ? null : second;
    }

    /** 投资3亿: an amount of money that leaves 元 out, only behind a word of money and with 亿 or 万. */
    private static @Nullable Unit impliedMoney(String text, WrittenNumber number, int floor, int limit) {
        if (number.scaleText().isEmpty() || !number.scaleText().matches("[千百十]?[万亿]+")) {
            return null;
        }
        char next = number.end() < limit ? text.charAt(number.end()) : '。';
        boolean ends = Sentences.isClauseEnd(next) || next == '、' || next == '）' || next == '以' || next == '左';
        return ends && FigureWords.endsWithMoney(text, floor, number.start()) ? Units.money() : null;
    }

    private static Quantity qualified(
            Sentence sentence,
            WrittenNumber number,
            @Nullable WrittenNumber upper,
            Unit unit,
            int unitStart,
            int floor) {
        String text = sentence.text();
        int limit = sentence.end();
        int unitEnd = unitStart + unit.text().length();
        Qualifier qualifier = number.over() ? Qualifier.OVER : Qualifier.EXACT;
        int start = number.start();
        int over = BEFORE_OVER.longestEnding(text, start, floor);
        int under = BEFORE_UNDER.longestEnding(text, start, floor);
        int approx = BEFORE_APPROX.longestEnding(text, start, floor);
        int neutral = BEFORE_NEUTRAL.longestEnding(text, start, floor);
        int before = Math.max(over, Math.max(under, approx));
        if (neutral > before) {
            before = 0;
        } else if (before > 0) {
            qualifier = before == under ? Qualifier.UNDER : before == over ? Qualifier.OVER : Qualifier.APPROX;
        }
        start -= before;
        String per = per(text, unitEnd, limit);
        int end = unitEnd + per.length();
        int after = AFTER_OVER.matchLength(text, end, limit);
        if (after > 0) {
            qualifier = Qualifier.OVER;
        } else if ((after = AFTER_APPROX.matchLength(text, end, limit)) > 0) {
            qualifier = Qualifier.APPROX;
        } else if ((after = AFTER_UNDER.matchLength(text, end, limit)) > 0) {
            qualifier = Qualifier.UNDER;
        }
        return new Quantity(
                start,
                number.start(),
                unitEnd,
                end + after,
                number,
                upper,
                unit,
                per,
                upper == null ? qualifier : Qualifier.RANGE);
    }

    /** The /平方米 of 元/平方米, or nothing. */
    private static String per(String text, int unitEnd, int limit) {
        if (unitEnd + 1 >= limit || text.charAt(unitEnd) != '/') {
            return "";
        }
        Unit below = Units.at(text, unitEnd + 1, limit);
        return below == null || !below.isFigure() ? "" : "/" + below.text();
    }

    static boolean isOne(@Nullable BigDecimal value) {
        return value != null && value.compareTo(BigDecimal.ONE) == 0;
    }
}
