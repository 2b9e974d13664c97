package dev.broadsheet.runtime;

import dev.broadsheet.contracts.Topic;
import java.time.Duration;
import java.util.Collection;

/**
 * Begins work in the background, once the brokers answer and its topics are there, so that start order does not matter. A
 * fault on the way ends the service and names itself.
 */
public final class Startup implements AutoCloseable {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Thread thread;

    /** Of a whole service: waits for the registry too, and for this version's schemas in it. */
    public static Startup ofService(CommonSettings common, Collection<Topic> topics, Health health, Runnable begin) {
        return new Startup(common, topics, health, () -> {
            SchemaWait.until(common, health, new Backoff(FIRST_PAUSE, LONGEST_PAUSE));
            begin.run();
        });
    }

    public Startup(CommonSettings common, Collection<Topic> topics, Health health, Runnable begin) {
        this.thread = new Thread(() -> run(common, topics, health, begin), common.service() + "-startup");
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /** Ends the waiting; returns once nothing more will be begun. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void run(CommonSettings common, Collection<Topic> topics, Health health, Runnable begin) {
        try {
            TopicAdmin.prepare(common, topics, health);
            begin.run();
        } catch (RuntimeException | Error e) {
            if (!Thread.currentThread().isInterrupted()) {
                health.fail("startup", e);
            }
        }
    }
}
