package dev.broadsheet.enrich.extract;

import dev.broadsheet.chinese.Token;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Reads what stands behind a number of a sentence: its unit, the rest of a range, a half. One object per sentence. */
final class MeasureReader {
    private static final String RANGE = "至到-—~";
    /** Join a range only before 之间. */
    private static final String BETWEEN = "和与";

    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final Unit TAEL = new Unit("两", "kg", new BigDecimal("0.05"), false);
    private static final Unit MONTHS = Units.named("个月");
    /** What half stands before and belongs to no unit, beside whole words such as 半径: 半个, 半成品, 半价. */
    private static final String NO_HALF = "数成价天生路月年个";

    private final Sentence sentence;
    private final String text;
    private final int limit;
    private final ImpliedUnit implied;

    MeasureReader(Sentence sentence) {
        this.sentence = sentence;
        this.implied = new ImpliedUnit(sentence);
        this.text = sentence.text();
        this.limit = sentence.end();
    }

    /** The measure that a number starts, not looking back over {@code floor}; null where no unit tells what it measures. */
    @Nullable
    Measure at(WrittenNumber first, int floor) {
        Measure fraction = RatioReader.fraction(text, first, floor, limit);
        Measure known = fraction == null ? ColdReader.at(text, first, floor, limit) : fraction;
        if (known != null) {
            return known;
        }
        int unitStart = unitStart(first);
        Unit unit = unit(first, unitStart);
        Measure range = range(first, unit, unitStart);
        if (range != null) {
            return range;
        }
        Measure money = MoneyReader.at(text, first, unit, floor, limit);
        if (money != null) {
            return money;
        }
        Measure meant = implied.at(first, unit);
        if (meant != null) {
            return meant;
        }
        int currencyEnd =
                first.start() > floor && text.charAt(first.start() - 1) == ' ' ? first.start() - 1 : first.start();
        Unit currency = Units.currencyBefore(text, currencyEnd, floor);
        if (unit == null && currency != null) {
            int start = currencyEnd - currency.text().length();
            return new Measure(start, first, first.upper(), currency, first.end(), first.end());
        }
        if (unit == null) {
            Measure shared = SharedUnit.at(sentence, first);
            return shared == null ? counter(first, unitStart) : shared;
        }
        Measure compound = CompoundTime.at(text, first, unit, unitStart, limit);
        if (compound != null) {
            return compound;
        }
        boolean prefixed = currency != null && unit.isMoney();
        int start = currency != null && prefixed ? currencyEnd - currency.text().length() : first.start();
        return halved(new Measure(
                start,
                first,
                first.upper(),
                currency != null && prefixed ? foreign(currency, unit) : unit,
                unitStart,
                unitStart + unit.text().length()));
    }

    /** 港币3000元 is no yuan; 兑美元7.1元 is. */
    private static Unit foreign(Unit currency, Unit unit) {
        return unit.text().equals("元") && !currency.text().endsWith("元")
                ? new Unit(unit.text(), currency.normal(), currency.factor(), false)
                : unit;
    }

    /** The unit behind the number, the table's or, where it is none by itself (度, 方), the one that the clause tells. */
    private @Nullable Unit unit(WrittenNumber number, int at) {
        Unit unit = Units.at(text, at, limit);
        if (unit == null) {
            boolean tael = number.chinese() && at < limit && text.charAt(at) == '两';
            return tael ? TAEL : null;
        }
        Measure meant = unit.isFigure() ? null : implied.at(number, unit);
        return meant == null ? SharedUnit.meant(text, at, unit, limit) : meant.unit();
    }

    /** Of 5 kg and, in headlines, 30 公里 behind the space; elsewhere right behind the number. */
    private int unitStart(WrittenNumber number) {
        int end = number.end();
        boolean spaced =
                end + 1 < limit && text.charAt(end) == ' ' && number.scaleText().isEmpty();
        if (!spaced) {
            return end;
        }
        Unit unit = Units.at(text, end + 1, limit);
        boolean latin = Units.startsLatinUnit(text, end + 1, limit);
        return unit != null && (latin ? text.charAt(end + 1) < 128 : unit.text().length() > 1) ? end + 1 : end;
    }

    private @Nullable Measure range(WrittenNumber first, @Nullable Unit unit, int unitStart) {
        int end = unit == null ? first.end() : unitStart + unit.text().length();
        int connector = IncludedBound.behind(text, end, first, limit);
        if (connector + 1 >= limit || (RANGE + BETWEEN).indexOf(text.charAt(connector)) < 0) {
            return null;
        }
        WrittenNumber second = second(connector);
        if (second == null || second.mantissa() == null) {
            return null;
        }
        int secondStart = unitStart(second);
        Unit secondUnit = unit(second, secondStart);
        if (secondUnit == null || (unit != null && !unit.normal().equals(secondUnit.normal()))) {
            return null;
        }
        if (unit == null && first.scaleText().isEmpty() && !TornNumber.rises(first.mantissa(), second)) {
            return null;
        }
        WrittenNumber lower = unit == null ? SharedScale.ofRange(first, second) : first;
        BigDecimal low = (unit == null ? secondUnit : unit).normalize(lower.value());
        if (low.compareTo(secondUnit.normalize(second.value())) >= 0) {
            return null;
        }
        if (unit != null && unit.factor().compareTo(secondUnit.factor()) != 0) {
            lower = lower.reading(low.divide(secondUnit.factor(), Unit.PLACES, RoundingMode.HALF_EVEN));
        }
        int secondEnd = secondStart + secondUnit.text().length();
        if (!isBetween(secondEnd) && isOfTwo(first, connector)) {
            return null;
        }
        WrittenNumber top = second.upper() == null ? second : second.upper();
        return new Measure(first.start(), lower, top, secondUnit, secondStart, secondEnd);
    }

    /** 从80%到95% is a change, 20亿元和30亿元 are two; neither is behind 从80平方米到2000平方米不等 and 介于20亿元和30亿元之间. */
    private boolean isOfTwo(WrittenNumber first, int connector) {
        return "从由".indexOf(sentence.at(first.start() - 1)) >= 0 || BETWEEN.indexOf(text.charAt(connector)) >= 0;
    }

    private boolean isBetween(int end) {
        return text.startsWith("不等", end) || text.startsWith("之间", end);
    }

    private @Nullable WrittenNumber second(int connector) {
        int from = connector + 1;
        while (from < limit && text.charAt(from) == text.charAt(connector)) {
            from++;
        }
        return from < limit ? NumberReader.at(text, from, limit) : null;
    }

    /** 两个半小时, 三年半, 两成半, 三成五, 一米八: the half or the tenth that stands behind the unit. */
    private Measure halved(Measure measure) {
        Unit unit = measure.unit();
        int end = measure.end();
        BigDecimal value = measure.number().mantissa();
        boolean plain = value != null
                && measure.upper() == null
                && measure.number().scaleText().isEmpty();
        if (!plain || value == null || end >= limit) {
            return measure;
        }
        Measure smaller = SmallerUnit.at(text, measure, value, limit);
        if (smaller != null) {
            return smaller;
        }
        boolean tenths = unit.text().equals("成");
        if (text.charAt(end) == '半') {
            if (unit.text().equals("个")) {
                boolean months = text.startsWith("月", end + 1);
                Unit behind = months ? MONTHS : Units.at(text, end + 1, limit);
                return behind == null || !behind.isDuration()
                        ? measure
                        : with(
                                measure,
                                value.add(HALF),
                                behind,
                                end + (months ? 2 : 1 + behind.text().length()));
            }
            boolean half = (unit.isMeasure() || tenths || unit.isTimes())
                    && NO_HALF.indexOf(sentence.at(end + 1)) < 0
                    && !FigureWords.opensHalfWord(text, end, limit);
            return half ? with(measure, value.add(HALF), unit, end + 1) : measure;
        }
        int tenth = "一二三四五六七八九".indexOf(text.charAt(end)) + 1;
        return tenths && tenth > 0 && Units.at(text, end + 1, limit) == null
                ? with(measure, value.add(BigDecimal.valueOf(tenth).movePointLeft(1)), unit, end + 1)
                : measure;
    }

    private static Measure with(Measure measure, BigDecimal value, Unit unit, int end) {
        WrittenNumber number = measure.number().reading(value);
        return new Measure(measure.start(), number, null, unit, measure.unitStart(), end);
    }

    /** 5垄黄瓜: what the segmenter takes for a counter and a noun follows. */
    private @Nullable Measure counter(WrittenNumber number, int unitStart) {
        int index = sentence.tokenAt(unitStart);
        if (index + 1 >= sentence.tokens().size()) {
            return null;
        }
        Token counter = sentence.tokens().get(index);
        String next = sentence.tokens().get(index + 1).tag();
        boolean counts = counter.start() == unitStart
                && counter.text().length() <= 2
                && counter.tag().startsWith("q")
                && (next.startsWith("n") || next.startsWith("g"));
        Unit unit = new Unit(counter.text(), "count", BigDecimal.ONE, false);
        return counts ? new Measure(number.start(), number, number.upper(), unit, unitStart, counter.end()) : null;
    }
}
