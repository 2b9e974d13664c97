package dev.broadsheet.ingest.split;

import org.jspecify.annotations.Nullable;

/**
 * A row, the state it was given, its traits, and the row whose paragraph it goes on where that is not the row of running text before it.
 */
record Placed(Row row, State state, long traits, @Nullable Row torn) {
    Placed(Row row, State state, long traits) {
        this(row, state, traits, null);
    }

    boolean isRunning() {
        return state.role() == Role.BODY;
    }

    boolean isOpen() {
        return Neighbours.isOpen(traits);
    }

    boolean has(Trait trait) {
        return trait.in(traits);
    }

    Placed as(State other) {
        return new Placed(row, other, traits, torn);
    }

    Placed goingOn(Row other) {
        return new Placed(row, State.N_MORE, traits, other);
    }
}
