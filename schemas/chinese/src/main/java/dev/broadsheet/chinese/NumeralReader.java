package dev.broadsheet.chinese;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The grammar of numerals in their plain form, from the largest scale down: 亿, 万, then four places of 千 百 十.
 *
 * <p>Each method returns null for what is no numeral of its kind.
 */
final class NumeralReader {
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal YI = BigDecimal.valueOf(100_000_000);
    private static final BigDecimal WAN = BigDecimal.valueOf(10_000);

    private NumeralReader() {}

    static @Nullable BigDecimal whole(String s) {
        if (s.equals("半") || s.equals("一半")) {
            return HALF;
        }
        return s.indexOf('亿') >= 0 ? scaled(s, s.lastIndexOf('亿'), YI) : belowYi(s);
    }

    private static @Nullable BigDecimal belowYi(String s) {
        return s.indexOf('万') >= 0 ? scaled(s, s.indexOf('万'), WAN) : PlaceReader.read(s);
    }

    /** What stands before the scale, times it, plus what stands after it. */
    private static @Nullable BigDecimal scaled(String s, int at, BigDecimal scale) {
        BigDecimal before = at == 0 ? BigDecimal.ONE : before(s.substring(0, at));
        if (before == null) {
            return null;
        }
        BigDecimal high = before.multiply(scale);
        String rest = s.substring(at + 1);
        if (rest.isEmpty()) {
            return high;
        }
        // 一点五亿三千万 and 万五 are said by nobody.
        if (before.stripTrailingZeros().scale() > 0 || at == 0) {
            return null;
        }
        BigDecimal low = after(rest, scale);
        return low == null || low.compareTo(scale) >= 0 ? null : high.add(low);
    }

    private static @Nullable BigDecimal before(String s) {
        return s.indexOf('亿') >= 0 ? null : belowYi(s);
    }

    /** 一万五 is 15000: a last single digit counts in tenths of the scale, unless 零 stands before it. */
    private static @Nullable BigDecimal after(String rest, BigDecimal scale) {
        if (rest.length() == 1 && PlaceReader.digit(rest.charAt(0)) > 0) {
            return scale.divide(BigDecimal.TEN).multiply(BigDecimal.valueOf(PlaceReader.digit(rest.charAt(0))));
        }
        boolean skipped = rest.charAt(0) == '零' && rest.length() > 1;
        BigDecimal low = belowYi(skipped ? rest.substring(1) : rest);
        return low == null || low.stripTrailingZeros().scale() > 0 ? null : low;
    }
}
