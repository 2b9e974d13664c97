package dev.broadsheet.enrich.extract;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A number as printed. {@code mantissa} is what stands before a trailing 万 or 亿 ({@code scaleText}, {@code scale}); it is null
 * where the characters are no usable number (a version, a slogan, 一一一), which is then skipped up to {@code end}.
 *
 * @param over 余, 多 or 几 stands in or behind it
 * @param chinese written in Chinese numerals
 */
record WrittenNumber(
        int start,
        int end,
        @Nullable BigDecimal mantissa,
        String scaleText,
        BigDecimal scale,
        boolean over,
        boolean chinese) {

    static WrittenNumber unusable(int start, int end) {
        return new WrittenNumber(start, end, null, "", BigDecimal.ONE, false, false);
    }

    WrittenNumber scaledLike(WrittenNumber other) {
        return new WrittenNumber(start, end, mantissa, other.scaleText, other.scale, over, chinese);
    }
}
