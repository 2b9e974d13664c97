package dev.broadsheet.ingest.intake;

import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Has what waits in one folder counted beside the loop that takes files from it, which a large folder or a slow mount must not hold up: one count
 * at a time, each second, of many files more seldom. {@link #look} belongs to the loop's thread, the rest to whoever counts.
 */
final class WaitingCount {
    private static final long EVERY = 1_000;
    private static final long MANY = 1_000;
    private static final long EVERY_MANY = 10_000;

    private final Executor threads;
    private final Folder folder;
    private final Consumer<WaitingFiles> told;
    private final Consumer<Throwable> fault;
    private final LongSupplier now;
    private final AtomicBoolean counting = new AtomicBoolean();
    private volatile long next;

    /** What is counted. */
    @FunctionalInterface
    interface Folder {
        WaitingFiles count() throws IOException;
    }

    /** {@code now} in milliseconds. */
    WaitingCount(
            Executor threads, Folder folder, Consumer<WaitingFiles> told, Consumer<Throwable> fault, LongSupplier now) {
        this.threads = threads;
        this.folder = folder;
        this.told = told;
        this.fault = fault;
        this.now = now;
    }

    /** Has it counted anew where that is due; returns at once. */
    void look() {
        if (now.getAsLong() >= next && counting.compareAndSet(false, true)) {
            try {
                threads.execute(this::count);
            } catch (RejectedExecutionException e) {
                counting.set(false); // closing
            }
        }
    }

    private void count() {
        long pause = EVERY;
        try {
            WaitingFiles waiting = folder.count();
            told.accept(waiting);
            pause = waiting.files() > MANY ? EVERY_MANY : EVERY;
        } catch (IOException e) {
            // The loop works in the same folder, meets the same and says so; what was counted last stands until then.
        } catch (RuntimeException | Error e) {
            fault.accept(e);
        } finally {
            next = now.getAsLong() + pause;
            counting.set(false);
        }
    }
}
