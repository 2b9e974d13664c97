package dev.broadsheet.runtime;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Runs work on daemon threads of its own and gives up waiting after a limit. Work that is given up is interrupted; if it
 * does not listen, its thread is left behind and the next work gets another. What the work throws comes through
 * unchanged, checked exceptions too. Work on a record that has taken too long twice is refused at once: the transaction
 * that was to hold its dead letter has been aborted, and the wait is not to be had again in every attempt. Twice, because a
 * process that was suspended takes any work for too long once. Logging context goes along. Any number of callers.
 */
public final class TimeLimit implements AutoCloseable {
    private static final StackTraceElement[] NOWHERE = {};
    private static final int REMEMBERED = 10_000;

    private final String name;
    private final Duration limit;
    private final ExecutorService threads;
    private final Map<Object, Exceeded> exceeded = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Entry<Object, Exceeded> eldest) {
            return size() > REMEMBERED;
        }
    };

    private record Exceeded(TimeLimitExceededException last, int times) {}

    public TimeLimit(String name, Duration limit) {
        this.name = name;
        this.limit = limit;
        this.threads = Executors.newCachedThreadPool(DaemonThreads.named(name));
    }

    /**
     * As {@link #call(Callable)}, but throws at once where work on the same record exceeded the limit twice.
     *
     * @param record what tells the record from all others, its place for example
     */
    public <T> T call(Object record, Callable<T> work) {
        synchronized (exceeded) {
            Exceeded before = exceeded.get(record);
            if (before != null && before.times() > 1) {
                throw before.last();
            }
        }
        try {
            return call(work);
        } catch (TimeLimitExceededException e) {
            synchronized (exceeded) {
                exceeded.merge(record, new Exceeded(e, 1), (before, now) -> new Exceeded(e, before.times() + 1));
            }
            throw e;
        }
    }

    /** Throws {@link TimeLimitExceededException} after the limit. An interrupt of the caller interrupts the work. */
    public <T> T call(Callable<T> work) {
        AtomicReference<@Nullable Thread> worker = new AtomicReference<>();
        Map<String, String> context = MDC.getCopyOfContextMap();
        FutureTask<T> task = new FutureTask<>(() -> {
            worker.set(Thread.currentThread());
            return inContext(context, work);
        });
        threads.execute(task);
        try {
            return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            Thread stuck = worker.get();
            TimeLimitExceededException tooLong =
                    new TimeLimitExceededException(name, limit, stuck == null ? NOWHERE : stuck.getStackTrace());
            task.cancel(true);
            throw tooLong;
        } catch (ExecutionException e) {
            throw TimeLimit.<RuntimeException>asIs(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + name, e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private static <T> T inContext(@Nullable Map<String, String> context, Callable<T> work) throws Exception {
        if (context != null) {
            MDC.setContextMap(context);
        }
        try {
            return work.call();
        } finally {
            MDC.clear();
        }
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // lets a checked exception pass as it is
    private static <E extends Throwable> E asIs(Throwable thrown) throws E {
        throw (E) thrown;
    }
}
