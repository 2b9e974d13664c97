package dev.broadsheet.enrich.extract;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads measures whose unit is left out or is one only in its place: 人口由412万减至31.8万, 22万经营主体, 五大平台, 4省12市, 沪指报3120.55点, 气温达39度, 用电120度,
 * 土方3万方, 预期寿命79岁. One
 * object per sentence.
 */
final class ImpliedUnit {
    private static final Table WORDS = Table.read("figure-words.tsv", 2);
    private static final Lexicon GREAT = Lexicon.of(WORDS.group("great-thing"));
    private static final Lexicon PEOPLE = Lexicon.of(WORDS.group("count-noun"));
    private static final Lexicon COUNTED = Lexicon.of(WORDS.group("count-cue"));
    private static final Lexicon INDEX = Lexicon.of(WORDS.group("index"));
    private static final Lexicon POWER = Lexicon.of(WORDS.group("power"));
    private static final Lexicon CUBIC = Lexicon.of(WORDS.group("cubic"));
    private static final Lexicon SERVICE = Lexicon.of(WORDS.group("service"));
    private static final Lexicon LIFESPAN = Lexicon.of(WORDS.group("lifespan"));
    private static final BigDecimal LAST_HOUR = BigDecimal.valueOf(24);
    private static final Unit CELSIUS = Units.named("℃");
    private static final Unit FAHRENHEIT = Units.named("华氏度");
    private static final Unit KILOWATT_HOURS = Units.named("千瓦时");
    private static final Unit CUBIC_METRES = Units.named("立方米");
    private static final Lexicon SCORE = Lexicon.of(WORDS.group("score"));
    private static final Lexicon PAPER = Lexicon.of(WORDS.group("paper"));
    private static final Lexicon REFERS = Lexicon.of(List.of("见", "载于", "参阅"));
    private static final Lexicon LIMIT = Lexicon.reversed(WORDS.group("days-limit"));
    /** Verbs of marks: 记3分, 扣两分, 项目质效占50分. */
    private static final String GIVES = "记扣加积占";

    private static final Unit DAYS = Units.named("天");
    private static final Unit YEARS = Units.named("年");
    private static final int CUE_REACH = 24;
    private static final int WARM_REACH = 10;
    private static final int SCORE_REACH = 60;

    private final Sentence sentence;
    private final String text;
    private final int limit;

    ImpliedUnit(Sentence sentence) {
        this.sentence = sentence;
        this.text = sentence.text();
        this.limit = sentence.end();
    }

    /** The measure that the number with this unit, or without one, is; null where the table alone tells. */
    @Nullable
    Measure at(WrittenNumber number, @Nullable Unit unit) {
        if (number.mantissa() == null) {
            return null;
        }
        if (isDivision(number)) {
            return counted(number, text.substring(number.end(), number.end() + 1));
        }
        if (unit == null) {
            return isScaled(number) && (isOfPeople(number.end()) || isOfCounted(number)) ? counted(number, "") : null;
        }
        return switch (unit.text()) {
            case "大" -> isGreat(number) ? counted(number, "大") : null;
            case "点" -> isIndex(number) ? counted(number, "点") : null;
            case "度" -> degrees(number);
            case "方" -> isTold(CUBIC, number.start()) ? measure(number, like("方", CUBIC_METRES)) : null;
            case "班" -> isTold(SERVICE, number.start()) ? counted(number, "班") : null;
            case "分" -> isScore(number) ? counted(number, "分") : null;
            case "页" -> isTold(PAPER, number.start()) && !isTold(REFERS, number.start()) ? counted(number, "页") : null;
            case "日" -> isLimit(number) ? measure(number, like("日", DAYS)) : null;
            case "岁" -> isTold(LIFESPAN, number.start()) ? measure(number, like("岁", YEARS)) : null;
            default -> null;
        };
    }

    /** 气温达39度, 华氏98度, 用电120度. */
    private @Nullable Measure degrees(WrittenNumber number) {
        int start = number.start();
        if (isWarm(start)) {
            boolean fahrenheit = text.substring(Math.max(sentence.start(), start - WARM_REACH), start)
                    .contains("华氏");
            return measure(number, like("度", fahrenheit ? FAHRENHEIT : CELSIUS));
        }
        return isTold(POWER, start) ? measure(number, like("度", KILOWATT_HOURS)) : null;
    }

    private static Unit like(String word, Unit unit) {
        return new Unit(word, unit.normal(), unit.factor(), false);
    }

    private static Measure counted(WrittenNumber number, String word) {
        return measure(number, new Unit(word, "count", BigDecimal.ONE, true));
    }

    private static Measure measure(WrittenNumber number, Unit unit) {
        int end = number.end() + unit.text().length();
        return new Measure(number.start(), number, number.upper(), unit, number.end(), end);
    }

    /** The 12市 of 4省12市, the 23县 of 6市23县: behind a count of larger divisions. */
    private boolean isDivision(WrittenNumber number) {
        char larger = sentence.at(number.start() - 1);
        char before = sentence.at(number.start() - 2);
        char smaller = sentence.at(number.end());
        boolean counted = FlatText.isDigit(before) || ChineseNumber.isDigit(before) || NumberReader.powerOf(before) > 0;
        return counted && (larger == '省' ? "市县".indexOf(smaller) >= 0 : larger == '市' && "县区".indexOf(smaller) >= 0);
    }

    /** 气温最高可达39度; elsewhere 度 may be an angle, or electricity. */
    private boolean isWarm(int start) {
        for (int at = start - 1; at >= Math.max(sentence.start(), start - WARM_REACH); at--) {
            char c = text.charAt(at);
            if (c == '温' || Sentences.isClauseEnd(c)) {
                return c == '温';
            }
        }
        return false;
    }

    /** 满意度测评得94.6分, 记3分; 8点30分 is a time, 三分之二 a part, 三分热度 a turn of phrase. */
    private boolean isScore(WrittenNumber number) {
        int start = number.start();
        int verb = sentence.at(start - 1) == '了' ? start - 2 : start - 1;
        char next = sentence.at(number.end() + 1);
        boolean ends = next == 0 || "、）”的以升提涨降，".indexOf(next) >= 0 || Sentences.isClauseEnd(next);
        boolean given = GIVES.indexOf(sentence.at(verb)) >= 0 && !number.chinese();
        boolean changed = FigureWords.isChange(text, sentence.start(), start) && isScored(start);
        return ends && "点时".indexOf(sentence.at(start - 1)) < 0 && (given || changed || isTold(SCORE, start));
    }

    private boolean isScored(int end) {
        for (int at = Math.max(sentence.start(), end - SCORE_REACH); at < end; at++) {
            if (SCORE.matchLength(text, at, end) > 0) {
                return true;
            }
        }
        return false;
    }

    /** 15日内, 最长不超过15日: so many days; 6月15日 and 15日，are dates. */
    private boolean isLimit(WrittenNumber number) {
        int start = number.start();
        boolean dated = "月至到、和-—".indexOf(sentence.at(start - 1)) >= 0;
        boolean within = CountedTime.withinLength(sentence, number.end() + 1) > 0;
        return !dated && (within || LIMIT.longestEnding(text, start, sentence.start()) > 0);
    }

    private boolean isScaled(WrittenNumber number) {
        int last = number.end() - (NumberReader.isOver(text.charAt(number.end() - 1)) ? 2 : 1);
        return "万亿".indexOf(text.charAt(last)) >= 0 && sentence.isEdge(number.end());
    }

    /** 22万多经营主体, 635万的高校毕业生. */
    private boolean isOfPeople(int end) {
        return PEOPLE.matchLength(text, end < limit && text.charAt(end) == '的' ? end + 1 : end, limit) > 0;
    }

    /** 贫困人口由412万减至31.8万, 粉丝突破100万: a word before it in the clause tells that things are counted, none that money is. */
    private boolean isOfCounted(WrittenNumber number) {
        int end = number.end();
        char next = end < limit ? text.charAt(end) : '。';
        boolean ends = Sentences.isClauseEnd(next) || "、）以左减增降升下上扩提至到".indexOf(next) >= 0;
        int floor = Math.max(sentence.start(), number.start() - CUE_REACH);
        if (!ends || FigureWords.endsWithMoney(text, floor, number.start())) {
            return false;
        }
        return isTold(COUNTED, number.start());
    }

    /** Whether one of these words stands before it in its clause. */
    private boolean isTold(Lexicon words, int start) {
        int floor = Math.max(sentence.start(), start - CUE_REACH);
        for (int at = start - 1; at >= floor && !Sentences.isClauseEnd(text.charAt(at)); at--) {
            if (words.matchLength(text, at, start) > 0) {
                return true;
            }
        }
        return false;
    }

    /** 五大平台: things that stand somewhere; 三大优势 and 四大领域 are turns of phrase. */
    private boolean isGreat(WrittenNumber number) {
        return number.chinese() && GREAT.matchLength(text, number.end() + 1, limit) > 0;
    }

    /** 沪指报3120.55点, 上证指数跌30点; 沪指上午10点, 8点30分 are times. */
    private boolean isIndex(WrittenNumber number) {
        int end = number.end() + 1;
        char next = end < limit ? text.charAt(end) : '。';
        BigDecimal value = number.value();
        boolean moved = "涨跌升降".indexOf(sentence.at(number.start() - 1)) >= 0;
        boolean time = "分半钟许整".indexOf(next) >= 0 || FlatText.isDigit(next);
        return !time && (moved || value.compareTo(LAST_HOUR) > 0) && namesIndex(number.start());
    }

    private boolean namesIndex(int end) {
        for (int at = sentence.start(); at < end; at++) {
            if (INDEX.matchLength(text, at, end) > 0) {
                return true;
            }
        }
        return false;
    }
}
