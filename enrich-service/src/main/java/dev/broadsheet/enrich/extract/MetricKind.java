package dev.broadsheet.enrich.extract;

/** What a figure measures: a level, its growth, or a share of something. */
public enum MetricKind {
    LEVEL,
    GROWTH,
    SHARE
}
