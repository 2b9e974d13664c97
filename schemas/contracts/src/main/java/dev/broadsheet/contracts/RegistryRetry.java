package dev.broadsheet.contracts;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Repeats a call to the registry while the registry is in trouble, doubling the pause from 100 ms to 5 s, for at most
 * {@code patience}; poison comes through at the first try. Blocks the calling thread; safe for any number of threads.
 */
final class RegistryRetry {
    private static final long FIRST_PAUSE_MS = 100;
    private static final long LONGEST_PAUSE_MS = 5_000;

    private final Duration patience;
    private final RegistryListener listener;

    RegistryRetry(Duration patience, RegistryListener listener) {
        this.patience = patience;
        this.listener = listener;
    }

    /** {@code judge}: the trouble in words, empty for poison. */
    <R> R call(Supplier<R> work, Function<Throwable, Optional<String>> judge) {
        long deadline = System.nanoTime() + patience.toNanos();
        long pause = FIRST_PAUSE_MS;
        boolean failed = false;
        while (true) {
            try {
                R result = work.get();
                if (failed) {
                    listener.registryAnswers(true, "");
                }
                return result;
            } catch (RuntimeException e) {
                Optional<String> trouble = judge.apply(e);
                if (trouble.isEmpty()) {
                    throw e;
                }
                failed = true;
                listener.registryAnswers(false, trouble.get());
                if (System.nanoTime() - deadline > 0) {
                    throw new RegistryUnavailableException(trouble.get(), e);
                }
                sleep(pause, e);
                pause = Math.min(2 * pause, LONGEST_PAUSE_MS);
            }
        }
    }

    private static void sleep(long millis, RuntimeException trouble) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RegistryUnavailableException("interrupted while waiting for the schema registry", trouble);
        }
    }
}
