package dev.broadsheet.sink.console;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How much each of many may do: a bucket each, which holds {@code burst} and fills again at {@code perSecond}. Keeps the most recently seen
 * ones only, so that its memory is bounded; whoever was forgotten has a full bucket. Any thread.
 */
final class RateLimiter {
    private static final int MOST = 10_000;
    private static final double MILLIS = 1_000;

    private final double burst;
    private final double perSecond;
    private final Clock clock;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST;
        }
    };

    private record Bucket(double level, long atMillis) {}

    RateLimiter(double burst, double perSecond, Clock clock) {
        this.burst = burst;
        this.perSecond = perSecond;
        this.clock = clock;
    }

    /** Takes one, where there is one. */
    synchronized boolean take(String who) {
        double level = level(who);
        boolean enough = level >= 1;
        buckets.put(who, new Bucket(enough ? level - 1 : level, clock.millis()));
        return enough;
    }

    /** Whether there is one; takes nothing. */
    synchronized boolean hasLeft(String who) {
        return level(who) >= 1;
    }

    /** Whole seconds until there is one again. */
    synchronized int secondsToWait(String who) {
        return (int) Math.max(1, Math.ceil((1 - level(who)) / perSecond));
    }

    private double level(String who) {
        Bucket bucket = buckets.get(who);
        if (bucket == null) {
            return burst;
        }
        double since = Math.max(0, clock.millis() - bucket.atMillis()) / MILLIS;
        return Math.min(burst, bucket.level() + since * perSecond);
    }
}
