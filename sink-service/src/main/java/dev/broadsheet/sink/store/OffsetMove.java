package dev.broadsheet.sink.store;

/** From the offset that the writer believes the store holds to the one after its last record. */
public record OffsetMove(Partition partition, long expected, long next) {}
