package dev.broadsheet.chinese;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a number as Chinese papers write it: 3,105, ３０, 1.5万, 三百亿, 六十, 两千, 一百二, 三点五亿, 二〇二四, 半.
 *
 * <p>The whole string must be one exact number: no counter (六十个), no sign of percentage, no fraction (三分之一), no
 * approximation (十几, 百余, 七八). A scale alone counts as one of it (万 is 10000, as in 万余人). White space around is
 * ignored. Values are exact, without trailing zeros and never in scientific notation by {@code toPlainString}. Time is
 * linear in the length; strings longer than {@value #LONGEST} are no numbers. Any thread may call it.
 */
public final class Numerals {
    /** UTF-16 units. Reading decimal digits costs more than linear time, so there has to be an end. */
    static final int LONGEST = 1_000;

    private Numerals() {}

    public static Optional<BigDecimal> parse(CharSequence s) {
        if (s.length() > LONGEST) {
            return Optional.empty();
        }
        String text = NumeralForm.plain(s);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal value = NumeralForm.negative(text)
                ? negated(NumeralReader.whole(text.substring(1)))
                : NumeralReader.whole(NumeralForm.withoutPlus(text));
        return Optional.ofNullable(value).map(Numerals::tidy);
    }

    private static @Nullable BigDecimal negated(@Nullable BigDecimal value) {
        return value == null ? null : value.negate();
    }

    private static BigDecimal tidy(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
