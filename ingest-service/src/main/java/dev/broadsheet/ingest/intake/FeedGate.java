package dev.broadsheet.ingest.intake;

import java.time.Instant;
import java.util.Optional;

/** What operators let the intake take. Any thread may ask, at any time. */
public interface FeedGate {
    /** Whether files of the feed are taken now. */
    boolean mayTake(String feed);

    /** Since when nobody holds the feed paused: {@link Instant#MIN} where nobody ever did, empty while somebody does. */
    Optional<Instant> resumedAt(String feed);
}
