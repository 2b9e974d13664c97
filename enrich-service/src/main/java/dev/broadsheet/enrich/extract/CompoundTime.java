package dev.broadsheet.enrich.extract;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads durations of several units as an amount of the smallest one: 1小时40分钟, 1分50秒, 一年零三个月, 3天4小时, 2个月15天 (75 days). A month before days
 * has 30 of them, a year 365. Stateless.
 */
final class CompoundTime {
    private static final List<Step> STEPS = List.of(
            new Step("年", List.of("年"), 0),
            new Step("个月", List.of("个月"), 12),
            new Step("天", List.of("天"), 30),
            new Step("小时", List.of("个小时", "小时", "个钟头", "钟头"), 24),
            new Step("分钟", List.of("分钟", "分"), 60),
            new Step("秒", List.of("秒钟", "秒"), 60));
    private static final int YEAR = 0;
    private static final int MONTH = 1;
    private static final int DAY = 2;
    private static final int MINUTE = 4;
    private static final int EACH_REACH = 6;
    private static final BigDecimal DAYS_IN_YEAR = BigDecimal.valueOf(365);
    /** Of years: more are a date (2023年3个月). */
    private static final BigDecimal MOST = BigDecimal.valueOf(100);

    private CompoundTime() {}

    /** A unit, the words for it behind a larger one, and how many of it make one of that. */
    private record Step(String unit, List<String> words, int parts) {}

    /** The whole of what a number with its unit opens; null where no smaller unit follows. */
    static @Nullable Measure at(String text, WrittenNumber first, Unit unit, int unitStart, int limit) {
        int step = step(unit);
        if (step < 0 || first.mantissa() == null || first.upper() != null || first.over()) {
            return null;
        }
        boolean date = step == YEAR && first.value().compareTo(MOST) >= 0;
        if (date || (step == MINUTE && isOfClock(text, first.start()))) {
            return null;
        }
        int from = unitStart + unit.text().length();
        Part opening = new Part(step, first.value(), from);
        Part whole = opening;
        for (Part next = next(text, whole, isHabit(text, first, step), limit); next != null; ) {
            whole = next;
            next = next(text, whole, false, limit);
        }
        if (whole.equals(opening) || text.startsWith("工作制", whole.end())) {
            return null;
        }
        Unit smallest = Units.named(STEPS.get(whole.step()).unit());
        return new Measure(first.start(), first.reading(whole.total()), null, smallest, unitStart, whole.end());
    }

    /** What has been read so far, in the unit of its last step. */
    private record Part(int step, BigDecimal total, int end) {}

    private static int step(Unit unit) {
        for (int i = 0; i < STEPS.size(); i++) {
            if (STEPS.get(i).unit().equals(unit.text()) || STEPS.get(i).words().contains(unit.text())) {
                return i;
            }
        }
        return -1;
    }

    /** 一个月20天, 一天8小时, 每周5天8小时: so much of each; 一个月零五天 is one stretch. */
    private static boolean isHabit(String text, WrittenNumber first, int step) {
        boolean mayBe = step == MONTH || step == DAY;
        String before = text.substring(Math.max(0, first.start() - EACH_REACH), first.start());
        boolean each = before.indexOf('每') >= 0 || before.endsWith("周");
        return mayBe && (each || QuantityScanner.isOne(first.value()));
    }

    /** With the smaller unit that follows; null where none does. */
    private static @Nullable Part next(String text, Part whole, boolean habit, int limit) {
        boolean joined = text.startsWith("零", whole.end()) || text.startsWith("又", whole.end());
        int from = joined ? whole.end() + 1 : whole.end();
        WrittenNumber rest = from < limit && (joined || !habit) ? NumberReader.at(text, from, limit) : null;
        if (rest == null
                || rest.mantissa() == null
                || rest.upper() != null
                || rest.value().signum() <= 0) {
            return null;
        }
        boolean days = joined && whole.step() == YEAR;
        for (int step = whole.step() + 1; step < STEPS.size() && step <= whole.step() + (days ? 2 : 1); step++) {
            int length = length(text, rest.end(), STEPS.get(step).words(), limit);
            BigDecimal parts = parts(whole.step(), step);
            if (length > 0 && rest.value().compareTo(parts) < 0) {
                return new Part(step, whole.total().multiply(parts).add(rest.value()), rest.end() + length);
            }
        }
        return null;
    }

    private static BigDecimal parts(int larger, int smaller) {
        boolean days = larger == YEAR && smaller == DAY;
        return days ? DAYS_IN_YEAR : BigDecimal.valueOf(STEPS.get(smaller).parts());
    }

    /** 8点35分20秒, 8时35分20秒, 第35分20秒; not 用时1分50秒. */
    private static boolean isOfClock(String text, int start) {
        char before = start > 0 ? text.charAt(start - 1) : ' ';
        char hour = start > 1 ? text.charAt(start - 2) : ' ';
        return "点：第".indexOf(before) >= 0
                || (before == '时' && (FlatText.isDigit(hour) || ChineseNumber.isDigit(hour) || hour == '十'));
    }

    /** Of the first of these words that stands there whole (48分, not 48分店); 0 where none does. */
    private static int length(String text, int at, List<String> words, int limit) {
        for (String word : words) {
            int end = at + word.length();
            if (end <= limit && text.startsWith(word, at)) {
                return end < limit && word.equals("分") && "之别布组类析数店院部支".indexOf(text.charAt(end)) >= 0
                        ? 0
                        : word.length();
            }
        }
        return 0;
    }
}
