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
    private static final Lexicon IN_TERMS = Lexicon.reversed(WORDS.group("in-terms"));
    private static final int SPEED_REACH = 5;
    private static final int LONGEST_RATE = 5;
    private static final int WHOLE_REACH = 24;
    private static final String DENSITY = "每立方厘米";
    private static final String BETWEEN = "之间";

    private QuantityScanner() {}

    static List<Quantity> scan(Sentence sentence, List<Span> periods, List<Candidate> names) {
        List<Quantity> found = new ArrayList<>();
        NotAFigure exclusions = new NotAFigure(sentence, periods, names);
        MeasureReader reader = new MeasureReader(sentence);
        String text = sentence.text();
        int previous = sentence.start();
        Quantity last = null;
        for (int i = sentence.start(); i < sentence.end(); ) {
            int next = i + 1;
            Measure measure = RatioReader.at(text, i, sentence.end());
            if (measure == null) {
                WrittenNumber number = NumberReader.at(text, i, sentence.end());
                if (number != null) {
                    next = Math.max(next, number.end());
                    measure = exclusions.blocks(number) ? null : reader.at(number, previous);
                }
            }
            measure = measure == null ? null : inTerms(sentence, measure);
            if (measure != null && !exclusions.blocks(measure)) {
                Measure meant = SharedUnit.after(last, measure, sentence);
                Quantity quantity = qualified(sentence, spread(sentence, rated(sentence, meant)), last, previous);
                found.add(quantity);
                last = quantity;
                next = quantity.end();
                previous = next;
            }
            i = next;
        }
        return found;
    }

    /** 时速350公里 is a speed, 每立方厘米1万个 a density. */
    private static Measure rated(Sentence sentence, Measure measure) {
        Unit unit = measure.unit();
        int start = measure.start();
        String text = sentence.text();
        if (unit.text().equals("公里") && isSpeed(sentence, start)) {
            return inUnit(measure, "km/h");
        }
        boolean dense = unit.text().equals("个")
                && start >= sentence.start() + DENSITY.length()
                && text.startsWith(DENSITY, start - DENSITY.length());
        return dense ? inUnit(measure, "per_cm3") : measure;
    }

    /** 培训班38期 were held, 分两期实施; 培训班3期开班 and 工程二期 tell which. */
    private static Measure inTerms(Sentence sentence, Measure measure) {
        if (measure.unit().text().equals("期") && sentence.at(measure.start() - 1) == '分') {
            return inUnit(measure, "count");
        }
        char next = sentence.at(measure.end());
        boolean ends = next == 0 || next == '、' || next == '）' || Sentences.isClauseEnd(next);
        boolean held = ends
                && measure.unit().text().equals("期")
                && !measure.number().chinese()
                && IN_TERMS.longestEnding(sentence.text(), measure.start(), sentence.start()) > 0;
        return held ? inUnit(measure, "count") : measure;
    }

    /** 误差±3毫米: from three below to three above. */
    private static Measure spread(Sentence sentence, Measure measure) {
        int sign = measure.start() - 1;
        WrittenNumber number = measure.number();
        return sentence.at(sign) == '±' && measure.upper() == null
                ? new Measure(sign, number.negative(sign), number, measure.unit(), measure.unitStart(), measure.end())
                : measure;
    }

    private static Measure inUnit(Measure measure, String normal) {
        Unit unit = new Unit(measure.unit().text(), normal, BigDecimal.ONE, true);
        return new Measure(
                measure.start(), measure.number(), measure.upper(), unit, measure.unitStart(), measure.end());
    }

    private static boolean isSpeed(Sentence sentence, int start) {
        for (int at = Math.max(sentence.start(), start - SPEED_REACH); at < start; at++) {
            if (sentence.text().startsWith("时速", at)
                    || (at == start - 3 && sentence.text().startsWith("每小时", at))) {
                return true;
            }
        }
        return false;
    }

    private static Quantity qualified(Sentence sentence, Measure measure, @Nullable Quantity last, int floor) {
        String text = sentence.text();
        int limit = sentence.end();
        WrittenNumber number = measure.number();
        boolean more = number.over() || measure.unit().text().startsWith("个多");
        Qualifier qualifier = more ? Qualifier.OVER : Qualifier.EXACT;
        Qualifier whole = beforeWhole(sentence, measure, floor);
        if (whole != null) {
            qualifier = whole;
        } else if (isAbout(text, measure)) {
            qualifier = Qualifier.APPROX;
        }
        int start = measure.start();
        int over = Math.max(BEFORE_OVER.longestEnding(text, start, floor), bareOver(text, measure, floor));
        int under = BEFORE_UNDER.longestEnding(text, start, floor);
        int approx = BEFORE_APPROX.longestEnding(text, start, floor);
        int neutral = BEFORE_NEUTRAL.longestEnding(text, start, floor);
        int before = Math.max(over, Math.max(under, approx));
        if (neutral > before) {
            before = 0;
        } else if (before > 0) {
            qualifier = before == under ? Qualifier.UNDER : before == over ? Qualifier.OVER : Qualifier.APPROX;
        }
        Qualifier distant =
                qualifier == Qualifier.EXACT && before == 0 ? BoundVerb.before(sentence, start, floor) : null;
        distant = distant == null && qualifier == Qualifier.EXACT && before == 0
                ? beforeRate(text, start, floor)
                : distant;
        qualifier = distant == null ? qualifier : distant;
        start -= before;
        int unitEnd = measure.end();
        String per = RateReader.behind(text, measure, limit);
        int end = unitEnd + per.length();
        if (per.isEmpty()) {
            per = RateReader.before(sentence, measure, last);
        }
        Bound bound = bound(sentence, measure, end);
        return new Quantity(
                start,
                number.start(),
                unitEnd,
                bound.end(),
                number,
                measure.upper(),
                measure.unit(),
                per,
                measure.upper() != null ? Qualifier.RANGE : bound.qualifier() == null ? qualifier : bound.qualifier());
    }

    /** What 不低于每亩|400万元 and 约每斤|3元 say before what the figure is per; null where nothing does. */
    private static @Nullable Qualifier beforeRate(String text, int start, int floor) {
        for (int at = start - 2; at >= Math.max(floor, start - LONGEST_RATE); at--) {
            Unit below = text.charAt(at) == '每' ? Units.at(text, at + 1, start) : null;
            if (below != null && at + 1 + below.text().length() == start) {
                return cue(text, at, floor);
            }
        }
        return null;
    }

    /** Of the words that may end there the longest: 不超过 is no 超过. */
    private static @Nullable Qualifier cue(String text, int end, int floor) {
        int over = BEFORE_OVER.longestEnding(text, end, floor);
        int under = BEFORE_UNDER.longestEnding(text, end, floor);
        int approx = BEFORE_APPROX.longestEnding(text, end, floor);
        int longest = Math.max(over, Math.max(under, approx));
        if (longest == 0) {
            return null;
        }
        return longest == under ? Qualifier.UNDER : longest == over ? Qualifier.OVER : Qualifier.APPROX;
    }

    /** What stands behind a figure, up to {@code end}, and says more or less than it. */
    private record Bound(@Nullable Qualifier qualifier, int end) {}

    private static Bound bound(Sentence sentence, Measure measure, int end) {
        String text = sentence.text();
        int limit = sentence.end();
        int behindBetween = end + BETWEEN.length();
        if (measure.upper() != null && behindBetween <= limit && text.startsWith(BETWEEN, end)) {
            return new Bound(null, behindBetween);
        }
        int included = IncludedBound.behind(text, end, measure.number(), limit);
        int over = isMostly(sentence, included) ? 0 : AFTER_OVER.matchLength(text, included, limit);
        int under = AFTER_UNDER.matchLength(text, included, limit);
        if (over + under > 0) {
            Qualifier qualifier = over > 0 ? Qualifier.OVER : Qualifier.UNDER;
            int behind = included + (over > 0 ? over : under);
            return new Bound(qualifier, IncludedBound.behindBracket(text, behind, measure.number(), limit));
        }
        if (sentence.at(end) == '起'
                && Sentences.isClauseEnd(sentence.at(end + 1))
                && measure.unit().isMoney()) {
            return new Bound(Qualifier.OVER, end + 1);
        }
        int approx = AFTER_APPROX.matchLength(text, end, limit);
        if (approx > 0) {
            return new Bound(Qualifier.APPROX, end + approx);
        }
        int within = measure.unit().isDuration() ? CountedTime.withinLength(sentence, end) : 0;
        return new Bound(within > 0 ? Qualifier.UNDER : null, end + within);
    }

    /** The 多 of 比年初的180部多出31部 and 剩余265户多是危房 belongs to what follows. */
    private static boolean isMostly(Sentence sentence, int at) {
        return sentence.at(at) == '多' && "出是为".indexOf(sentence.at(at + 1)) >= 0;
    }

    /** 十来名, 翻了近一番. */
    private static boolean isAbout(String text, Measure measure) {
        int number = measure.number().start();
        boolean nearly = measure.unit().isDoubling() && "近约".indexOf(text.charAt(number - 1)) >= 0;
        return nearly || text.substring(number, measure.unitStart()).indexOf('来') >= 0;
    }

    /** What 约占全国的10%, 不到全区5% and 不低于销售收入的6% say before the whole; null where nothing does. */
    private static @Nullable Qualifier beforeWhole(Sentence sentence, Measure measure, int floor) {
        String text = sentence.text();
        int limit = Math.max(floor, measure.start() - WHOLE_REACH);
        for (int i = measure.start() - 1; measure.unit().isPercent() && i > limit && isWhole(text.charAt(i)); i--) {
            if (text.startsWith("约占", i - 1)) {
                return Qualifier.APPROX;
            }
            boolean shared = text.charAt(measure.start() - 1) == '的'
                    || text.charAt(i) == '全'
                    || measure.unit().isBasisPoint();
            if (shared && opensWithNot(text, i, BEFORE_UNDER.longestEnding(text, i, floor))) {
                return Qualifier.UNDER;
            }
            if (shared && opensWithNot(text, i, BEFORE_OVER.longestEnding(text, i, floor))) {
                return Qualifier.OVER;
            }
        }
        return null;
    }

    private static boolean isWhole(char c) {
        return !Sentences.isClauseEnd(c) && !FlatText.isDigit(c) && !ChineseNumber.isDigit(c) && c != '、';
    }

    /** 不到, 不低于. */
    private static boolean opensWithNot(String text, int end, int length) {
        return length > 0 && text.charAt(end - length) == '不';
    }

    /** The 上 of 上百名 and the 过 of 过万 and 过三成: words that mean "more than" before a scale alone or tenths. */
    private static int bareOver(String text, Measure measure, int floor) {
        int start = measure.start();
        boolean cued = start > floor && "上过破".indexOf(text.charAt(start - 1)) >= 0;
        boolean tenths = cued
                && text.charAt(start - 1) == '过'
                && measure.unit().text().equals("成")
                && !text.startsWith("不过", start - 2);
        boolean bare = cued && start == measure.number().start() && ChineseNumber.isBare(text, measure.number());
        return tenths || bare ? 1 : 0;
    }

    static boolean isOne(@Nullable BigDecimal value) {
        return value != null && value.compareTo(BigDecimal.ONE) == 0;
    }
}
