package dev.broadsheet.sink.operations;

import java.time.Instant;

/** Times as the database reads them. */
final class Times {
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private Times() {}

    /** Within the years that it knows; nothing lies beyond. */
    static String text(Instant time) {
        return (time.isBefore(FIRST) ? FIRST : time.isAfter(LAST) ? LAST : time).toString();
    }
}
