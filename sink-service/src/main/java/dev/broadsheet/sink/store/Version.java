package dev.broadsheet.sink.store;

import java.time.Instant;
import java.util.Comparator;

/** Which version of a page something belongs to. Newer is higher: (receivedAt, issueId), then generation. */
public record Version(Instant receivedAt, String issueId, long generation) implements Comparable<Version> {
    private static final Comparator<Version> ORDER = Comparator.comparing(Version::receivedAt)
            .thenComparing(Version::issueId)
            .thenComparingLong(Version::generation);

    @Override
    public int compareTo(Version other) {
        return ORDER.compare(this, other);
    }
}
