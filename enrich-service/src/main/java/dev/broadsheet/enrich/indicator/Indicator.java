package dev.broadsheet.enrich.indicator;

import dev.broadsheet.enrich.extract.MetricKind;
import java.util.Set;

/**
 * A row of {@code indicators.tsv}.
 *
 * @param name the canonical one
 * @param units normalised units that a level or share of it has; {@code money} is any currency
 * @param atConstantPrices whether its growth is told without the change of prices, so that two levels do not give it
 */
record Indicator(String name, Set<String> units, boolean atConstantPrices) {
    Indicator {
        units = Set.copyOf(units);
    }

    /** Whether such a figure can be of this indicator: a count of 出口 is one of something else. */
    boolean admits(MetricKind kind, String normalizedUnit) {
        return units.contains(normalizedUnit)
                || (units.contains("money") && isCurrency(normalizedUnit))
                || (kind == MetricKind.GROWTH && (normalizedUnit.equals("percent") || normalizedUnit.equals("times")));
    }

    private static boolean isCurrency(String unit) {
        return unit.length() == 3 && unit.chars().allMatch(c -> c >= 'A' && c <= 'Z');
    }
}
