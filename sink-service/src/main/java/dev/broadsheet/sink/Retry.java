package dev.broadsheet.sink;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** When to try again: the pause doubles with every failure. One thread. */
final class Retry {
    private final Clock clock;
    private final Duration first;
    private final Duration longest;
    private Duration pause;
    private Instant next = Instant.MIN;

    Retry(Clock clock, Duration first, Duration longest) {
        this.clock = clock;
        this.first = first;
        this.longest = longest;
        this.pause = first;
    }

    /** How long to wait after one more failure. */
    Duration failed() {
        Duration now = pause;
        next = clock.instant().plus(now);
        Duration doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(longest) > 0 ? longest : doubled;
        return now;
    }

    boolean due() {
        return !clock.instant().isBefore(next);
    }

    void reset() {
        pause = first;
        next = Instant.MIN;
    }
}
