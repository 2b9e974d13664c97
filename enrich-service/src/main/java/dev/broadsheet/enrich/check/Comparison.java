package dev.broadsheet.enrich.check;

import java.util.List;

/**
 * One figure of an article held against others; all are indexes into the article's metrics.
 *
 * @param figure the headline's figure, the total, or the growth
 * @param against the body's figures, the parts, or both levels
 * @param agrees whether it can be true together with them, as printed
 */
public record Comparison(Check check, int figure, List<Integer> against, boolean agrees) {
    public Comparison {
        against = List.copyOf(against);
    }
}
