package dev.broadsheet.sink.store;

import java.util.List;

/** A record that could not be read or was refused: only these messages about it are kept, for the outbox. */
public record Refused(List<Outgoing> messages) implements Change {}
