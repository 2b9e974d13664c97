package dev.broadsheet.ingest.split;

/** A stretch of a block's text that stands unbroken in the page. Both offsets and the length are UTF-16 units. */
public record Run(int blockOffset, int pageOffset, int length) {}
