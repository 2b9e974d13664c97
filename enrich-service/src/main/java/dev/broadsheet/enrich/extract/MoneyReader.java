package dev.broadsheet.enrich.extract;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads amounts of money in the forms that other units do not have: 12元5角, 三块八, 两毛三, 两个亿, 投资3亿, 花了80块. Stateless. */
final class MoneyReader {
    private static final String CENT = "美分";
    private static final BigDecimal TENTH = new BigDecimal("0.1");
    private static final BigDecimal HUNDREDTH = new BigDecimal("0.01");
    private static final String SPENT = "花赚卖买付收省挣交罚涨跌掉欠价要费薪贵宜";
    private static final int SPENT_REACH = 4;
    private static final int PRICE_REACH = 12;
    /** Right before an amount, with 了 or without: 花300万, 捐出了几万块. */
    private static final Lexicon SPENDS =
            Lexicon.reversed(Table.read("figure-words.tsv", 2).group("spends"));

    private static final List<String> IN_ALL = List.of("一共", "总共");

    private MoneyReader() {}

    /** An amount whose unit is not in the table, or not there alone; null where the number is none. */
    static @Nullable Measure at(String text, WrittenNumber number, @Nullable Unit unit, int floor, int limit) {
        if (number.mantissa() == null) {
            return null;
        }
        if (unit == null || text.startsWith("大关", number.end())) {
            Measure dimes = dimes(text, number, floor, limit);
            return dimes == null ? implied(text, number, floor, limit) : dimes;
        }
        return switch (unit.text()) {
            case "元", "块" -> parts(text, number, unit, floor, limit);
            case "角" -> dimes(text, number, floor, limit);
            case "美元" -> cents(text, number, unit, limit);
            case "个" -> inYi(text, number, floor, limit);
            default -> null;
        };
    }

    /** 两毛三, 五毛六分, 5角3分, 卖八毛; 三毛 and 一毛不拔 are none. */
    private static @Nullable Measure dimes(String text, WrittenNumber number, int floor, int limit) {
        int start = number.end();
        BigDecimal value = number.value();
        boolean few = number.upper() == null && value.signum() > 0 && value.compareTo(BigDecimal.TEN) < 0;
        if (!few || start >= limit || "毛角".indexOf(text.charAt(start)) < 0) {
            return null;
        }
        int end = coin(text, start + 1, limit, "分", true);
        if (end > start + 1) {
            value = value.add(digit(text.charAt(start + 1)).multiply(TENTH));
        } else if (!endsAmount(text, end, limit) || !isSpent(text, number.start(), floor)) {
            return null;
        }
        Unit dime = new Unit(text.substring(start, start + 1), "CNY", TENTH, false);
        return new Measure(number.start(), number.reading(value), null, dime, start, end);
    }

    /** 两美元又五美分. */
    private static @Nullable Measure cents(String text, WrittenNumber number, Unit unit, int limit) {
        int end = number.end() + unit.text().length();
        int from = text.startsWith("又", end) ? end + 1 : end;
        WrittenNumber rest = from < limit && number.upper() == null ? NumberReader.at(text, from, limit) : null;
        boolean follows = rest != null
                && rest.value().signum() > 0
                && rest.value().compareTo(BigDecimal.valueOf(100)) < 0
                && rest.end() + CENT.length() <= limit
                && text.startsWith(CENT, rest.end());
        return rest == null || !follows
                ? null
                : new Measure(
                        number.start(),
                        number.reading(number.value().add(rest.value().multiply(HUNDREDTH))),
                        null,
                        unit,
                        number.end(),
                        rest.end() + CENT.length());
    }

    /** 投资3亿, 投资3亿5000万: an amount of money that leaves 元 out, only behind a word of money and with 亿 or 万. */
    private static @Nullable Measure implied(String text, WrittenNumber number, int floor, int limit) {
        int last = number.end() - (NumberReader.isOver(text.charAt(number.end() - 1)) ? 2 : 1);
        boolean scaled = "万亿".indexOf(text.charAt(last)) >= 0 || isSpoken(text, number, last);
        return scaled && endsAmount(text, number.end(), limit) && isOfMoney(text, floor, number.start())
                ? new Measure(number.start(), number, number.upper(), Units.money(), number.end(), number.end())
                : null;
    }

    /** 多挣了一万二: the scale below goes without saying. */
    private static boolean isSpoken(String text, WrittenNumber number, int last) {
        return number.chinese()
                && last > number.start()
                && ChineseNumber.isDigit(text.charAt(last))
                && NumberReader.powerOf(text.charAt(last - 1)) > 2;
    }

    /** 投资3亿, 挣了六万多. */
    private static boolean isOfMoney(String text, int floor, int start) {
        int verb = start > floor && text.charAt(start - 1) == '了' ? start - 1 : start;
        return SPENDS.longestEnding(text, verb, floor) > 0 || FigureWords.endsWithMoney(text, floor, start);
    }

    /** 投资两个亿, 两个亿卢布: as people say it. */
    private static @Nullable Measure inYi(String text, WrittenNumber number, int floor, int limit) {
        int yi = number.end() + 1;
        if (yi < limit && NumberReader.isOver(text.charAt(yi))) {
            yi++;
        }
        Unit currency = yi < limit && text.charAt(yi) == '亿' ? Units.at(text, yi + 1, limit) : null;
        boolean named =
                currency != null && currency.isMoney() && !currency.normal().equals("CNY");
        boolean money = yi < limit
                && text.charAt(yi) == '亿'
                && endsAmount(text, yi + 1, limit)
                && FigureWords.endsWithMoney(text, floor, number.start());
        if (!money && !named) {
            return null;
        }
        boolean over = number.over() || yi > number.end() + 1;
        BigDecimal scale = new BigDecimal("100000000").multiply(number.scale());
        WrittenNumber scaled = new WrittenNumber(
                number.start(),
                yi + 1,
                number.mantissa(),
                number.top(),
                number.scaleText() + "亿",
                scale,
                over,
                number.chinese());
        Unit unit = currency == null || !named ? Units.money() : currency;
        int end = yi + 1 + unit.text().length();
        return new Measure(number.start(), scaled, scaled.upper(), unit, yi + 1, end);
    }

    private static boolean endsAmount(String text, int end, int limit) {
        char next = end < limit ? text.charAt(end) : '。';
        return Sentences.isClauseEnd(next) || "、）以左 ".indexOf(next) >= 0 || text.startsWith("大关", end);
    }

    /** 9块多。 */
    private static boolean endsBlocks(String text, int end, int limit) {
        boolean more = end < limit && text.charAt(end) == '多';
        return endsAmount(text, more ? end + 1 : end, limit);
    }

    private static @Nullable Measure parts(String text, WrittenNumber number, Unit unit, int floor, int limit) {
        int start = number.end();
        int end = start + 1;
        BigDecimal value = number.value();
        int tenths = coin(text, end, limit, "角毛", unit.text().equals("块"));
        if (tenths > end) {
            value = value.add(digit(text.charAt(end)).multiply(TENTH));
            end = tenths;
        }
        int hundredths = coin(text, end, limit, "分", tenths > start + 1 && "角毛".indexOf(text.charAt(end - 1)) >= 0);
        if (hundredths > end) {
            value = value.add(digit(text.charAt(end)).multiply(HUNDREDTH));
            end = hundredths;
        }
        if (end > start + 1) {
            return new Measure(number.start(), number.reading(value), null, Units.named("元"), start, end);
        }
        boolean spoken =
                unit.text().equals("块") && isSpent(text, number.start(), floor) && endsBlocks(text, end, limit);
        return spoken
                ? new Measure(
                        number.start(), number, number.upper(), new Unit("块", "CNY", BigDecimal.ONE, false), start, end)
                : null;
    }

    /** End of a digit with its coin at {@code from}, or of the digit alone where nothing else follows and it may stand so (三块八). */
    private static int coin(String text, int from, int limit, String coins, boolean alone) {
        if (from >= limit || digit(text.charAt(from)).signum() < 0) {
            return from;
        }
        if (from + 1 < limit && coins.indexOf(text.charAt(from + 1)) >= 0) {
            return from + 2;
        }
        char next = from + 1 < limit ? text.charAt(from + 1) : '。';
        return alone && (Sentences.isClauseEnd(next) || "、）一的".indexOf(next) >= 0) ? from + 1 : from;
    }

    private static BigDecimal digit(char c) {
        return BigDecimal.valueOf(FlatText.isDigit(c) ? c - '0' : "零一二三四五六七八九".indexOf(c));
    }

    private static boolean isSpent(String text, int end, int floor) {
        for (int i = end - 1; i >= Math.max(floor, end - SPENT_REACH); i--) {
            if (SPENT.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return isOfMoney(text, floor, end) || isInAll(text, floor, end) || isPrice(text, floor, end);
    }

    /** 今年每公斤活重就是三十二块, 一斤收来三毛: so much for a measure. */
    private static boolean isPrice(String text, int floor, int end) {
        for (int i = end - 2; i >= Math.max(floor, end - PRICE_REACH) && !Sentences.isClauseEnd(text.charAt(i)); i--) {
            Unit below = "每一".indexOf(text.charAt(i)) < 0 ? null : Units.at(text, i + 1, end);
            if (below != null && below.isMeasure() && !below.isDuration()) {
                return true;
            }
        }
        return false;
    }

    /** ，一共两百块: where the clause names nothing else that blocks could be of. */
    private static boolean isInAll(String text, int floor, int end) {
        int start = end - IN_ALL.get(0).length();
        return start >= floor
                && IN_ALL.contains(text.substring(start, end))
                && (start == 0 || Sentences.isClauseEnd(text.charAt(start - 1)));
    }
}
