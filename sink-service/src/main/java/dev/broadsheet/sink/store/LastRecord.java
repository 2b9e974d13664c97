package dev.broadsheet.sink.store;

/** What the last record of a key says. It has no version: of two that are read, the later one stands. */
public sealed interface LastRecord extends Change permits StoredProject, StoredLatest {
    String PROJECTS = "projects";
    String METRICS_LATEST = "metrics.latest";

    /** The topic it is read from, without the prefix: {@link #PROJECTS} or {@link #METRICS_LATEST}. */
    String source();

    /** The record's key. */
    String key();
}
