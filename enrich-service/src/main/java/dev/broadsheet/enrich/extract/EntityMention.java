package dev.broadsheet.enrich.extract;

/**
 * One occurrence of a name. {@code text} equals the block's text from {@code start} to {@code end} (UTF-16 units), layout
 * spaces included.
 */
public record EntityMention(EntityType type, String text, int block, int start, int end) {}
