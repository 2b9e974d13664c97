package dev.broadsheet.enrich.extract;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A row of the units table: one {@code text} is {@code factor / divisor} of {@code normal}.
 *
 * @param normal the normalised unit; {@code -} marks a word that turns the number before it into something else than a figure
 * @param divisor other than one only for fractions (三分之二) and units per something (元/公里), which may not come out even
 * @param small whether a small Chinese numeral before it counts things (三项) and is not a turn of phrase (三轮)
 */
record Unit(String text, String normal, BigDecimal factor, BigDecimal divisor, boolean small) {
    /** Decimal places of what does not come out even. */
    static final int PLACES = 10;

    private static final String DOUBLING = "番";
    /** More are no growth of anything (翻100番). */
    static final BigDecimal MOST_DOUBLINGS = BigDecimal.valueOf(30);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    Unit(String text, String normal, BigDecimal factor, boolean small) {
        this(text, normal, factor, BigDecimal.ONE, small);
    }

    /** 翻一番 is a growth of 100 percent, 翻两番 of 300. */
    static Unit doubling() {
        return new Unit(DOUBLING, "percent", HUNDRED, false);
    }

    /** Parts of a hundred, a thousand or any other number, as percent. */
    static Unit parts(String text, BigDecimal denominator) {
        return new Unit(text, "percent", HUNDRED, denominator, false);
    }

    /** The amount in the normalised unit, exact unless it does not come out even. */
    BigDecimal normalize(BigDecimal amount) {
        if (isDoubling()) {
            BigDecimal doublings = amount.min(MOST_DOUBLINGS);
            return BigDecimal.valueOf(2)
                    .pow(doublings.intValue())
                    .subtract(BigDecimal.ONE)
                    .multiply(HUNDRED);
        }
        BigDecimal product = amount.multiply(factor);
        return divisor.compareTo(BigDecimal.ONE) == 0
                ? product
                : product.divide(divisor, PLACES, RoundingMode.HALF_EVEN);
    }

    boolean isDoubling() {
        return text.equals(DOUBLING);
    }

    boolean isFigure() {
        return !normal.equals("-");
    }

    boolean isCount() {
        return normal.equals("count");
    }

    boolean isPercent() {
        return normal.equals("percent");
    }

    /** Of which a rate changes, or differs from another (LPR加45个基点), and which is a share of nothing. */
    boolean isBasisPoint() {
        return text.endsWith("基点") || text.endsWith("BP") || text.endsWith("bp");
    }

    boolean isTimes() {
        return normal.equals("times");
    }

    boolean isMoney() {
        return normal.length() == 3 && Character.isUpperCase(normal.charAt(0));
    }

    boolean isDuration() {
        return switch (normal) {
            case "minute", "hour", "day", "month", "year" -> true;
            default -> false;
        };
    }

    /** Length, area, weight and the like: what half of it can be said of. */
    boolean isMeasure() {
        return isFigure() && !isCount() && !isPercent() && !isTimes() && !isMoney();
    }

    /** What it measures as one letter, as clues hold it: money, percent, count, a time, a ratio, or another measure. */
    char sort() {
        if (isMoney()) {
            return 'm';
        }
        if (isPercent()) {
            return 'p';
        }
        if (isCount()) {
            return 'c';
        }
        return isDuration() ? 'd' : isTimes() ? 'x' : 's';
    }
}
