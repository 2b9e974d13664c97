package dev.broadsheet.sink.reconcile;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Counts everything at every stage and in the store against {@code pages}, partition by partition, while pages flow: what a stage has not come to is
 * pending, and what seems wrong is looked at again, with what came since, until it is well or {@code settle} is over. Leaves no trace. One thread.
 */
public final class Reconciler {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private final TopicLog log;
    private final StoreContents store;
    private final Clock clock;
    private final Pause pause;

    /** Waits; a test passes time instead. */
    public interface Pause {
        void sleep(Duration length) throws InterruptedException;
    }

    public Reconciler(TopicLog log, StoreContents store, Clock clock, Pause pause) {
        this.log = log;
        this.store = store;
        this.clock = clock;
        this.pause = pause;
    }

    /** {@code since}: leaves out what was received before; the epoch for all. Throws what topics and store throw. */
    public Report run(Instant since, Duration settle) throws InterruptedException {
        Instant began = clock.instant();
        Run run = new Run(log, store, since);
        run.firstLook();
        int looks = 1;
        Instant first = clock.instant();
        while (run.suspects() && Duration.between(first, clock.instant()).compareTo(settle) < 0) {
            pause.sleep(BETWEEN_LOOKS);
            run.nextLook();
            looks++;
        }
        Findings findings = run.end();
        return new Report(
                began,
                since,
                Duration.between(began, clock.instant()),
                looks,
                findings.equations(),
                findings.causes(),
                findings.counts(),
                findings.differences());
    }
}
