package dev.broadsheet.enrich.extract;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads durations of two units as an amount of the smaller one: 1小时40分钟, 一年零三个月. Stateless. */
final class CompoundTime {
    private static final Unit MINUTES = Units.named("分钟");
    private static final Unit MONTHS = Units.named("个月");
    private static final BigDecimal IN_HOUR = BigDecimal.valueOf(60);
    private static final BigDecimal IN_YEAR = BigDecimal.valueOf(12);

    private CompoundTime() {}

    /** The whole of what a number with its unit opens; null where no smaller unit follows. */
    static @Nullable Measure at(String text, WrittenNumber first, Unit unit, int unitStart, int limit) {
        int end = unitStart + unit.text().length();
        if (first.mantissa() == null || first.upper() != null || first.over()) {
            return null;
        }
        return switch (unit.normal()) {
            case "hour" ->
                sum(text, first, unitStart, text.startsWith("零", end) ? end + 1 : end, MINUTES, IN_HOUR, limit);
            case "year" ->
                text.startsWith("零", end) || text.startsWith("又", end)
                        ? sum(text, first, unitStart, end + 1, MONTHS, IN_YEAR, limit)
                        : null;
            default -> null;
        };
    }

    private static @Nullable Measure sum(
            String text, WrittenNumber first, int unitStart, int from, Unit smaller, BigDecimal parts, int limit) {
        WrittenNumber rest = from < limit ? NumberReader.at(text, from, limit) : null;
        boolean follows = rest != null
                && rest.mantissa() != null
                && rest.upper() == null
                && rest.value().signum() > 0
                && rest.value().compareTo(parts) < 0
                && text.startsWith(smaller.text(), rest.end())
                && rest.end() + smaller.text().length() <= limit;
        if (rest == null || !follows) {
            return null;
        }
        BigDecimal total = first.value().multiply(parts).add(rest.value());
        int end = rest.end() + smaller.text().length();
        return new Measure(first.start(), first.reading(total), null, smaller, unitStart, end);
    }
}
