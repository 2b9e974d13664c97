package dev.broadsheet.sink.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an operator decided about a feed; of two, the later {@code at} stands. */
public record StoredFeedControl(
        String feed, boolean paused, @Nullable String reason, String by, Instant at) implements Change {}
