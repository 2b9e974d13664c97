package dev.broadsheet.sink.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record that could not be read or was refused: only these messages about it are kept, for the outbox.
 *
 * @param place to remember, of a {@link LastRecord} that was refused when it came; null for others, whose versions tell what is newer, and
 *     for one that is refused again: what was remembered of it stays
 */
public record Refused(List<Outgoing> messages, @Nullable RefusedRecord place) implements Change {}
