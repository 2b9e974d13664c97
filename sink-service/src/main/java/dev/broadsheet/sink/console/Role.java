package dev.broadsheet.sink.console;

/** What a caller may do; each may do what those before it may. */
public enum Role {
    /** Sign in, and see whether the console works. */
    NONE,
    /** Read everything. */
    READER,
    /** Change what stands in the topics: replay, discard, reprocess, pause. */
    OPERATOR;

    boolean includes(Role other) {
        return compareTo(other) >= 0;
    }
}
