package dev.broadsheet.runtime;

import dev.broadsheet.contracts.Topic;
import java.time.Duration;
import java.util.Collection;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Begins work in the background, once the brokers answer and its topics are there, so that start order does not matter. A
 * fault on the way ends the service and names itself.
 */
public final class Startup implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Startup.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    /** A registry that accepts a connection and then says nothing hears no interrupt. */
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

    private final Duration closeLimit;
    private final Thread thread;
    private volatile boolean closing;

    /** Of a whole service: waits for the registry too, and for this version's schemas in it. */
    public static Startup ofService(CommonSettings common, Collection<Topic> topics, Health health, Runnable begin) {
        Runnable await = () -> {
            TopicAdmin.prepare(common, topics, health);
            SchemaWait.until(common, health, new Backoff(FIRST_PAUSE, LONGEST_PAUSE));
        };
        return new Startup(common.service(), health, await, begin, CLOSE_LIMIT);
    }

    public Startup(CommonSettings common, Collection<Topic> topics, Health health, Runnable begin) {
        this(common.service(), health, () -> TopicAdmin.prepare(common, topics, health), begin, CLOSE_LIMIT);
    }

    Startup(String service, Health health, Runnable await, Runnable begin, Duration closeLimit) {
        this.closeLimit = closeLimit;
        this.thread = new Thread(() -> run(health, await, begin), service + "-startup");
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /** Ends the waiting, or leaves it behind after some seconds; what is not begun by then never is. */
    @Override
    public void close() {
        closing = true;
        thread.interrupt();
        try {
            thread.join(closeLimit.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(Health health, Runnable await, Runnable begin) {
        try {
            await.run();
            if (!closing) {
                begin.run();
            }
        } catch (RuntimeException | Error e) {
            if (!closing) {
                health.fail("startup", e);
            } else if (!(e instanceof InterruptException)) { // by which a stop ends the waiting
                LOG.warn("the start was ended by a stop, and failed as well", e);
            }
        }
    }
}
