package dev.broadsheet.runtime;

import java.time.Duration;
import java.util.Collection;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the transactions that this instance left open when it was killed. Until they end nobody can read past them, nor take over the
 * partitions whose offsets they hold; and Streams ends them only once it is given tasks, for which it may have to wait for just that.
 */
final class LeftOverTransactions {
    private static final Logger LOG = LoggerFactory.getLogger(LeftOverTransactions.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private LeftOverTransactions() {}

    /** Blocks while the brokers are away; throws what they refuse, and Kafka's InterruptException when interrupted. */
    static void end(CommonSettings common, Collection<String> transactionalIds) {
        Backoff backoff = new Backoff(FIRST_PAUSE, LONGEST_PAUSE);
        try (KafkaCluster cluster = new KafkaCluster(common)) {
            while (true) {
                try {
                    cluster.fence(transactionalIds);
                    return;
                } catch (RuntimeException e) {
                    LOG.warn(
                            "what was left open under {} is not ended yet: {}",
                            transactionalIds,
                            Causes.passing(e).orElseThrow(() -> e));
                    if (!backoff.pause()) {
                        throw new InterruptException("stopped while ending what was left open");
                    }
                }
            }
        }
    }
}
