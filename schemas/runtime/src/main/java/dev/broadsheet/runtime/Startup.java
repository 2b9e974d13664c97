package dev.broadsheet.runtime;

import dev.broadsheet.contracts.Topic;
import java.util.Collection;

/**
 * Begins a service's work in the background, once its topics are there, so that start order does not matter. A fault on
 * the way ends the service and names itself.
 */
public final class Startup implements AutoCloseable {
    private final Thread thread;

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
        } catch (RuntimeException e) {
            if (!Thread.currentThread().isInterrupted()) {
                health.fail("startup", e);
            }
        }
    }
}
