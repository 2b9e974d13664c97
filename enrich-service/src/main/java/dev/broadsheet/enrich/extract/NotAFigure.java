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
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final String NO_TENTH = "功为立果员本熟长绩就交分套都规年人群片型";

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

    boolean blocks(WrittenNumber number, Unit unit, int unitStart) {
        int after = unitStart + unit.text().length();
        if (unit.isDuration()) {
            return isStretchOfTime(number, unit, after);
        }
        if (unit.text().equals("成")) {
            return NO_TENTH.indexOf(sentence.at(after)) >= 0
                    || number.mantissa() == null
                    || number.mantissa().compareTo(TEN) >= 0;
        }
        if (!number.chinese()) {
            return false;
        }
        return isTurnOfPhrase(number, unit, after);
    }

    private boolean isTurnOfPhrase(WrittenNumber number, Unit unit, int after) {
        BigDecimal value = number.mantissa();
        if (value == null || (QuantityScanner.isOne(value) && number.scaleText().isEmpty())) {
            return true;
        }
        boolean small = value.compareTo(TEN) <= 0 && number.scaleText().isEmpty() && !number.over();
        if (!small || !unit.isCount()) {
            return !unit.isCount() && unit.normal().equals("times");
        }
        if (!unit.small() || NO_COUNT.matchLength(sentence.text(), after, sentence.end()) > 0) {
            return true;
        }
        boolean counted = sentence.text().charAt(number.start()) != '两' && value.compareTo(TWO) > 0;
        return !counted
                && (unit.text().equals("个")
                        || unit.text().equals("名")
                        || unit.text().equals("种"));
    }

    private boolean isStretchOfTime(WrittenNumber number, Unit unit, int after) {
        boolean cued = DURATION_CUE.longestEnding(sentence.text(), number.start(), sentence.start()) > 0;
        if (cued && !number.chinese()) {
            return false;
        }
        if (NO_DURATION.matchLength(sentence.text(), after, sentence.end()) > 0) {
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
