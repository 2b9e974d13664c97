package dev.broadsheet.system.chaos;

import java.time.Duration;

/**
 * What a run of the suite is told by system properties.
 *
 * @param runs with seeds that count up from the first
 * @param seed of the first run; chosen anew each time where it is not given
 * @param pace time between two deliveries
 */
record ChaosSettings(int runs, int kills, int pages, long seed, Duration pace) {
    /** The short form, as {@code mvn verify} runs it, where no property says otherwise. */
    static ChaosSettings read() {
        return new ChaosSettings(
                Integer.getInteger("chaos.runs", 1),
                Integer.getInteger("chaos.kills", 4),
                Integer.getInteger("chaos.pages", 400),
                Long.getLong("chaos.seed", System.currentTimeMillis() % 1_000_000),
                Duration.ofMillis(Integer.getInteger("chaos.pace.ms", 200)));
    }
}
