package dev.broadsheet.ingest.pace;

/**
 * How much waits, in records.
 *
 * @param live on the way of live pages, from issues to the enriched article; at most, never less than there is
 * @param waiting to be reprocessed
 */
public record Lags(long live, long waiting) {}
