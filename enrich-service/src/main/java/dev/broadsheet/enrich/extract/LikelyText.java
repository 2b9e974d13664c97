package dev.broadsheet.enrich.extract;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Of texts that may be meant picks the one that has most in common with what is meant: of several that differ by a word not the most probable one, where the
 * others together are more probable and agree with each other. Filled anew for each choice; not thread-safe.
 */
final class LikelyText {
    /** More are not compared, since the choice stands in the way of every figure. */
    private static final int MOST = 6;
    /** A hundredth as probable as the first. */
    private static final int HOPELESS = 460;

    private static final double UNIT = 100;
    private static final double ALIKE = 0.6;

    private final @Nullable String[] texts = new @Nullable String[MOST];
    private final int[] scores = new int[MOST];
    private final int[] marks = new int[MOST];
    private final double[] chances = new double[MOST];
    private int size;

    void clear() {
        size = 0;
    }

    /** Whether a text of this score could make a difference. */
    boolean wants(int score) {
        return size == 0 || (score > scores[0] - HOPELESS && (size < MOST || score > scores[size - 1]));
    }

    /**
     * @param score hundredths of the logarithm of how probable it is
     * @param mark by which {@link #best} tells it
     */
    void add(@Nullable String text, int score, int mark) {
        if (!wants(score)) {
            return;
        }
        int at = size < MOST ? size++ : MOST - 1;
        while (at > 0 && scores[at - 1] < score) {
            texts[at] = texts[at - 1];
            scores[at] = scores[at - 1];
            marks[at] = marks[at - 1];
            at--;
        }
        texts[at] = text;
        scores[at] = score;
        marks[at] = mark;
    }

    /** The mark of the best one, of equal ones that of the most probable; -1 where there is none. */
    int best() {
        for (int i = 0; i < size; i++) {
            chances[i] = Math.exp((scores[i] - scores[0]) / UNIT);
        }
        int best = -1;
        double most = -1;
        for (int i = 0; i < size; i++) {
            double expected = expected(i);
            if (expected > most) {
                most = expected;
                best = marks[i];
            }
        }
        return best;
    }

    /** How much this one is expected to have in common with what is meant. */
    private double expected(int one) {
        double expected = 0;
        for (int i = 0; i < size; i++) {
            expected += i == one ? chances[i] : chances[i] * likeness(texts[one], texts[i]);
        }
        return expected;
    }

    /** The share of characters that both have, 0 where people would not take the one for the other. */
    static double likeness(@Nullable String one, @Nullable String other) {
        if (one == null || other == null || one.equals(other)) {
            return Objects.equals(one, other) ? 1 : 0;
        }
        int length = one.length() + other.length();
        if (2.0 * Math.min(one.length(), other.length()) < ALIKE * length) {
            return 0;
        }
        double share = 2.0 * common(one, other) / length;
        return share >= ALIKE ? share : 0;
    }

    /** How many characters both have; of more than {@link Long#SIZE} those in front. */
    private static int common(String one, String other) {
        long taken = 0;
        int common = 0;
        int limit = Math.min(one.length(), Long.SIZE);
        for (int i = 0; i < other.length(); i++) {
            char c = other.charAt(i);
            for (int k = 0; k < limit; k++) {
                if (one.charAt(k) == c && ((taken >>> k) & 1) == 0) {
                    taken |= 1L << k;
                    common++;
                    break;
                }
            }
        }
        return common;
    }
}
