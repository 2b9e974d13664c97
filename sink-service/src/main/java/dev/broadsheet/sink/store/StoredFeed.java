package dev.broadsheet.sink.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A feed as an intake told it at its start; of two, the later {@code at} stands. {@code windows}: none for always. */
public record StoredFeed(
        String feed, @Nullable String publication, String zone, List<String> windows, String instance, Instant at)
        implements Change {}
