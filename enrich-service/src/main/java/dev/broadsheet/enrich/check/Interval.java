package dev.broadsheet.enrich.check;

import dev.broadsheet.enrich.extract.FlatText;
import dev.broadsheet.enrich.extract.MetricMention;
import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * The values that a printed figure can stand for, ends included, in its normalised unit: 8.1% is 8.05 to 8.15, 逾3100亿元 is 3100 to 4100, a count that is
 * written out is itself. The bounds of 近, 逾 and 不到 are generous, because only what cannot be meant is to be flagged.
 */
record Interval(BigDecimal low, BigDecimal high) {
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal ABOUT = new BigDecimal("0.1");
    private static final MathContext PRECISION = MathContext.DECIMAL64;

    /** As printed; null where a figure has no value. */
    static @Nullable Interval of(MetricMention metric) {
        return of(metric, lastPlace(metric));
    }

    /** As a headline prints it: the zeros at its end may be rounding (3100亿元 for 3105亿元), the first two digits never are. */
    static @Nullable Interval rounded(MetricMention metric) {
        BigDecimal value = metric.normalizedValue();
        if (value == null || value.signum() == 0) {
            return of(metric);
        }
        BigDecimal tidy = value.abs().stripTrailingZeros();
        BigDecimal zeros = tidy.ulp().min(firstPlace(tidy).movePointLeft(1));
        return of(metric, lastPlace(metric).max(zeros));
    }

    private static @Nullable Interval of(MetricMention metric, BigDecimal place) {
        BigDecimal value = metric.normalizedValue();
        if (value == null) {
            BigDecimal min = metric.min();
            BigDecimal max = metric.max();
            return min == null || max == null ? null : new Interval(min.min(max), min.max(max));
        }
        BigDecimal size = value.abs();
        BigDecimal half = place.divide(TWO);
        Interval interval = switch (metric.qualifier()) {
            case EXACT, RANGE -> new Interval(size.subtract(half), size.add(half));
            case APPROX -> around(size, half.max(size.multiply(ABOUT)));
            case OVER -> new Interval(size, size.add(firstPlace(size)));
            case UNDER -> new Interval(size.subtract(firstPlace(size)).max(BigDecimal.ZERO), size);
        };
        return value.signum() < 0 ? interval.negated() : interval;
    }

    private static Interval around(BigDecimal middle, BigDecimal reach) {
        return new Interval(middle.subtract(reach), middle.add(reach));
    }

    /** What one more in the last printed place would add; nothing for a count that is written out. */
    static BigDecimal lastPlace(MetricMention metric) {
        BigDecimal value = metric.value();
        BigDecimal normal = metric.normalizedValue();
        if (normal == null || normal.signum() == 0) {
            return BigDecimal.ZERO;
        }
        if (value == null || value.signum() == 0) {
            return normal.stripTrailingZeros().ulp();
        }
        int decimals = decimals(metric.rawValue());
        if (metric.normalizedUnit().equals("count") && decimals == 0 && value.compareTo(normal) == 0) {
            return BigDecimal.ZERO;
        }
        return normal.divide(value, PRECISION).abs().movePointLeft(decimals);
    }

    private static int decimals(String raw) {
        String text = FlatText.of(raw, false).text();
        int point = text.indexOf('.');
        int end = point + 1;
        while (point >= 0 && end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return point < 0 ? 0 : end - point - 1;
    }

    /** One in the first place: 1000 of 3105. */
    private static BigDecimal firstPlace(BigDecimal size) {
        return size.signum() == 0
                ? BigDecimal.ZERO
                : BigDecimal.ONE.scaleByPowerOfTen(size.precision() - size.scale() - 1);
    }

    boolean meets(Interval other) {
        return low.compareTo(other.high) <= 0 && other.low.compareTo(high) <= 0;
    }

    boolean isAbove(Interval other) {
        return low.compareTo(other.high) > 0;
    }

    Interval plus(Interval other) {
        return new Interval(low.add(other.low), high.add(other.high));
    }

    Interval minus(Interval other) {
        return new Interval(low.subtract(other.high), high.subtract(other.low));
    }

    Interval negated() {
        return new Interval(high.negate(), low.negate());
    }

    /** The growth from {@code base} to this in percent; null where the base may be nothing or less. */
    @Nullable
    Interval growthFrom(Interval base) {
        if (base.low.signum() <= 0 || low.signum() < 0) {
            return null;
        }
        return new Interval(percent(low, base.high), percent(high, base.low));
    }

    private static BigDecimal percent(BigDecimal part, BigDecimal base) {
        return part.divide(base, PRECISION).subtract(BigDecimal.ONE).multiply(HUNDRED);
    }
}
