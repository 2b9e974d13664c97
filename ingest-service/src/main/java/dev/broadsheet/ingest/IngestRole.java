package dev.broadsheet.ingest;

/** What an instance of ingest does; one process may do all. */
public enum IngestRole {
    /** Watches the drop folders and puts files on issues. */
    INTAKE,
    /** Makes pages and articles of issues. */
    SPLIT,
    /** Splits issues again for a reprocessing run, while live pages leave room. */
    BACKFILL
}
