package dev.broadsheet.enrich.extract;

import java.math.BigDecimal;

/** Tells what a number means whose scale is said only behind a later one: 3至5万, 三到五百人, 2、3和5亿元. Stateless. */
final class SharedScale {
    private SharedScale() {}

    /** The lower end of a range whose unit stands behind {@code second} only. */
    static WrittenNumber ofRange(WrittenNumber first, WrittenNumber second) {
        BigDecimal low = first.mantissa();
        BigDecimal high = second.mantissa();
        if (low == null || high == null || !first.scaleText().isEmpty() || low.compareTo(high) >= 0) {
            return first;
        }
        boolean scaled = !second.scaleText().isEmpty();
        return !scaled && sharesPower(first, second) ? first.reading(inPowerOf(low, high)) : first.scaledLike(second);
    }

    /** 三到五百人: 300 to 500, as nobody says 3 to 500; not 二到三十, and not where a scale follows (八到九百亿). */
    private static boolean sharesPower(WrittenNumber first, WrittenNumber second) {
        BigDecimal low = first.value();
        BigDecimal high = second.value().stripTrailingZeros();
        return second.chinese()
                && first.upper() == null
                && low.signum() > 0
                && low.precision() == 1
                && low.scale() == 0
                && high.precision() == 1
                && high.scale() <= -2
                && low.unscaledValue().compareTo(high.unscaledValue()) < 0;
    }

    private static BigDecimal inPowerOf(BigDecimal low, BigDecimal high) {
        int zeros = -high.stripTrailingZeros().scale();
        return low.multiply(BigDecimal.TEN.pow(zeros));
    }

    /** 2、3和5亿元, not 800、900和1.2万元: the scale of the last where it brings the first nearer to it than none. */
    static WrittenNumber ofList(WrittenNumber first, WrittenNumber last) {
        BigDecimal one = first.mantissa();
        BigDecimal other = last.mantissa();
        boolean shared = first.scaleText().isEmpty()
                && one != null
                && other != null
                && one.multiply(one).compareTo(other.multiply(other).multiply(last.scale())) <= 0;
        return shared ? first.scaledLike(last) : first;
    }
}
