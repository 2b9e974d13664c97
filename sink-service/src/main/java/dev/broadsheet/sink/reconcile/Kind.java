package dev.broadsheet.sink.reconcile;

/** How something differs from what {@code pages} says. */
public enum Kind {
    /** Should be there and is not: a record, a row, a receipt, an entity or figure of an article. */
    LOST,
    /** Is there more than once: a record or receipt of the same version, an entity or figure too many. */
    DUPLICATED,
    /** Work that was begun and does not end: a delivery without an outcome, a replayed letter without an effect, a page never called whole. */
    STRANDED,
    /** Is there, but in an older version, or in another state, than the one that stands. */
    STALE,
    /** Stands although nothing it follows from does. */
    ORPHAN
}
