package dev.broadsheet.enrich.extract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads temperatures below zero: 零下5℃, 零下3至5℃ (both below), 零下5℃至零下3℃, 零下2℃到6℃. Stateless. */
final class ColdReader {
    private static final String BELOW = "零下";
    private static final String RANGE = "至到-—~";
    private static final Unit CELSIUS = Units.named("℃");
    private static final List<String> DEGREES = List.of("摄氏度", "℃", "°C", "度");

    private ColdReader() {}

    /** The temperature whose number stands behind 零下; null where that is none. */
    static @Nullable Measure at(String text, WrittenNumber first, int floor, int limit) {
        int start = first.start() - BELOW.length();
        if (start < floor || !text.startsWith(BELOW, start) || first.mantissa() == null) {
            return null;
        }
        Unit unit = degrees(text, first.end(), limit);
        int end = first.end() + (unit == null ? 0 : unit.text().length());
        Measure range = end + 1 < limit && RANGE.indexOf(text.charAt(end)) >= 0
                ? range(text, first, unit == null, end + 1, limit)
                : null;
        if (range != null) {
            return range;
        }
        WrittenNumber upper = first.upper();
        WrittenNumber cold = first.negative(first.start());
        return unit == null
                ? null
                : upper == null
                        ? new Measure(start, cold, null, unit, first.end(), end)
                        : new Measure(start, upper.negative(first.start()), cold, unit, first.end(), end);
    }

    private static @Nullable Measure range(String text, WrittenNumber first, boolean shared, int from, int limit) {
        boolean below = text.startsWith(BELOW, from);
        int at = below ? from + BELOW.length() : from;
        WrittenNumber second = at < limit ? NumberReader.at(text, at, limit) : null;
        Unit unit = second == null ? null : degrees(text, second.end(), limit);
        if (second == null || second.mantissa() == null || unit == null) {
            return null;
        }
        WrittenNumber one = first.negative(first.start());
        WrittenNumber other = shared || below ? second.negative(second.start()) : second;
        int order = one.value().compareTo(other.value());
        int start = first.start() - BELOW.length();
        int end = second.end() + unit.text().length();
        return order == 0
                ? null
                : new Measure(start, order < 0 ? one : other, order < 0 ? other : one, unit, second.end(), end);
    }

    private static @Nullable Unit degrees(String text, int at, int limit) {
        return DEGREES.stream()
                .filter(word -> at + word.length() <= limit && text.startsWith(word, at))
                .findFirst()
                .map(word -> new Unit(word, CELSIUS.normal(), CELSIUS.factor(), false))
                .orElse(null);
    }
}
