package dev.broadsheet.ingest.intake;

import java.util.concurrent.Semaphore;

/** Bounds the bytes of all files that are read but not yet acknowledged. Any thread. */
final class ByteBudget {
    private static final int UNIT = 1024;
    private static final int OVERHEAD = 2;

    private final int units;
    private final Semaphore free;

    ByteBudget(int bytes) {
        this.units = bytes / UNIT;
        this.free = new Semaphore(units, true);
    }

    /** Waits until that many bytes may be read; one file always passes when nothing else is in flight. */
    void take(long bytes) throws InterruptedException {
        free.acquire(units(bytes));
    }

    void give(long bytes) {
        free.release(units(bytes));
    }

    private int units(long bytes) {
        return (int) Math.min(units, bytes / UNIT + OVERHEAD);
    }
}
