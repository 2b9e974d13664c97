package dev.broadsheet.sink.repair;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Ends a wait for Kafka that gets nowhere: a broker that is cut off is nothing that its client would throw. One thread. */
final class Patience {
    static final Duration DEFAULT = Duration.ofSeconds(60);

    private final Duration limit;
    private final String complaint;
    private @Nullable Object state;
    private long since = System.nanoTime();

    /** {@code complaint}: the sentence that the person is told, without how long it took. */
    Patience(Duration limit, String complaint) {
        this.limit = limit;
        this.complaint = complaint;
    }

    /** For reading a topic. */
    static Patience reading(Duration limit, String topic, Installation where) {
        return new Patience(
                limit,
                "Kafka at " + where.bootstrapServers() + " hands over no more records of " + topic
                        + ", though there are some; deploy/broadsheet doctor looks for the cause");
    }

    /** Throws RepairException where the state has been the same for longer than the limit. */
    void look(Object now) {
        if (!now.equals(state)) {
            state = now;
            since = System.nanoTime();
        } else if (System.nanoTime() - since > limit.toNanos()) {
            throw new RepairException(complaint + " (" + limit.toSeconds() + " s waited)");
        }
    }
}
