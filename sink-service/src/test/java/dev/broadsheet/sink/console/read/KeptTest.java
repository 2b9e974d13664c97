package dev.broadsheet.sink.console.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.sink.store.StoreUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class KeptTest {
    private static final Duration TOOK = Duration.ofSeconds(5);

    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger tries = new AtomicInteger();
    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(now.get());
        }
    };

    @Test
    void whatTookLongIsKeptTwentyTimesAsLong() {
        Kept<Integer> kept = new Kept<>(this::slowly, clock);
        assertThat(kept.get()).isEqualTo(1);

        now.addAndGet(TOOK.toMillis() * 20 - 1);
        assertThat(kept.get()).isEqualTo(1);
        now.addAndGet(1);
        assertThat(kept.get()).isEqualTo(2);
    }

    @Test
    void aFailureIsNotTriedAgainForAsLongAsItTook() {
        Kept<Integer> kept = new Kept<>(this::inVain, clock);
        assertThatThrownBy(kept::get).hasMessage("try 1");

        now.addAndGet(TOOK.toMillis() - 1);
        assertThatThrownBy(kept::get).hasMessage("try 1");
        now.addAndGet(1);
        assertThatThrownBy(kept::get).hasMessage("try 2");
    }

    @Test
    void whoeverWaitsForWhatFailsIsToldTheSame() throws Exception {
        CountDownLatch making = new CountDownLatch(1);
        CountDownLatch fails = new CountDownLatch(1);
        Kept<Integer> kept = new Kept<>(
                () -> {
                    making.countDown();
                    await(fails);
                    return inVain();
                },
                clock);
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<CompletableFuture<Integer>> asked = new ArrayList<>();
            asked.add(CompletableFuture.supplyAsync(kept::get, threads));
            making.await();
            asked.add(CompletableFuture.supplyAsync(kept::get, threads));
            asked.add(CompletableFuture.supplyAsync(kept::get, threads));
            fails.countDown();

            asked.forEach(one -> assertThatThrownBy(one::join).hasRootCauseMessage("try 1"));
        } finally {
            threads.shutdownNow();
        }
    }

    private int slowly() {
        now.addAndGet(TOOK.toMillis());
        return tries.incrementAndGet();
    }

    private int inVain() {
        throw new StoreUnavailableException("try " + slowly(), null);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
