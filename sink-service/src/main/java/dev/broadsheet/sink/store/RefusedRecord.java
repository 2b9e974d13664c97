package dev.broadsheet.sink.store;

/**
 * Place of a {@link LastRecord} that was refused. The store remembers it until a later record of the key is written; as long, and no longer,
 * the record may still be stored when its dead letter is replayed.
 *
 * @param source the topic without the prefix, as {@link LastRecord#source}
 */
public record RefusedRecord(String source, String key, int partition, long offset) {}
