package dev.broadsheet.enrich.extract;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads durations of two units as an amount of the smaller one: 1小时40分钟, 2小时48分, 1分50秒, 一年零三个月, 三年六个月. Stateless. */
final class CompoundTime {
    private static final Unit SECONDS = Units.named("秒");
    private static final Unit MINUTES = Units.named("分钟");
    private static final Unit MONTHS = Units.named("个月");
    private static final List<String> MINUTE_WORDS = List.of("分钟", "分");
    private static final BigDecimal IN_HOUR = BigDecimal.valueOf(60);
    private static final BigDecimal IN_YEAR = BigDecimal.valueOf(12);
    /** Of years: more are a date (2023年3个月). */
    private static final BigDecimal MOST = BigDecimal.valueOf(100);

    private CompoundTime() {}

    /** The whole of what a number with its unit opens; null where no smaller unit follows. */
    static @Nullable Measure at(String text, WrittenNumber first, Unit unit, int unitStart, int limit) {
        int end = unitStart + unit.text().length();
        if (first.mantissa() == null || first.upper() != null || first.over()) {
            return null;
        }
        int rest = text.startsWith("零", end) || text.startsWith("又", end) ? end + 1 : end;
        if (MINUTE_WORDS.contains(unit.text())) {
            return isOfClock(text, first.start())
                    ? null
                    : sum(text, first, unitStart, rest, List.of("秒钟", "秒"), SECONDS, IN_HOUR, limit);
        }
        return switch (unit.normal()) {
            case "hour" -> sum(text, first, unitStart, rest, MINUTE_WORDS, MINUTES, IN_HOUR, limit);
            case "year" ->
                first.value().compareTo(MOST) < 0
                        ? sum(text, first, unitStart, rest, List.of("个月"), MONTHS, IN_YEAR, limit)
                        : null;
            default -> null;
        };
    }

    /** 8点35分20秒, 8时35分20秒, 第35分20秒; not 用时1分50秒. */
    private static boolean isOfClock(String text, int start) {
        char before = start > 0 ? text.charAt(start - 1) : ' ';
        char hour = start > 1 ? text.charAt(start - 2) : ' ';
        return "点：第".indexOf(before) >= 0
                || (before == '时' && (FlatText.isDigit(hour) || ChineseNumber.isDigit(hour) || hour == '十'));
    }

    private static @Nullable Measure sum(
            String text,
            WrittenNumber first,
            int unitStart,
            int from,
            List<String> words,
            Unit smaller,
            BigDecimal parts,
            int limit) {
        WrittenNumber rest = from < limit ? NumberReader.at(text, from, limit) : null;
        if (rest == null || rest.mantissa() == null || rest.upper() != null) {
            return null;
        }
        int length = length(text, rest.end(), words, limit);
        if (length == 0 || rest.value().signum() <= 0 || rest.value().compareTo(parts) >= 0) {
            return null;
        }
        BigDecimal total = first.value().multiply(parts).add(rest.value());
        return new Measure(first.start(), first.reading(total), null, smaller, unitStart, rest.end() + length);
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
