package dev.broadsheet.sink;

import dev.broadsheet.runtime.Health;
import dev.broadsheet.sink.store.StoreUnavailableException;
import java.time.Duration;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does something again and again on a thread of its own, in one of all instances: the one that holds a lock of the store. Trouble that passes is
 * counted and logged and the next round tries again; it never makes the sink unready, because nothing waits for it. No round begins before the store
 * works: its tables may be missing. Started and closed once.
 */
final class Rounds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private static final Duration SOON = Duration.ofSeconds(1);

    private final String name;
    private final Duration first;
    private final Duration every;
    private final Work work;
    private final Health health;
    private final Thread thread;

    /** What is done, by the thread of the rounds alone but for {@link #close}. */
    interface Work extends AutoCloseable {
        /** Whether this instance is the one; throws StoreUnavailableException. */
        boolean lock();

        /** Throws StoreUnavailableException and KafkaException for what passes. */
        void round() throws InterruptedException;

        /** Another instance has the lock. */
        void elsewhere();

        /** A round did not come to its end. */
        void failed();

        /** Also while a round is under way that hears no interrupt: cuts it off. */
        @Override
        void close();
    }

    /** {@code name}: for the thread, the log and readiness; {@code first}: how long to wait for the first round. */
    Rounds(String name, Duration first, Duration every, Work work, Health health) {
        this.name = name;
        this.first = first;
        this.every = every;
        this.work = work;
        this.health = health;
        this.thread = new Thread(this::run, "sink-" + name);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    @Override
    public void close() {
        thread.interrupt();
        Threads.end(thread);
        work.close();
    }

    private void run() {
        try {
            Thread.sleep(first.toMillis());
            while (true) {
                boolean works = health.isUp(SinkLoop.DATABASE);
                if (works) {
                    round();
                }
                Thread.sleep((works ? every : SOON).toMillis());
            }
        } catch (InterruptedException | InterruptException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            if (!thread.isInterrupted()) { // a stop that cuts the connection is no fault
                health.fail(name, e);
            }
        }
    }

    private void round() throws InterruptedException {
        try {
            if (work.lock()) {
                work.round();
            } else {
                work.elsewhere();
            }
        } catch (InterruptException e) {
            throw e;
        } catch (StoreUnavailableException | KafkaException e) {
            work.failed();
            LOG.warn("{} failed and is tried again in {}: {}", name, every, e.toString());
        }
    }
}
