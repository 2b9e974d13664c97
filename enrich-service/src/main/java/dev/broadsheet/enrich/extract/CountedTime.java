package dev.broadsheet.enrich.extract;

import java.math.BigDecimal;
import java.util.List;

/**
 * Tells durations that are figures (工期30天, 停产近15年, 半年内随访, 30年期) from times that only frame what happens (近3年内, 三年来, 三天里
 * 签约40个项目) and from ages and distances in time (怀孕7个月, 11个月大). Stateless.
 */
final class CountedTime {
    private static final Table WORDS = Table.read("figure-words.tsv", 2);
    private static final Lexicon NO_DURATION = Lexicon.of(WORDS.group("no-duration"));
    private static final Lexicon NO_DURATION_BEFORE = Lexicon.reversed(WORDS.group("no-duration-before"));
    private static final Lexicon CUE = Lexicon.reversed(WORDS.group("duration-cue"));
    private static final Lexicon THING = Lexicon.of(WORDS.group("duration-thing"));
    private static final Lexicon RESULT = Lexicon.of(WORDS.group("duration-result"));
    private static final Lexicon TERM = Lexicon.of(WORDS.group("term"));
    private static final Lexicon INTERVAL = Lexicon.of(WORDS.group("interval"));
    private static final Lexicon HEDGE = Lexicon.reversed(WORDS.group("duration-hedge"));
    private static final Lexicon BEGUN = Lexicon.reversed(WORDS.group("begun"));
    private static final Lexicon LESS = Lexicon.reversed(WORDS.group("before-under"));
    private static final BigDecimal FIRST_YEAR = BigDecimal.valueOf(1000);
    private static final String PASSED = "过隔到除为，。、；";

    private CountedTime() {}

    /** Whether a measure of time is a figure. */
    static boolean is(Sentence sentence, Measure measure, List<Span> periods) {
        String text = sentence.text();
        int start = measure.number().start();
        int after = measure.end();
        BigDecimal value = measure.number().mantissa();
        boolean years = measure.unit().normal().equals("year");
        if (value == null || (years && value.compareTo(FIRST_YEAR) >= 0)) {
            return false;
        }
        if (measure.unit().text().equals("岁") || measure.unit().text().equals("年一遇")) {
            return true;
        }
        if (NO_DURATION_BEFORE.longestEnding(text, start, sentence.start()) > 0
                || text.startsWith("大的", after)
                || isStretchOfDates(sentence, measure, periods)) {
            return false;
        }
        if (value.stripTrailingZeros().scale() > 0 && !measure.number().chinese()) {
            return true;
        }
        boolean cued = isCued(sentence, start);
        if ((cued && !measure.number().chinese())
                || (years && TERM.matchLength(text, after, sentence.end()) > 0)
                || isBounded(sentence, measure)) {
            return true;
        }
        return NO_DURATION.matchLength(text, after, sentence.end()) == 0
                && (cued
                        || isShortlyBegun(sentence, start)
                        || isNamed(sentence, measure)
                        || isPlain(sentence, measure));
    }

    /** 半年内随访, 15分钟内到达; years and what frames another figure (3个月内收集诉求216件) only say when. */
    private static boolean isBounded(Sentence sentence, Measure measure) {
        int after = measure.end();
        int within = withinLength(sentence, after);
        boolean whole = measure.unit().normal().equals("year") && !isHalf(measure);
        return within > 0
                && !whole
                && "近这那".indexOf(sentence.at(measure.number().start() - 1)) < 0
                && sentence.at(after + within) != '的'
                && !numberFollows(sentence, after);
    }

    /** 每11分钟一班, 每两小时巡查一次: how often something comes. */
    static boolean isInterval(Sentence sentence, Measure measure) {
        String normal = measure.unit().normal();
        boolean brief = normal.equals("minute") || normal.equals("hour");
        return brief && INTERVAL.matchLength(sentence.text(), measure.end(), sentence.end()) > 0;
    }

    /** Of the 内 of 15分钟内, which is not that of 内容 or 内部, or of 之内; 0 where there is none. */
    static int withinLength(Sentence sentence, int at) {
        boolean plain = sentence.at(at) == '内' && "容部设蒙".indexOf(sentence.at(at + 1)) < 0;
        return plain ? 1 : sentence.text().startsWith("之内", at) ? 2 : 0;
    }

    /** 延续18个春秋, 三年半, 半小时车程, 五天就收完, 5分钟办结. */
    private static boolean isNamed(Sentence sentence, Measure measure) {
        String text = sentence.text();
        int after = measure.end();
        String unit = measure.unit().text();
        boolean composed = after - measure.unitStart() > unit.length();
        int result = RESULT.matchLength(text, after, sentence.end());
        return composed
                || unit.startsWith("个春")
                || unit.startsWith("个寒")
                || THING.matchLength(text, after, sentence.end()) > 0
                || (result > 0 && sentence.isEdge(after + result) && !numberFollows(sentence, after));
    }

    private static boolean isPlain(Sentence sentence, Measure measure) {
        char before = sentence.at(measure.number().start() - 1);
        char next = sentence.at(measure.end());
        String normal = measure.unit().normal();
        boolean spelled = measure.number().chinese()
                && !((normal.equals("minute") || normal.equals("hour")) && isSeveral(measure));
        boolean past = "近满前过".indexOf(before) >= 0 && !(before == '过' && sentence.at(measure.start() - 2) == '不');
        if (spelled || past || isRoundTheClock(measure)) {
            return false;
        }
        return switch (normal) {
            case "minute" -> true;
            case "year" -> next == '的';
            case "hour" -> "在值不".indexOf(next) < 0;
            default -> !measure.unit().text().equals("周") && !isFrame(sentence, measure);
        };
    }

    /** 5天共接待游客68万人次: the time that opens a clause with a figure of its own. */
    private static boolean isFrame(Sentence sentence, Measure measure) {
        int before = measure.number().start() - 1;
        boolean opens =
                before < sentence.start() || sentence.at(before) == '这' || Sentences.isClauseEnd(sentence.at(before));
        return opens && numberFollows(sentence, measure.end());
    }

    /** 24小时值班电话. */
    private static boolean isRoundTheClock(Measure measure) {
        return measure.unit().normal().equals("hour")
                && measure.number().value().compareTo(BigDecimal.valueOf(24)) == 0;
    }

    private static boolean isSeveral(Measure measure) {
        BigDecimal value = measure.number().mantissa();
        return measure.upper() != null || (value != null && value.compareTo(BigDecimal.ONE) > 0);
    }

    private static boolean isHalf(Measure measure) {
        BigDecimal value = measure.number().mantissa();
        return value != null && value.compareTo(BigDecimal.ONE) < 0;
    }

    /** 历时三年, 用时不到两小时, 坚持了14年. */
    private static boolean isCued(Sentence sentence, int start) {
        String text = sentence.text();
        int end = start - HEDGE.longestEnding(text, start, sentence.start());
        int verb = sentence.at(end - 1) == '了' ? end - 1 : end;
        return CUE.longestEnding(text, start, sentence.start()) > 0
                || CUE.longestEnding(text, end, sentence.start()) > 0
                || CUE.longestEnding(text, verb, sentence.start()) > 0
                || isDone(sentence, end);
    }

    /** 开业不足三个月: what has begun has lasted less. 开业三个月后 only says when. */
    private static boolean isShortlyBegun(Sentence sentence, int start) {
        int less = LESS.longestEnding(sentence.text(), start, sentence.start());
        return less > 0 && BEGUN.longestEnding(sentence.text(), start - less, sentence.start()) > 0;
    }

    /** 种了, 做了: a verb with its 了; 过了, 隔了 and 为了 say when. */
    private static boolean isDone(Sentence sentence, int end) {
        return sentence.at(end - 1) == '了' && end - 2 >= sentence.start() && PASSED.indexOf(sentence.at(end - 2)) < 0;
    }

    /** 5月1日至3日3天: the days that the dates before them tell already. */
    private static boolean isStretchOfDates(Sentence sentence, Measure measure, List<Span> periods) {
        int start = measure.number().start();
        if (!measure.unit().normal().equals("day")) {
            return false;
        }
        for (Span period : periods) {
            int gap = start - period.end();
            boolean beside = gap >= 0 && gap <= 2 && isSum(sentence, period.end(), start);
            if (beside && sentence.at(period.end() - 1) == '日') {
                return true;
            }
        }
        return false;
    }

    private static boolean isSum(Sentence sentence, int from, int end) {
        for (int i = from; i < end; i++) {
            if ("的，共（计这".indexOf(sentence.at(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether the clause goes on to a number, of which the time only says when or how often (3个月内收集诉求216件), but not as a list (1小时响应、24小时办结). */
    private static boolean numberFollows(Sentence sentence, int from) {
        for (int i = from; i < sentence.end() && !Sentences.isClauseEnd(sentence.at(i)); i++) {
            if (isNumeral(sentence.at(i))) {
                return sentence.at(i - 1) != '、';
            }
        }
        return false;
    }

    private static boolean isNumeral(char c) {
        return FlatText.isDigit(c) || "两三四五六七八九十百千万".indexOf(c) >= 0;
    }
}
