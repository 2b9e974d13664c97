package dev.broadsheet.enrich.extract;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A number with its unit and qualifiers, before anything is known of what it measures.
 *
 * @param start where the qualifier or number starts, {@code numberStart} the number itself
 * @param unitEnd where the unit ends, {@code end} the qualifier behind it
 * @param upper the upper bound of a range, else null
 */
record Quantity(
        int start,
        int numberStart,
        int unitEnd,
        int end,
        WrittenNumber number,
        @Nullable WrittenNumber upper,
        Unit unit,
        String per,
        Qualifier qualifier) {

    BigDecimal normalized(WrittenNumber of) {
        BigDecimal amount = unit.normalize(of.value());
        Unit below = below();
        return tidy(
                below == null || below.factor().compareTo(BigDecimal.ONE) == 0
                        ? amount
                        : amount.divide(below.factor(), Unit.PLACES, RoundingMode.HALF_EVEN));
    }

    /** The unit that the figure is per (元/公里), or null. */
    @Nullable
    Unit below() {
        return per.isEmpty() ? null : Units.at(per, 1, per.length());
    }

    /** The normalised unit, for a rate both: CNY/m. */
    String normalizedUnit() {
        Unit below = below();
        return below == null ? unit.normal() : unit.normal() + "/" + below.normal();
    }

    static BigDecimal tidy(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
