package dev.broadsheet.sink.reconcile;

/** What is known of work that shows no result. */
enum Fate {
    /** Nothing excuses it. */
    NONE,
    /** It lies inside the stage or on its retry topic. */
    WAITING,
    /** Given up: the letter still lies there, or was discarded. */
    DEAD,
    /** Given up, tried again, and neither waiting nor given up again. */
    REPLAYED;

    /** Whether nothing is to be seen of it yet, rightly. */
    boolean excuses() {
        return this == WAITING || this == DEAD;
    }
}
