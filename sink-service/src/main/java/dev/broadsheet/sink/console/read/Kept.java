package dev.broadsheet.sink.console.read;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something that takes long to make, kept for twenty times as long as that (1 s to 5 minutes). Then one who asks makes it anew, while others
 * still get the old one. What cannot be made is thrown to whoever asked. Any thread.
 */
final class Kept<T> {
    private static final int FACTOR = 20;
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Supplier<T> maker;
    private final Clock clock;
    private final ReentrantLock making = new ReentrantLock();
    private volatile @Nullable Made<T> made;

    private record Made<T>(T value, long untilMillis) {}

    Kept(Supplier<T> maker, Clock clock) {
        this.maker = maker;
        this.clock = clock;
    }

    T get() {
        Made<T> now = made;
        if (now != null && (clock.millis() < now.untilMillis() || making.isLocked())) {
            return now.value();
        }
        making.lock();
        try {
            Made<T> meanwhile = made;
            if (meanwhile != null && clock.millis() < meanwhile.untilMillis()) {
                return meanwhile.value();
            }
            return make();
        } finally {
            making.unlock();
        }
    }

    private T make() {
        long from = clock.millis();
        T value = maker.get();
        long keep = Math.min(LONGEST.toMillis(), Math.max(SHORTEST.toMillis(), FACTOR * (clock.millis() - from)));
        made = new Made<>(value, clock.millis() + keep);
        return value;
    }
}
