package dev.broadsheet.enrich.extract;

/** A stretch of a flat text. */
public record Span(int start, int end) {
    public boolean covers(int index) {
        return index >= start && index < end;
    }

    boolean isEmpty() {
        return start >= end;
    }
}
