package dev.broadsheet.ingest.split;

/** A row, the state it was given, and its traits. */
record Placed(Row row, State state, long traits) {
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
        return new Placed(row, other, traits);
    }
}
