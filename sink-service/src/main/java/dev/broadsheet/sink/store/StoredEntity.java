package dev.broadsheet.sink.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One mention: where it stands in its block (UTF-16 units) and on which page lines. */
public record StoredEntity(
        String mentionId,
        String type,
        String text,
        int block,
        int start,
        int end,
        List<Integer> lines,
        @Nullable String code) {}
