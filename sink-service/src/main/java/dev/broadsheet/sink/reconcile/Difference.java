package dev.broadsheet.sink.reconcile;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is not as it should be.
 *
 * @param place topic without its prefix, or name of the store
 * @param about pageId, deliveryId or another key that names it best
 * @param what in words, with numbers
 * @param mend what to do
 */
public record Difference(
        Kind kind,
        String place,
        String about,
        @Nullable String issueId,
        @Nullable String articleId,
        @Nullable String fileName,
        String what,
        String mend) {}
