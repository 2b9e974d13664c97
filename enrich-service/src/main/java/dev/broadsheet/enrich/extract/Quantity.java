package dev.broadsheet.enrich.extract;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A number with its unit and qualifiers, before anything is known of what it measures.
 *
 * @param start where the qualifier or number starts, {@code numberStart} the number itself
 * @param unitEnd where the unit ends, {@code end} the qualifier behind it
 * @param per what the figure is per, with the mark before it: /公里, 每公里; empty where it is no rate
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
        Unit below = below();
        Unit rate = below == null ? null : Units.rate(unit, below);
        if (rate != null) {
            return tidy(rate.normalize(of.value()));
        }
        BigDecimal amount = unit.normalize(of.value());
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

    /** The normalised unit, for a rate both (CNY/m) unless the table has it as one (mg/L). */
    String normalizedUnit() {
        Unit below = below();
        Unit rate = below == null ? null : Units.rate(unit, below);
        if (rate != null) {
            return rate.normal();
        }
        return below == null ? unit.normal() : unit.normal() + "/" + below.normal();
    }

    static BigDecimal tidy(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
