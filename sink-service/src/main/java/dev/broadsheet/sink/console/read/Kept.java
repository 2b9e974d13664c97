package dev.broadsheet.sink.console.read;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something that takes long to make, kept for twenty times as long as that (1 s to 5 minutes). Then one who asks makes it anew, while others
 * still get the old one. Where it cannot be made, the failure is thrown to whoever asks, and not tried again for as long as it took (at least 2 s):
 * who asks meanwhile does not wait for a database that does not answer. Any thread.
 */
final class Kept<T> {
    private static final int FACTOR = 20;
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration FAILED = Duration.ofSeconds(2);

    private final Supplier<T> maker;
    private final Clock clock;
    private final ReentrantLock making = new ReentrantLock();
    private volatile @Nullable Made<T> made;
    private volatile @Nullable Failure failure;

    private record Made<T>(T value, long untilMillis) {}

    private record Failure(RuntimeException cause, long untilMillis) {}

    Kept(Supplier<T> maker, Clock clock) {
        this.maker = maker;
        this.clock = clock;
    }

    T get() {
        Made<T> now = made;
        if (now != null && (clock.millis() < now.untilMillis() || making.isLocked())) {
            return now.value();
        }
        throwFailure();
        making.lock();
        try {
            Made<T> meanwhile = made;
            if (meanwhile != null && clock.millis() < meanwhile.untilMillis()) {
                return meanwhile.value();
            }
            throwFailure();
            return make();
        } finally {
            making.unlock();
        }
    }

    private void throwFailure() {
        Failure last = failure;
        if (last != null && clock.millis() < last.untilMillis()) {
            throw last.cause();
        }
    }

    private T make() {
        long from = clock.millis();
        try {
            T value = maker.get();
            long keep = Math.min(LONGEST.toMillis(), Math.max(SHORTEST.toMillis(), FACTOR * (clock.millis() - from)));
            made = new Made<>(value, clock.millis() + keep);
            return value;
        } catch (RuntimeException e) {
            long now = clock.millis();
            failure = new Failure(e, now + Math.max(FAILED.toMillis(), now - from));
            throw e;
        }
    }
}
