package dev.broadsheet.enrich.extract;

import dev.broadsheet.chinese.Token;
import java.math.BigDecimal;

/**
 * Tells numbers that name, order or place a thing from those that count: 八项规定, 前3名, 2栋3单元, 1234次列车, 国六条, and those inside
 * words (五指山, 一成不变) or before what only looks like a unit (2.0升级), what is
 * a result of sports (11秒38, 女子100米), and what tells a class of things (12英寸晶圆, 110千伏变电站). Stateless.
 */
final class NumberedThing {
    private static final Table WORDS = Table.read("figure-words.tsv", 2);
    private static final Lexicon FIXED = Lexicon.of(WORDS.group("fixed"));
    private static final Lexicon NUMBERED = Lexicon.of(WORDS.group("numbered"));
    private static final Lexicon RANK = Lexicon.of(WORDS.group("rank"));
    private static final Lexicon RACE = Lexicon.of(WORDS.group("race"));
    private static final Lexicon GENERATION = Lexicon.of(WORDS.group("generation"));
    private static final Lexicon TOLD = Lexicon.of(WORDS.group("voltage-told"));
    /** What 前 ends a word with that is no place in an order: 目前12个, 此前30家, 月底前5个. */
    private static final String NOT_FIRST = "目日当此以之底末";

    /** What 后 ends a word with that is no place in an order: 最后3名, 随后5名. */
    private static final String NOT_LAST = "最随之此以然今";

    private static final int RANK_REACH = 6;

    private NumberedThing() {}

    static boolean is(Sentence sentence, Measure measure) {
        String text = sentence.text();
        int start = measure.number().start();
        Unit unit = measure.unit();
        boolean count = unit.isCount();
        return isFixed(sentence, measure)
                || (count && isSection(sentence, measure))
                || isInsideWord(sentence, measure)
                || isNoUnit(sentence, measure)
                || (unit.normal().equals("m") && isPlace(sentence, measure.end()))
                || (unit.normal().equals("m") && isRace(sentence, start, measure.end()))
                || (unit.normal().equals("second") && isOfClock(sentence, start, measure.end()))
                || (unit.isMeasure() && sentence.at(measure.end()) == '级')
                || (unit.text().equals("英寸") && isKindOf(sentence, measure.end()))
                || (unit.normal().equals("kV") && isVoltageClass(sentence, measure.end()))
                || (unit.text().equals("角") && !isCoin(sentence, measure.end()))
                || isBareAmount(sentence, measure)
                || (unit.text().equals("g") && GENERATION.matchLength(text, measure.end(), sentence.end()) > 0)
                || (unit.text().equals("码") && measure.number().chinese())
                || (count && isNumbered(sentence, measure))
                || (count && isRank(sentence, start, unit));
    }

    /** 三八妇女节; 打三八折 is a discount. */
    private static boolean isFixed(Sentence sentence, Measure measure) {
        return !measure.unit().text().equals("折")
                && FIXED.matchLength(sentence.text(), measure.number().start(), sentence.end()) > 0;
    }

    /** 2.2本项目总投资…: what opens a sentence with such a number is a section of a paper, as things are no fractions. */
    private static boolean isSection(Sentence sentence, Measure measure) {
        WrittenNumber number = measure.number();
        BigDecimal value = number.mantissa();
        return number.start() == sentence.start()
                && value != null
                && value.scale() > 0
                && !number.chinese()
                && !number.over()
                && measure.upper() == null
                && number.scaleText().isEmpty();
    }

    /** 107公里处, 50米开外. */
    private static boolean isPlace(Sentence sentence, int end) {
        return sentence.at(end) == '处' || sentence.text().startsWith("开外", end);
    }

    /** 11秒38, and the 20秒 of 8点35分20秒: {@link CompoundTime} has read what lasts so long. */
    private static boolean isOfClock(Sentence sentence, int start, int end) {
        return FlatText.isDigit(sentence.at(end)) || sentence.at(start - 1) == '分';
    }

    /** 女子100米决赛, 4×100米接力: a discipline. */
    private static boolean isRace(Sentence sentence, int start, int end) {
        boolean sex = sentence.at(start - 1) == '子' && "男女".indexOf(sentence.at(start - 2)) >= 0;
        return sex || RACE.matchLength(sentence.text(), end, sentence.end()) > 0;
    }

    /** 12英寸晶圆: a noun right behind it says that it is the kind of thing. */
    private static boolean isKindOf(Sentence sentence, int end) {
        return !endsPhrase(sentence.at(end));
    }

    /** 110千伏变电站, 10千伏线路: a class of works; a voltage that is told itself (220千伏的, 220千伏和110千伏) is a figure. */
    private static boolean isVoltageClass(Sentence sentence, int end) {
        return isKindOf(sentence, end) && TOLD.matchLength(sentence.text(), end, sentence.end()) == 0;
    }

    /** 5角; 七角井 and 四角 are places and corners. */
    private static boolean isCoin(Sentence sentence, int end) {
        return endsPhrase(sentence.at(end)) || "的五一二三四六七八九".indexOf(sentence.at(end)) >= 0;
    }

    private static boolean endsPhrase(char next) {
        return next == 0 || Sentences.isClauseEnd(next) || "、）以左 ".indexOf(next) >= 0;
    }

    /** 过亿元的企业, 超千万元的项目: a bare amount that says which things are counted. */
    private static boolean isBareAmount(Sentence sentence, Measure measure) {
        return measure.unit().isMoney()
                && sentence.at(measure.end()) == '的'
                && ChineseNumber.isBare(sentence.text(), measure.number());
    }

    /** 大陆百名, 五指山区, 三元锂电池: the numeral belongs to a word that is no number. */
    private static boolean isInsideWord(Sentence sentence, Measure measure) {
        int start = measure.start();
        int index = sentence.tokenAt(start);
        if (!measure.number().chinese() || index >= sentence.tokens().size()) {
            return false;
        }
        Token word = sentence.tokens().get(index);
        String tag = word.tag();
        if (word.start() < start) {
            return tag.startsWith("n") || tag.startsWith("i") || tag.startsWith("l");
        }
        // 三元 is a noun, but what is tagged as a place may be a count (五台救护车).
        boolean fixed = tag.startsWith("i") || tag.startsWith("l") || tag.startsWith("nr") || tag.startsWith("ns");
        return fixed
                ? word.end() > measure.end()
                : tag.startsWith("n")
                        && word.end() >= measure.end()
                        && !(measure.unit().text().equals("省") && word.end() == measure.end())
                        && !measure.unit().isPercent();
    }

    /** 升级, 成立: a unit of one character that opens a verb. */
    private static boolean isNoUnit(Sentence sentence, Measure measure) {
        int index = sentence.tokenAt(measure.unitStart());
        if (measure.unit().text().length() != 1 || index >= sentence.tokens().size()) {
            return false;
        }
        Token word = sentence.tokens().get(index);
        boolean longer = word.start() == measure.unitStart() && word.end() > measure.unitStart() + 1;
        return longer
                && word.end() > measure.end()
                && (word.tag().startsWith("v") || word.tag().startsWith("d"));
    }

    /** 2栋3单元, A座5层, 1234次列车, 国六条, 前10名, 负一层. */
    private static boolean isNumbered(Sentence sentence, Measure measure) {
        BigDecimal value = measure.number().mantissa();
        char before = sentence.at(measure.start() - 1);
        char after = sentence.at(measure.end());
        String unit = measure.unit().text();
        if ((value != null && value.signum() < 0)
                || (before == '前'
                        && !measure.number().over()
                        && NOT_FIRST.indexOf(sentence.at(measure.start() - 2)) < 0)
                || (before == '后' && unit.equals("名") && NOT_LAST.indexOf(sentence.at(measure.start() - 2)) < 0)) {
            return true;
        }
        return switch (unit) {
            case "单元" -> FlatText.isDigit(after) || "栋幢楼座号".indexOf(before) >= 0;
            case "栋", "幢", "座" -> FlatText.isDigit(after) && !measure.number().chinese();
            case "层" -> FlatText.isDigit(after) || "座厦楼场城栋幢元下上".indexOf(before) >= 0;
            case "条" -> (before == '国' && measure.number().chinese()) || "法典则例".indexOf(before) >= 0;
            case "次" -> NUMBERED.matchLength(sentence.text(), measure.end(), sentence.end()) > 0;
            default -> false;
        };
    }

    /** 位居全省5位, 排名前3名: a place in an order. */
    private static boolean isRank(Sentence sentence, int start, Unit unit) {
        if (!unit.text().equals("位") && !unit.text().equals("名")) {
            return false;
        }
        for (int at = start - 1; at >= Math.max(sentence.start(), start - RANK_REACH); at--) {
            char c = sentence.at(at);
            if (Sentences.isClauseEnd(c)) {
                return false;
            }
            if (RANK.matchLength(sentence.text(), at, start) > 0) {
                return true;
            }
        }
        return false;
    }
}
