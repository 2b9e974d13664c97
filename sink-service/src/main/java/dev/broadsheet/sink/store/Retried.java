package dev.broadsheet.sink.store;

/** A record that is replayed from a dead letter: applied only while it is the last thing that is known of its key. */
public record Retried(RefusedRecord place, LastRecord change) implements Change {}
