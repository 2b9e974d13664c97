package dev.broadsheet.system.chaos;

/** What is done to the system. A KILL is kill -9 and, after a pause, a start. */
enum Fault {
    KILL_INGEST(true),
    KILL_ENRICH(true),
    KILL_SINK(true),
    KILL_BROKER(true),
    KILL_REGISTRY(true),
    KILL_DATABASE(true),
    /** Connections are refused, and those that are open end. */
    DATABASE_REFUSES(false),
    /** Every packet to and from the database is late. */
    DATABASE_SLOW(false),
    /** Connections are reset while data is under way on them, again and again. */
    DATABASE_RESETS(false),
    /** A sink instance is stopped, its partitions move, and it wakes up as a zombie. */
    PAUSE_SINK(false),
    /** Not a byte is left on the disk that the feed's folder lies on. */
    FULL_DISK(false);

    private final boolean kill;

    Fault(boolean kill) {
        this.kill = kill;
    }

    boolean isKill() {
        return kill;
    }

    /** Whether one of two instances is meant. */
    boolean isOfAnInstance() {
        return this == KILL_INGEST || this == KILL_ENRICH || this == KILL_SINK || this == PAUSE_SINK;
    }
}
