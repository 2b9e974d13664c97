package dev.broadsheet.enrich.extract;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A figure as a person read it.
 *
 * @param quote the stretch that holds it; white space in it counts for nothing
 * @param min of a range, else the value, both in {@code unit}, which is the normalised one
 * @param max equal to {@code min} where it is no range
 */
public record LabelledFigure(
        String quote,
        String indicator,
        @Nullable String subject,
        BigDecimal min,
        BigDecimal max,
        String unit,
        String qualifier,
        String status,
        String kind) {
    private static final double TOLERANCE = 1e-6;
    private static final double ALIKE = 0.6;

    /** Whether the quantity says as much. */
    boolean isOf(Quantity quantity) {
        WrittenNumber upper = quantity.upper();
        return quantity.normalizedUnit().equalsIgnoreCase(unit)
                && isClose(quantity.normalized(quantity.number()), min)
                && isClose(quantity.normalized(upper == null ? quantity.number() : upper), max);
    }

    static boolean isClose(BigDecimal one, BigDecimal other) {
        double difference = Math.abs(one.doubleValue() - other.doubleValue());
        return difference <= TOLERANCE * Math.max(1, Math.abs(other.doubleValue()));
    }

    /** How much of the characters of one text the other has, from 0 to 1; 1 for two empty ones. */
    static double overlap(@Nullable String one, @Nullable String other) {
        String a = one == null ? "" : FlatText.of(one, false).text();
        String b = other == null ? "" : FlatText.of(other, false).text();
        if (a.isEmpty() || b.isEmpty()) {
            return a.isEmpty() && b.isEmpty() ? 1 : 0;
        }
        StringBuilder left = new StringBuilder(a);
        int both = 0;
        for (int i = 0; i < b.length(); i++) {
            int at = left.indexOf(String.valueOf(b.charAt(i)));
            if (at >= 0) {
                left.deleteCharAt(at);
                both++;
            }
        }
        return 2.0 * both / (a.length() + b.length());
    }

    /** Whether two people would take the one for the other, by the rule of the scorer: 0 where not, else how alike they are. */
    static double alike(@Nullable String one, @Nullable String other) {
        double overlap = overlap(one, other);
        return overlap >= ALIKE ? overlap : 0;
    }
}
