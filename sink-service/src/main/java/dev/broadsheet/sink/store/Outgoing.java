package dev.broadsheet.sink.store;

/** A message that has to leave, ready to send: full topic name, key, serialized value. */
@SuppressWarnings("ArrayRecordComponent") // raw bytes; never compared
public record Outgoing(String topic, String key, byte[] value) {}
