package dev.broadsheet.enrich.extract;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Decides which numbers of a sentence are no figures: dates, ordinals, addresses, slogans (“1358”, “三个一批”), turns of phrase
 * (一个, 两大), stretches of time (近3年内). One object per sentence.
 */
final class NotAFigure {
    private static final Table WORDS = Table.read("figure-words.tsv", 2);
    private static final Lexicon NO_COUNT = Lexicon.of(WORDS.group("no-count"));
    private static final Lexicon TWO_OF = Lexicon.of(WORDS.group("two-of"));
    private static final Lexicon CLASS_OF = Lexicon.of(WORDS.group("class-of"));
    private static final Lexicon DISCOUNT = Lexicon.reversed(WORDS.group("discount"));
    private static final Lexicon DISCOUNTED = Lexicon.of(WORDS.group("discounted"));
    private static final Lexicon ITEM = Lexicon.of(WORDS.group("item"));
    private static final Lexicon SITE = Lexicon.of(WORDS.group("site"));
    private static final Lexicon LEAD = Lexicon.reversed(WORDS.group("count-lead"));
    private static final List<String> NUMBERING = WORDS.group("numbering");
    private static final int LONGEST_PLACE = 5;
    private static final int LONGEST_SLOGAN = 12;
    private static final BigDecimal TEN = BigDecimal.TEN;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final String NO_TENTH = "不功为立果员本熟长绩就交分套都规年人群片型";

    private final Sentence sentence;
    private final List<Span> periods;
    /** Of the names of the sentence, by where they begin. */
    private final Map<Integer, Integer> nameEnds = new HashMap<>();

    private final List<Span> slogans;

    NotAFigure(Sentence sentence, List<Span> periods, List<Candidate> names) {
        this.sentence = sentence;
        names.forEach(name -> nameEnds.merge(name.start(), name.end(), Math::max));
        this.periods = periods;
        this.slogans = sentence.quoted(LONGEST_SLOGAN);
        slogans.removeIf(this::holdsClause);
    }

    /** Whether the number is none, whatever unit follows. */
    boolean blocks(WrittenNumber number) {
        char before = sentence.at(number.start() - 1);
        return number.mantissa() == null
                || before == '第'
                || before == '某'
                || before == '+'
                || before == '№'
                || (before == '±' && FlatText.isDigit(sentence.at(number.start() - 2)))
                || isInPeriod(number)
                || within(slogans, number.start())
                || number.mantissa().signum() == 0
                || TornNumber.is(sentence, number);
    }

    /** Whether number and unit together are none. */
    boolean blocks(Measure measure) {
        WrittenNumber number = measure.number();
        Unit unit = measure.unit();
        BigDecimal value = number.mantissa();
        if (value == null
                || value.signum() == 0
                || !unit.isFigure()
                || isInPeriod(number)
                || within(slogans, measure.start())
                || opensName(measure)
                || NumberedThing.is(sentence, measure)) {
            return true;
        }
        if (sentence.at(number.start() - 1) == '每') {
            return !CountedTime.isInterval(sentence, measure);
        }
        if (unit.isDuration()) {
            return !CountedTime.is(sentence, measure, periods);
        }
        if (unit.isPercent()) {
            return isNoPart(value, unit, measure.end(), measure.start());
        }
        return number.chinese() && !isCountedRange(measure) && isTurnOfPhrase(number, unit, measure.end());
    }

    /** 四所楼镇, 三台子街道: a name that begins with a numeral and what only looks like its unit. */
    private boolean opensName(Measure measure) {
        return measure.number().chinese() && nameEnds.getOrDefault(measure.start(), 0) > measure.end();
    }

    /** The 15日 of 6月15日; 15日内 is a limit as well as a time. */
    private boolean isInPeriod(WrittenNumber number) {
        boolean days = sentence.at(number.end()) == '日'
                && sentence.at(number.start() - 1) != '月'
                && CountedTime.withinLength(sentence, number.end() + 1) > 0;
        return !days && within(periods, number.start());
    }

    private boolean isNoPart(BigDecimal value, Unit unit, int after, int start) {
        return switch (unit.text()) {
            case "成" ->
                NO_TENTH.indexOf(sentence.at(after)) >= 0
                        || value.compareTo(TEN) > 0
                        || (sentence.at(after) == '新' && "的。，、".indexOf(sentence.at(after + 1)) >= 0);
            case "折" -> value.compareTo(TEN) >= 0 || !isDiscount(start, after);
            default -> false;
        };
    }

    /** 打五折, 享受五五折, 八折优惠, and the next of 五折、八折. */
    private boolean isDiscount(int start, int after) {
        String text = sentence.text();
        boolean listed = "、和或至到".indexOf(sentence.at(start - 1)) >= 0
                && sentence.at(start - 2) == '折'
                && isDigit(sentence.at(start - 3));
        return listed
                || DISCOUNT.longestEnding(text, start, sentence.start()) > 0
                || DISCOUNTED.matchLength(text, after, sentence.end()) > 0;
    }

    /** 三到五人, 一至两头牛; 二至三层 tells which. */
    private boolean isCountedRange(Measure measure) {
        WrittenNumber upper = measure.upper();
        if (upper == null
                || upper.start() == measure.number().start()
                || !measure.unit().isCount()) {
            return false;
        }
        return sentence.at(upper.start()) == '两'
                || !NUMBERING.contains(measure.unit().text());
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
            return !isOneOf(number.start(), unit) && !isOneSite(number.start(), unit, after);
        }
        boolean small = value.compareTo(TEN) <= 0 && number.scaleText().isEmpty() && !number.over();
        if (!small || !unit.isCount()) {
            return false;
        }
        boolean told = LEAD.longestEnding(sentence.text(), number.start(), sentence.start()) > 0;
        return !(unit.small() || told || isItem(number.start(), unit, after))
                || "一“‘".indexOf(sentence.at(after)) >= 0
                || NO_COUNT.matchLength(sentence.text(), after, sentence.end()) > 0
                || (unit.text().equals("类") && CLASS_OF.matchLength(sentence.text(), after, sentence.end()) > 0)
                || isPointedAt(number.start())
                || (unit.text().equals("省") && isListed(number.start()))
                || (value.compareTo(TWO) <= 0 && !told && !isTwo(number.start(), unit, after));
    }

    private static boolean isDigit(char c) {
        return FlatText.isDigit(c) || ChineseNumber.isDigit(c);
    }

    /** 棉鞋两双、手套五双, 培训八人: so many of what stands right before; 夫妻二人, 一家三口 and 西村三组 are not counted so. */
    private boolean isItem(int start, Unit unit, int after) {
        boolean thing = isThing(start) && ITEM.contains(unit.text());
        boolean done = sentence.tag(sentence.tokenAt(start - 1)) == 'v';
        return isAtEnd(start, after) && (thing || (done && unit.text().equals("人")));
    }

    private boolean isThing(int end) {
        return "nVZ".indexOf(sentence.tag(sentence.tokenAt(end - 1))) >= 0;
    }

    /** Behind something, and before the end of a clause or of an item. */
    private boolean isAtEnd(int start, int after) {
        char next = sentence.at(after);
        return start > sentence.start() && (next == 0 || next == '、' || next == '）' || Sentences.isClauseEnd(next));
    }

    /** 新建卫生院一所, 冷库一座; 一座新城 and 一座座 count nothing. */
    private boolean isOneSite(int start, Unit unit, int after) {
        return SITE.contains(unit.text()) && isAtEnd(start, after) && isThing(start);
    }

    /** 一美元, 一块钱, 近一吨, 高一米: one of a measure that is meant as much; 一元, 最后一公里 and 一分钱 are mostly turns of phrase. */
    private boolean isOneOf(int start, Unit unit) {
        if (unit.isMoney()) {
            return unit.text().length() > 1 && !"分毛角".contains(unit.text().substring(0, 1));
        }
        return unit.isMeasure() && !unit.isDuration() && "近约超逾达重长宽高深厚".indexOf(sentence.at(start - 1)) >= 0;
    }

    /** 江苏、浙江、山东三省: names that are only summed up. */
    private boolean isListed(int start) {
        return sentence.lastIndexOf('、', start - 1) >= Math.max(sentence.start(), start - LONGEST_PLACE);
    }

    /** 这两家, 上述三项: things told before. */
    private boolean isPointedAt(int start) {
        char before = sentence.at(start - 1);
        return "这那该此".indexOf(before) >= 0 || (before == '述' && sentence.at(start - 2) == '上');
    }

    /** 两家, 两名, 两个乡镇; 二套房 orders, and 两个, 两位, 两种 are mostly turns of phrase. */
    private boolean isTwo(int start, Unit unit, int after) {
        if (sentence.text().charAt(start) != '两') {
            return false;
        }
        return switch (unit.text()) {
            case "个" -> TWO_OF.matchLength(sentence.text(), after, sentence.end()) > 0;
            case "位", "种" -> false;
            default -> true;
        };
    }

    /** 增长两倍, 是去年的三倍: a number of times that something is compared with; 百倍努力 and 两倍的信心 are turns of phrase. */
    private boolean isRatio(int start) {
        String text = sentence.text();
        boolean compared = "是为的达于约近超了翻涨增".indexOf(sentence.at(start - 1)) >= 0 && start > sentence.start();
        return compared || FigureWords.endsWithGrowth(text, sentence.start(), start);
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
