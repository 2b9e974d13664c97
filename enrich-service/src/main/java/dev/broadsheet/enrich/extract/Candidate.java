package dev.broadsheet.enrich.extract;

import java.util.Comparator;

/**
 * A stretch of a flat text that one source holds for a name.
 *
 * @param weight how sure the rule is, 0 to 100, and which rule it was: the model learns what a weight is worth
 */
record Candidate(EntityType type, int start, int end, int weight) {
    static final Comparator<Candidate> IN_READING_ORDER =
            Comparator.comparingInt(Candidate::start).thenComparingInt(Candidate::end);

    int length() {
        return end - start;
    }

    boolean overlaps(Candidate other) {
        return start < other.end && other.start < end;
    }
}
