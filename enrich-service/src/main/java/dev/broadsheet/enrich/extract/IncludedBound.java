package dev.broadsheet.enrich.extract;

import java.util.List;

/** Reads what says whether a bound is meant itself: 50万元（含）以上, 50万元（含50万元）以上, 50万元或50万元以上. Stateless. */
final class IncludedBound {
    private static final List<String> INCLUDED = List.of("含", "不含", "包含");
    private static final String ITSELF = "本数";

    private IncludedBound() {}

    /** Behind such words at {@code end}, or {@code end} where there are none. A bound that is said again has the same value. */
    static int behind(String text, int end, WrittenNumber number, int limit) {
        if (end >= limit) {
            return end;
        }
        return switch (text.charAt(end)) {
            case '或' -> Math.max(end, again(text, end + 1, number, limit));
            default -> behindBracket(text, end, number, limit);
        };
    }

    /** Behind the bracket of 50万元以上（含） that opens at {@code bracket}, or {@code bracket} where none does or it holds something else. */
    static int behindBracket(String text, int bracket, WrittenNumber number, int limit) {
        if (bracket >= limit || text.charAt(bracket) != '（') {
            return bracket;
        }
        for (String included : INCLUDED) {
            int inner = bracket + 1 + included.length();
            if (text.startsWith(included, bracket + 1)) {
                int same = text.startsWith(ITSELF, inner)
                        ? inner + ITSELF.length()
                        : Math.max(inner, again(text, inner, number, limit));
                return same < limit && text.charAt(same) == '）' ? same + 1 : bracket;
            }
        }
        return bracket;
    }

    /** The end of the same number with whatever unit, or -1. */
    private static int again(String text, int from, WrittenNumber number, int limit) {
        WrittenNumber other = from < limit ? NumberReader.at(text, from, limit) : null;
        if (other == null || other.mantissa() == null || other.value().compareTo(number.value()) != 0) {
            return -1;
        }
        Unit unit = Units.at(text, other.end(), limit);
        return unit == null ? other.end() : other.end() + unit.text().length();
    }
}
