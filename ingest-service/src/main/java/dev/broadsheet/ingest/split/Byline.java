package dev.broadsheet.ingest.split;

/** One credit of an article. */
public record Byline(BylineRole role, String name) {}
