package dev.broadsheet.sink;

import java.time.Duration;

/** Waiting for the sink's own threads, which are daemons. */
final class Threads {
    /** The loop, the relay after it and the pool of connections after both have to end within the 25 s of a service. */
    private static final Duration LONGEST = Duration.ofSeconds(6);

    private Threads() {}

    /**
     * Returns when the thread has ended, or is interrupted because it takes too long. One that waits for a database that hangs hears no
     * interrupt: it ends when the store is closed, which cuts off its connection.
     */
    static void end(Thread thread) {
        try {
            thread.join(LONGEST.toMillis());
            thread.interrupt();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
