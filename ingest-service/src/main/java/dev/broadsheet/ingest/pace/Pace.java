package dev.broadsheet.ingest.pace;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets reprocessing go on a few pages at a time, and only while next to nothing live waits: a grant of pages, then a pause
 * until the brokers show that these have gone all the way. Where the brokers do not tell, everything stays paused. A thread
 * of its own looks; {@link #done} is called from any thread.
 */
public final class Pace implements AutoCloseable {
    /** What is going on. */
    public enum State {
        /** Nothing waits to be reprocessed. */
        IDLE,
        /** Pages are reprocessed. */
        RUNNING,
        /** Pages wait because live ones go first. */
        PAUSED,
        /** The brokers do not tell how much waits. */
        BLIND
    }

    private static final Logger LOG = LoggerFactory.getLogger(Pace.class);
    private static final Duration BUSY = Duration.ofMillis(100);
    private static final Duration REST = Duration.ofSeconds(1);
    /** Longest wait for a grant to show in the committed offsets, should something else have moved them back meanwhile. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final LagSource source;
    private final int pages;
    private final Runnable pause;
    private final Runnable resume;
    private final LongSupplier nanos;
    private final Consumer<RuntimeException> fault;
    private final Thread thread = new Thread(this::run, "backfill-pace");

    private Lags lags = new Lags(0, 0);
    private State state = State.IDLE;
    private int granted;
    private long waitingAtGrant = -1;
    private long grantedAt;
    private long lookedAt;
    private long heldNanos;

    /**
     * @param pages of one grant, and how many live records may wait when one is given
     * @param pause holds the reprocessing application, at first too
     * @param nanos a clock such as System::nanoTime
     * @param fault told of what is no trouble with the brokers; nothing is granted after it
     */
    public Pace(
            LagSource source,
            int pages,
            Runnable pause,
            Runnable resume,
            LongSupplier nanos,
            Consumer<RuntimeException> fault) {
        this.source = source;
        this.pages = pages;
        this.pause = pause;
        this.resume = resume;
        this.nanos = nanos;
        this.fault = fault;
        this.lookedAt = nanos.getAsLong();
        thread.setDaemon(true);
        pause.run();
    }

    public void start() {
        thread.start();
    }

    /** One page of the grant is done. */
    public synchronized void done() {
        if (granted > 0 && --granted == 0) {
            pause.run();
        }
    }

    public synchronized State state() {
        return state;
    }

    public synchronized Lags lags() {
        return lags;
    }

    /** Seconds that pages have waited in PAUSED or BLIND, up to the last look. */
    public synchronized double heldSeconds() {
        return heldNanos / 1e9;
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        source.close();
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(look().toMillis());
            }
        } catch (InterruptedException | InterruptException e) {
            LOG.debug("told to stop");
        } catch (RuntimeException e) {
            hold(State.BLIND);
            fault.accept(e);
        }
    }

    /** Looks once and returns how long to wait until the next look. */
    Duration look() {
        Lags found;
        try {
            found = source.read();
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            return blind(e);
        }
        return decide(found);
    }

    private synchronized Duration blind(KafkaException cause) {
        if (state != State.BLIND) {
            LOG.warn("reprocessing is paused: the brokers do not tell how many live pages wait: {}", cause.toString());
        }
        hold(State.BLIND);
        return REST;
    }

    private synchronized Duration decide(Lags found) {
        lags = found;
        if (found.waiting() == 0) {
            hold(State.IDLE);
            return REST;
        }
        if (found.live() > pages) {
            hold(State.PAUSED);
            return BUSY;
        }
        account(State.RUNNING);
        if (granted == 0 && (found.waiting() != waitingAtGrant || nanos.getAsLong() - grantedAt > PATIENCE.toNanos())) {
            granted = pages;
            waitingAtGrant = found.waiting();
            grantedAt = nanos.getAsLong();
            resume.run();
        }
        return BUSY;
    }

    private synchronized void hold(State why) {
        account(why);
        granted = 0;
        waitingAtGrant = -1;
        pause.run();
    }

    private void account(State next) {
        long now = nanos.getAsLong();
        if (state == State.PAUSED || (state == State.BLIND && lags.waiting() > 0)) {
            heldNanos += now - lookedAt;
        }
        lookedAt = now;
        state = next;
    }
}
