package dev.broadsheet.standalone;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts a child again that has ended on its own; the services wait for it meanwhile. A child that cannot be started, or
 * that has ended too often, ends the run with a sentence that names it. Nothing is started again after close.
 */
final class Supervisor implements AutoCloseable {
    static final int MOST_RESTARTS = 3;
    static final Duration WINDOW = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);

    private final Consumer<StandaloneException> fault;
    private final Supplier<String> circumstances;
    private final LongSupplier nanos;
    private final Map<String, Deque<Long>> restarts = new HashMap<>();
    private final ExecutorService executor = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "supervisor");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean closed;

    /** {@code circumstances}: a clause about what may be behind trouble, or nothing. */
    Supervisor(Consumer<StandaloneException> fault, Supplier<String> circumstances, LongSupplier nanos) {
        this.fault = fault;
        this.circumstances = circumstances;
        this.nanos = nanos;
    }

    void watch(List<? extends Child> children) {
        children.forEach(this::watch);
    }

    private void watch(Child child) {
        var unused = child.ended().thenRun(() -> {
            if (!closed) {
                executor.execute(() -> revive(child));
            }
        });
    }

    private void revive(Child child) {
        if (closed) {
            return;
        }
        if (tooOften(child.name())) {
            fault.accept(new StandaloneException(child.name() + " has ended " + (MOST_RESTARTS + 1) + " times within "
                    + WINDOW.toMinutes() + " minutes" + circumstances.get() + "; its log tells why"));
            return;
        }
        LOG.warn("{} has ended; starting it again", child.name());
        try {
            child.start();
            LOG.info("{} serves again", child.name());
            watch(child);
        } catch (RuntimeException e) {
            if (!closed) {
                fault.accept(new StandaloneException(
                        child.name() + " has ended and cannot be started again" + circumstances.get() + ": "
                                + e.getMessage(),
                        e));
            }
        }
    }

    private synchronized boolean tooOften(String name) {
        Deque<Long> times = restarts.computeIfAbsent(name, unused -> new ArrayDeque<>());
        long now = nanos.getAsLong();
        while (!times.isEmpty() && now - times.getFirst() > WINDOW.toNanos()) {
            times.removeFirst();
        }
        times.addLast(now);
        return times.size() > MOST_RESTARTS;
    }

    /** Returns when no start is under way any more. */
    @Override
    public void close() {
        closed = true;
        executor.shutdownNow();
        try {
            boolean ended = executor.awaitTermination(20, TimeUnit.SECONDS);
            LOG.debug("supervision ended: {}", ended);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
