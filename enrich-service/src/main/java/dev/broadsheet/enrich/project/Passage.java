package dev.broadsheet.enrich.project;

/** A stretch of a block, in UTF-16 units; {@code quote} equals the block's text there, layout spaces included. */
public record Passage(int block, int start, int end, String quote) {}
