package dev.broadsheet.sink;

/** Waiting for the sink's own threads. */
final class Threads {
    private static final long LONGEST_MS = 20_000;

    private Threads() {}

    /** Returns when the thread has ended, or interrupts it when it takes too long. */
    static void join(Thread thread) {
        try {
            thread.join(LONGEST_MS);
            if (thread.isAlive()) {
                thread.interrupt();
                thread.join(LONGEST_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
