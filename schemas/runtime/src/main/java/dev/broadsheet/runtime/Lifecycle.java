package dev.broadsheet.runtime;

import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The life of one service on the calling thread: made, started, run until it is told to stop or fails, closed. The stop
 * hook blocks the end of the JVM until the service is closed or the limit is over.
 */
final class Lifecycle {
    static final int STOPPED = 0;
    static final int FAILED = 1;
    static final int WRONG_SETTINGS = 2;

    private static final Logger LOG = LoggerFactory.getLogger(Lifecycle.class);
    private static final Health.Fault TOLD_TO_STOP = new Health.Fault("", new InterruptedException("told to stop"));

    private final String name;
    private final Duration closeLimit;
    private final PrintStream err;
    private final Consumer<Thread> hooks;
    private final CompletableFuture<Health.Fault> end = new CompletableFuture<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    Lifecycle(String name, Duration closeLimit, PrintStream err, Consumer<Thread> hooks) {
        this.name = name;
        this.closeLimit = closeLimit;
        this.err = err;
        this.hooks = hooks;
    }

    int run(Supplier<Service> factory) {
        try {
            return run(factory.get());
        } catch (SettingsException e) {
            return report(name, e, err);
        } catch (RuntimeException e) {
            return failed(name, e);
        } finally {
            closed.countDown();
        }
    }

    /** Prints every problem and returns the exit code. */
    static int report(String name, SettingsException problems, PrintStream err) {
        err.println(name + " cannot start:");
        problems.problems().forEach(problem -> err.println("  " + problem));
        return WRONG_SETTINGS;
    }

    private int run(Service service) {
        Thread main = Thread.currentThread();
        CompletableFuture<@Nullable Void> started = new CompletableFuture<>();
        hooks.accept(new Thread(() -> stop(service.health(), main, started), name + "-stop"));
        var unused = service.health().fault().thenAccept(end::complete);
        int code;
        try {
            service.start();
            code = outcome(started);
        } catch (RuntimeException e) {
            code = startFailed(e);
        } finally {
            started.complete(null);
        }
        return close(service) ? code : FAILED;
    }

    private int outcome(CompletableFuture<@Nullable Void> started) {
        started.complete(null);
        LOG.info("{} {} is running", name, Software.version());
        Health.Fault fault = end.join();
        return fault.equals(TOLD_TO_STOP) ? STOPPED : ended(fault.component(), fault.cause());
    }

    private int startFailed(RuntimeException e) {
        if (end.isDone() && TOLD_TO_STOP.equals(end.join())) {
            LOG.info("{} was stopped while it started", name);
            return STOPPED;
        }
        return ended(name, e);
    }

    private int ended(String guilty, Throwable cause) {
        return cause instanceof SettingsException settings ? report(name, settings, err) : failed(guilty, cause);
    }

    private void stop(Health health, Thread main, CompletableFuture<@Nullable Void> started) {
        health.stopping();
        end.complete(TOLD_TO_STOP);
        if (!started.isDone()) {
            main.interrupt(); // it may be waiting for a broker that never comes
        }
        try {
            if (!closed.await(closeLimit.toMillis() + 1_000, TimeUnit.MILLISECONDS)) {
                err.println(name + " did not close in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean close(Service service) {
        service.health().stopping();
        try (TimeLimit limit = new TimeLimit(name + "-close", closeLimit)) {
            boolean interrupted = Thread.interrupted(); // meant for the start; closing has its own limit
            LOG.debug("closing, interrupted while starting: {}", interrupted);
            limit.call(() -> {
                service.close();
                return true;
            });
            LOG.info("{} is closed", name);
            return true;
        } catch (RuntimeException e) {
            failed(name, e);
            return false;
        }
    }

    private int failed(String guilty, Throwable cause) {
        LOG.error("{} ends because {} failed", name, guilty, cause);
        err.println(name + " failed: " + guilty + ": " + Causes.messages(cause));
        return FAILED;
    }
}
