package dev.broadsheet.enrich.extract;

import dev.broadsheet.chinese.Numerals;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the number in Chinese numerals that starts at a position: 三百亿, 两千, 十几, 百余, 数百, 三点五, 叁万元, and the pairs that are
 * ranges (七八万, 三四十, 十五六, 三五个). Stateless.
 */
final class ChineseNumber {
    private static final String DIGITS = "〇零一二两三四五六七八九";
    private static final String POWERS = "十百千万亿";
    /** Of cheques and contracts; rare enough elsewhere to be refused alone (陆 is land, 伍 a rank). */
    private static final String CAPITALS = "壹贰叁肆伍陆柒捌玖拾佰仟萬億廿卅";

    private static final String PLAIN = "一二三四五六七八九十百千万亿";
    /** Asked of nearly every character of a text. */
    private static final CharacterSet NUMERALS = CharacterSet.of(DIGITS + POWERS + CAPITALS + "几数");

    private static final int LONGEST = 16;
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private ChineseNumber() {}

    static boolean isDigit(char c) {
        return DIGITS.indexOf(c) >= 0;
    }

    static @Nullable WrittenNumber at(String text, int from, int limit) {
        if (text.charAt(from) == '半') {
            return half(text, from, limit);
        }
        if (!isNumeral(text.charAt(from)) || isAmount(text, from, limit)) {
            return null;
        }
        int end = from;
        while (end < limit && (isNumeral(text.charAt(end)) || isPoint(text, from, end, limit))) {
            end++;
        }
        if (end - from > 1 && (NumberReader.opensUnit(text, end - 1, limit) || isTael(text, end - 1, limit))) {
            end--;
        }
        if (end - from > LONGEST || isLoneCapital(text, from, end, limit)) {
            return WrittenNumber.unusable(from, end);
        }
        return run(text, from, end, limit);
    }

    /** 半小时, 半个月, 半亩, 半成: half of a measure; 上半年, 大半 and 半夜 are none. */
    private static @Nullable WrittenNumber half(String text, int from, int limit) {
        char before = from == 0 ? ' ' : text.charAt(from - 1);
        Unit unit = Units.at(text, from + 1, limit);
        boolean tenth = unit != null && unit.text().equals("成") && endsTenth(text, from + 2, limit);
        boolean measured = unit != null && unit.isFigure() && !unit.isCount() && (tenth || !unit.isPercent());
        boolean second = "上下前大多小一过夜对各月年折".indexOf(before) >= 0
                || (before == '后'
                        && !text.startsWith(
                                "内", from + 1 + (unit == null ? 0 : unit.text().length())));
        return measured && !second && !isNumeral(before) ? WrittenNumber.chinese(from, from + 1, HALF) : null;
    }

    /** 下降半成; 半成品 is none. */
    private static boolean endsTenth(String text, int end, int limit) {
        char next = end < limit ? text.charAt(end) : '。';
        return Sentences.isClauseEnd(next) || "、）以左".indexOf(next) >= 0;
    }

    private static boolean isNumeral(char c) {
        return NUMERALS.has(c);
    }

    /** The 数 of 人数两千 and 总数十五 ends a word; that of 数十 and 数百万 is "several". */
    private static boolean isAmount(String text, int from, int limit) {
        boolean several = from + 1 < limit && POWERS.indexOf(text.charAt(from + 1)) >= 0;
        boolean word = from > 0 && "人户总件次倍指系岁页票基分单".indexOf(text.charAt(from - 1)) >= 0;
        return text.charAt(from) == '数' && (word || !several);
    }

    /** The 两 of 三十两白银, a weight: not that of 一两个, 四五两月 and 二〇二四两会. */
    static boolean isTael(String text, int at, int limit) {
        char before = text.charAt(at - 1);
        char next = at + 1 < limit ? text.charAt(at + 1) : '。';
        return text.charAt(at) == '两'
                && before != '一'
                && before != '三'
                && (Sentences.isClauseEnd(next) || "、）重白黄银米酒肉茶左".indexOf(next) >= 0);
    }

    /** 三点五: between two digits, once; 三点半 and 三点 are times. */
    private static boolean isPoint(String text, int from, int at, int limit) {
        return text.charAt(at) == '点'
                && at > from
                && at + 1 < limit
                && isDigit(text.charAt(at + 1))
                && (isDigit(text.charAt(at - 1)) || text.charAt(at - 1) == '十');
    }

    private static boolean isLoneCapital(String text, int from, int end, int limit) {
        boolean alone = end - from == 1 && CAPITALS.indexOf(text.charAt(from)) >= 0;
        return alone && (end >= limit || "元圆角年余多".indexOf(text.charAt(end)) < 0);
    }

    private static WrittenNumber run(String text, int from, int end, int limit) {
        boolean over = NumberReader.overAt(text, end, limit);
        int after = over ? end + 1 : end;
        String tail = "";
        if (over && after < limit && "万亿".indexOf(text.charAt(after)) >= 0) {
            tail = text.substring(after, after + 1);
            after++;
        }
        String run = plain(text, from, end);
        if (run.indexOf('几') >= 0 || run.indexOf('数') >= 0) {
            over = true;
            run = run.replace("几", "").replace("数", "");
            if (run.isEmpty() || NumberReader.powerOf(run.charAt(run.length() - 1)) == 0) {
                return WrittenNumber.unusable(from, after);
            }
        } else if (NumberReader.powerOf(run.charAt(0)) > 0 && run.charAt(0) != '十' && !over) {
            if (!isBare(text, from, run) && !isHeads(text, from, end, limit)) {
                return WrittenNumber.unusable(from, after);
            }
        }
        int pair = pair(run);
        return pair == NOT_ONE ? WrittenNumber.unusable(from, after) : parsed(run, pair, from, after, over, tail);
    }

    /** 上百, 近千, 不足千, 超百亿: a scale that stands for one of it needs such a word before it; 百姓, 万达 and 成百上千 have none. */
    private static boolean isBare(String text, int from, String run) {
        boolean less = text.startsWith("不足", from - 2) || text.startsWith("不到", from - 2);
        boolean cued = from > 0 && "上近约逾超过达破".indexOf(text.charAt(from - 1)) >= 0;
        if ((!cued && !less) || text.startsWith("签约", from - 2)) {
            return false;
        }
        boolean pairOfWords = from > 1 && NumberReader.powerOf(text.charAt(from - 2)) > 0;
        return !pairOfWords && run.chars().allMatch(c -> NumberReader.powerOf((char) c) > 0);
    }

    /** 万名干部, 千名党员: one scale before 名, as headlines have it. */
    private static boolean isHeads(String text, int from, int end, int limit) {
        boolean glued = from > 0 && (isNumeral(text.charAt(from - 1)) || "上过破几数".indexOf(text.charAt(from - 1)) >= 0);
        return end - from == 1 && !glued && end < limit && text.charAt(end) == '名';
    }

    /** Whether a number that was read is a scale alone. */
    static boolean isBare(String text, WrittenNumber number) {
        char first = text.charAt(number.start());
        return number.chinese() && NumberReader.powerOf(first) > 1;
    }

    private static String plain(String text, int from, int end) {
        StringBuilder plain = new StringBuilder();
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            int capital = CAPITALS.indexOf(c);
            if (capital < 0) {
                plain.append(c);
            } else {
                plain.append(c == '廿' ? "二十" : c == '卅' ? "三十" : PLAIN.substring(capital, capital + 1));
            }
        }
        return plain.toString();
    }

    private static WrittenNumber parsed(String run, int pair, int from, int after, boolean over, String tail) {
        int cut = run.length();
        while (cut > 1 && tail.isEmpty() && "万亿".indexOf(run.charAt(cut - 1)) >= 0) {
            cut--;
        }
        if (isCompound(run.substring(0, cut), run.substring(cut))) {
            cut = run.length();
        }
        String scaleText = tail.isEmpty() ? run.substring(cut) : tail;
        BigDecimal scale = BigDecimal.ONE;
        for (int i = 0; i < scaleText.length(); i++) {
            scale = scale.scaleByPowerOfTen(NumberReader.powerOf(scaleText.charAt(i)));
        }
        String head = run.substring(0, cut);
        Optional<BigDecimal> value = value(pair < 0 ? head : without(head, pair + 1));
        Optional<BigDecimal> top = pair < 0 ? Optional.empty() : value(without(head, pair));
        if (value.isEmpty() || (pair >= 0 && (top.isEmpty() || top.get().compareTo(value.get()) <= 0))) {
            return WrittenNumber.unusable(from, after);
        }
        BigDecimal plainScale = new BigDecimal(scale.toPlainString());
        return new WrittenNumber(from, after, value.get(), top.orElse(null), scaleText, plainScale, over, true);
    }

    /** 一亿五千万: the scale at its end is not the scale of all of it, as it is in 三万五千亿. */
    private static boolean isCompound(String head, String scale) {
        return head.indexOf('亿') >= 0 || (head.indexOf('万') >= 0 && scale.startsWith("万"));
    }

    private static Optional<BigDecimal> value(String head) {
        return Numerals.parse(NumberReader.powerOf(head.charAt(0)) > 0 ? "一" + head : head);
    }

    private static String without(String s, int index) {
        return s.substring(0, index) + s.substring(index + 1);
    }

    private static final int NO_PAIR = -1;
    private static final int NOT_ONE = -2;

    /**
     * Where two digits stand together that mean "the one or the other" (七八, 三五); {@link #NO_PAIR} where no two do,
     * {@link #NOT_ONE} where they are a year, a name, a plan's or a guess (二〇二四, 三八, 十四五, 一两).
     */
    private static int pair(String run) {
        int point = run.indexOf('点');
        int limit = point < 0 ? run.length() : point;
        int pair = NO_PAIR;
        for (int i = 0; i + 1 < limit; i++) {
            if (isDigit(run.charAt(i)) && isDigit(run.charAt(i + 1)) && run.charAt(i) != '零') {
                if (pair != NO_PAIR || point >= 0 || !isPair(run, i)) {
                    return NOT_ONE;
                }
                pair = i;
            }
        }
        return pair;
    }

    private static boolean isPair(String run, int at) {
        int low = digit(run.charAt(at));
        int high = digit(run.charAt(at + 1));
        boolean near = high == low + 1 || (low == 3 && high == 5);
        boolean plan = PeriodWords.PLANS.length(run, 0, run.length()) == run.length();
        return low > 0 && near && !plan && (low > 1 || run.length() > 2);
    }

    private static int digit(char c) {
        return c == '两' ? 2 : "零一二三四五六七八九".indexOf(c);
    }
}
