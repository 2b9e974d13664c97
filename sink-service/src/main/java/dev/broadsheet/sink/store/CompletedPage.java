package dev.broadsheet.sink.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A page whose version stands whole in the store since {@code at}. {@code arrivedAt}: when its file was dropped, null where unknown. */
public record CompletedPage(
        String pageId,
        Version version,
        Origin origin,
        int articles,
        Instant at,
        @Nullable Instant arrivedAt) {}
