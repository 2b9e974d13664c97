package dev.broadsheet.enrich;

/** What an instance of enrich does; one process may do both. */
public enum EnrichRole {
    /** Makes enriched articles and metrics of articles. */
    ENRICH,
    /** Keeps the newest figure of every series of metrics. */
    ROLLUP
}
