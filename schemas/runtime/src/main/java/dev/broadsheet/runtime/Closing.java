package dev.broadsheet.runtime;

import java.util.Collection;
import java.util.concurrent.CompletableFuture;

/** Closes several parts at once: each may take its whole limit, and one after the other they would outlast that of the service. */
public final class Closing {
    private Closing() {}

    /** Returns when all are closed, or throws what one of them threw, in a {@link java.util.concurrent.CompletionException}, when the others are closed too. */
    public static void together(Collection<? extends Runnable> closings) {
        CompletableFuture<?>[] closed = closings.stream()
                .map(closing -> CompletableFuture.runAsync(closing, Closing::start))
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(closed).join();
    }

    // A thread each: the common pool may have fewer than there are parts.
    private static void start(Runnable closing) {
        DaemonThreads.named("close").newThread(closing).start();
    }
}
