package dev.broadsheet.sink.store;

import java.util.List;

/** Changes in the order they were read, and the offsets that move with them. */
public record Batch(List<Change> changes, List<OffsetMove> moves) {}
