package dev.broadsheet.sink.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One mention: where it stands in its block (UTF-16 units) and on which page lines, and what it means. */
public record StoredEntity(
        String mentionId, String type, String text, int block, int start, int end, List<Integer> lines, Link link) {

    /**
     * What the mention means; all null in records of extractors that did not link.
     *
     * @param code of a place that is a division
     * @param path of that division, official names from the province down, joined by {@code /}
     * @param placeCode of the division the thing belongs to
     * @param placePath of that division
     */
    public record Link(
            @Nullable String code,
            @Nullable String path,
            @Nullable String placeCode,
            @Nullable String placePath,
            @Nullable String canonicalName,
            @Nullable String canonicalId,
            @Nullable String role) {}
}
