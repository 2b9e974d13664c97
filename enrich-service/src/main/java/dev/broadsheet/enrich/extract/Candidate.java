package dev.broadsheet.enrich.extract;

/**
 * A stretch of a flat text that one source holds for a name.
 *
 * @param weight how sure the source is, 0 to 100; the decision adds up nothing, it compares
 */
record Candidate(EntityType type, int start, int end, int weight) {
    int length() {
        return end - start;
    }

    boolean overlaps(Candidate other) {
        return start < other.end && other.start < end;
    }
}
