package dev.broadsheet.enrich.extract;

import org.jspecify.annotations.Nullable;

/**
 * One occurrence of a name. {@code text} equals the block's text from {@code start} to {@code end} (UTF-16 units), layout
 * spaces included; {@code code} is the GB/T 2260 code of a place that only one division can mean.
 */
public record EntityMention(
        EntityType type,
        String text,
        int block,
        int start,
        int end,
        @Nullable String code) {}
