package dev.broadsheet.sink.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Pages that are in a store and not whole yet, and when the file of the oldest was claimed; null where there is none. */
public record Unfinished(long pages, @Nullable Instant oldest) {}
