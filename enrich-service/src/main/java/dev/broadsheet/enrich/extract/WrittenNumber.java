package dev.broadsheet.enrich.extract;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A number as printed. {@code mantissa} is what stands before a trailing 万 or 亿 ({@code scaleText}, {@code scale}); it is null
 * where the characters are no usable number (a version, a slogan, 一一一), which is then skipped up to {@code end}.
 *
 * @param top the upper mantissa of a number that is a range by itself (七八万, 十五六), else null
 * @param over 余, 多 or 几 stands in or behind it
 * @param chinese written in Chinese numerals
 */
record WrittenNumber(
        int start,
        int end,
        @Nullable BigDecimal mantissa,
        @Nullable BigDecimal top,
        String scaleText,
        BigDecimal scale,
        boolean over,
        boolean chinese) {

    static WrittenNumber unusable(int start, int end) {
        return new WrittenNumber(start, end, null, null, "", BigDecimal.ONE, false, false);
    }

    /** An exact number in Chinese numerals that no scale follows. */
    static WrittenNumber chinese(int start, int end, BigDecimal value) {
        return new WrittenNumber(start, end, value, null, "", BigDecimal.ONE, false, true);
    }

    /** 3至5万: the scale of the second number is the first one's too. */
    WrittenNumber scaledLike(WrittenNumber other) {
        return new WrittenNumber(start, end, mantissa, top, other.scaleText, other.scale, over, chinese);
    }

    /** The same stretch, read as this number without a scale. */
    WrittenNumber reading(BigDecimal value) {
        return new WrittenNumber(start, end, value, null, "", BigDecimal.ONE, over, chinese);
    }

    /** The number whose sign stands at {@code signStart}. */
    WrittenNumber negative(int signStart) {
        return new WrittenNumber(
                signStart,
                end,
                mantissa == null ? null : mantissa.negate(),
                top == null ? null : top.negate(),
                scaleText,
                scale,
                over,
                chinese);
    }

    /** The upper end of a number that is a range by itself, else null. */
    @Nullable
    WrittenNumber upper() {
        return top == null ? null : new WrittenNumber(start, end, top, null, scaleText, scale, over, chinese);
    }

    /** The number with its scale multiplied out; zero where it is unusable. */
    BigDecimal value() {
        return mantissa == null ? BigDecimal.ZERO : mantissa.multiply(scale);
    }
}
