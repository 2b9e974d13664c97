package dev.broadsheet.enrich.extract;

/**
 * A stretch of a flat text that one source holds for a name.
 *
 * @param weight how sure the rule is, 0 to 100, and which rule it was: the model learns what a weight is worth
 */
record Candidate(EntityType type, int start, int end, int weight) {
    int length() {
        return end - start;
    }

    boolean overlaps(Candidate other) {
        return start < other.end && other.start < end;
    }
}
