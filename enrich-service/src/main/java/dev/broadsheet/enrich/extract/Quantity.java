package dev.broadsheet.enrich.extract;

import java.math.BigDecimal;
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
        BigDecimal mantissa = of.mantissa() == null ? BigDecimal.ZERO : of.mantissa();
        return tidy(mantissa.multiply(of.scale()).multiply(unit.factor()));
    }

    static BigDecimal tidy(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
