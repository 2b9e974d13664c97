package dev.broadsheet.sink.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One step in the story of a delivery; two that agree in every field but the reason are the same step. */
public record StoredReceipt(
        String state,
        Origin origin,
        @Nullable String issueId,
        @Nullable String pageId,
        Instant at,
        Instant receivedAt,
        String service,
        String instance,
        @Nullable Integer articles,
        @Nullable String store,
        @Nullable String reason,
        @Nullable String firstDeliveryId,
        @Nullable String otherIssueId,
        long generation)
        implements Change {}
