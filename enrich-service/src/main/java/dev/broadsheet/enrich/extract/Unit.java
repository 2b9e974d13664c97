package dev.broadsheet.enrich.extract;

import java.math.BigDecimal;

/**
 * A row of the units table: one {@code text} is {@code factor} of {@code normal}.
 *
 * @param normal the normalised unit; {@code -} marks a word that turns the number before it into something else than a figure
 * @param small whether a small Chinese numeral before it counts things (三项) and is not a turn of phrase (三轮)
 */
record Unit(String text, String normal, BigDecimal factor, boolean small) {
    boolean isFigure() {
        return !normal.equals("-");
    }

    boolean isCount() {
        return normal.equals("count");
    }

    boolean isPercent() {
        return normal.equals("percent");
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
}
