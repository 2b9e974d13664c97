package dev.broadsheet.enrich.extract;

import java.math.BigDecimal;
import java.util.List;

/**
 * Decides which numbers of a sentence are no figures: dates, ordinals, addresses, slogans (“1358”, “三个一批”), turns of phrase
 * (一个, 两大), stretches of time (近3年内). One object per sentence.
 */
final class NotAFigure {
    private static final Table WORDS = Table.read("figure-words.tsv", 2);
    private static final Lexicon NO_COUNT = Lexicon.of(WORDS.group("no-count"));
    private static final Lexicon NO_DURATION = Lexicon.of(WORDS.group("no-duration"));
    private static final Lexicon DURATION_CUE = Lexicon.reversed(WORDS.group("duration-cue"));
    private static final int LONGEST_SLOGAN = 12;
    private static final BigDecimal TEN = BigDecimal.TEN;
    private static final BigDecimal FIRST_YEAR = BigDecimal.valueOf(1000);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final String NO_TENTH = "不功为立果员本熟长绩就交分套都规年人群片型";

    private final Sentence sentence;
    private final List<Span> periods;
    private final List<Span> slogans;

    NotAFigure(Sentence sentence, List<Span> periods) {
        this.sentence = sentence;
        this.periods = periods;
        this.slogans = sentence.quoted(LONGEST_SLOGAN).stream()
                .filter(span -> !holdsClause(span))
                .toList();
    }

    /** Whether the number is none, whatever unit follows. */
    boolean blocks(WrittenNumber number) {
        char before = sentence.at(number.start() - 1);
        return number.mantissa() == null
                || before == '第'
                || before == '每'
                || before == '某'
                || before == '+'
                || before == '№'
                || within(periods, number.start())
                || within(slogans, number.start())
                || number.mantissa().signum() == 0;
    }

    /** Whether number and unit together are none. */
    boolean blocks(Measure measure) {
        WrittenNumber number = measure.number();
        Unit unit = measure.unit();
        BigDecimal value = number.mantissa();
        if (value == null
                || value.signum() == 0
                || !unit.isFigure()
                || within(periods, measure.start())
                || within(slogans, measure.start())
                || NumberedThing.is(sentence, measure)) {
            return true;
        }
        if (unit.isDuration()) {
            return isStretchOfTime(number, unit, measure.end());
        }
        if (unit.isPercent()) {
            return isNoPart(value, unit, measure.end(), measure.start());
        }
        return number.chinese() && isTurnOfPhrase(number, unit, measure.end());
    }

    private boolean isNoPart(BigDecimal value, Unit unit, int after, int start) {
        return switch (unit.text()) {
            case "成" -> NO_TENTH.indexOf(sentence.at(after)) >= 0 || value.compareTo(TEN) >= 0;
            case "折" ->
                value.compareTo(TEN) >= 0
                        || !("打享".indexOf(sentence.at(start - 1)) >= 0
                                || sentence.text().startsWith("优惠", after)
                                || sentence.text().startsWith("低至", Math.max(sentence.start(), start - 2)));
            default -> false;
        };
    }

    private boolean isTurnOfPhrase(WrittenNumber number, Unit unit, int after) {
        BigDecimal value = number.mantissa();
        if (value == null) {
            return true;
        }
        if (unit.isTimes()) {
            return !isRatio(number.start());
        }
        if (QuantityScanner.isOne(value) && number.scaleText().isEmpty() && !number.over()) {
            return true;
        }
        boolean small = value.compareTo(TEN) <= 0 && number.scaleText().isEmpty() && !number.over();
        if (!small || !unit.isCount()) {
            return false;
        }
        if (sentence.at(after) == '一'
                || !unit.small()
                || NO_COUNT.matchLength(sentence.text(), after, sentence.end()) > 0) {
            return true;
        }
        boolean counted = sentence.text().charAt(number.start()) != '两' && value.compareTo(TWO) > 0;
        return !counted
                && (unit.text().equals("个")
                        || unit.text().equals("名")
                        || unit.text().equals("种"));
    }

    /** 增长两倍, 是去年的三倍: a number of times that something is compared with; 百倍努力 and 两倍的信心 are turns of phrase. */
    private boolean isRatio(int start) {
        String text = sentence.text();
        boolean compared = "是为的达于约近超了翻涨增".indexOf(sentence.at(start - 1)) >= 0 && start > sentence.start();
        return compared || FigureWords.endsWithGrowth(text, sentence.start(), start);
    }

    private boolean isStretchOfTime(WrittenNumber number, Unit unit, int after) {
        boolean cued = isCuedTime(number.start());
        if (cued && !number.chinese()) {
            return false;
        }
        if (NO_DURATION.matchLength(sentence.text(), after, sentence.end()) > 0) {
            return true;
        }
        BigDecimal value = number.mantissa();
        if (unit.normal().equals("year") && value != null && value.compareTo(FIRST_YEAR) >= 0) {
            return true;
        }
        char before = sentence.at(number.start() - 1);
        if (number.chinese() || before == '近' || before == '满' || before == '前' || before == '过') {
            return !cued;
        }
        return switch (unit.normal()) {
            case "minute" -> false;
            case "year" -> sentence.at(after) != '的';
            case "hour" -> sentence.at(after) == '在' || sentence.at(after) == '值' || sentence.at(after) == '不';
            default -> unit.text().equals("周");
        };
    }

    /** 历时三年, 用时不到两小时. */
    private boolean isCuedTime(int start) {
        int end = start;
        if ("近约超了仅达需".indexOf(sentence.at(end - 1)) >= 0 && end > sentence.start()) {
            end--;
        } else if (sentence.at(end - 2) == '不' && sentence.at(end - 1) == '到') {
            end -= 2;
        }
        return DURATION_CUE.longestEnding(sentence.text(), start, sentence.start()) > 0
                || DURATION_CUE.longestEnding(sentence.text(), end, sentence.start()) > 0;
    }

    private boolean holdsClause(Span span) {
        for (int i = span.start(); i < span.end(); i++) {
            if (Sentences.isClauseEnd(sentence.at(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean within(List<Span> spans, int index) {
        for (Span span : spans) {
            if (span.covers(index)) {
                return true;
            }
        }
        return false;
    }
}
