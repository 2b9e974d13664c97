package dev.broadsheet.enrich.extract;

/** A stretch of a flat text. */
record Span(int start, int end) {
    boolean covers(int index) {
        return index >= start && index < end;
    }
}
