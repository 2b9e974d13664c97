package dev.broadsheet.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SupervisorTest {
    private final CompletableFuture<StandaloneException> fault = new CompletableFuture<>();
    private final AtomicLong nanos = new AtomicLong();
    private final Supervisor supervisor = new Supervisor(fault::complete, () -> " (the disk is full)", nanos::get);
    private final FakeChild child = new FakeChild();

    private static final class FakeChild implements Child {
        private final AtomicInteger starts = new AtomicInteger();
        private volatile CompletableFuture<@Nullable Void> end = new CompletableFuture<>();
        private volatile boolean refuses;

        @Override
        public String name() {
            return "the fake";
        }

        @Override
        public void start() {
            if (refuses) {
                throw new StandaloneException("it does not want to");
            }
            end = new CompletableFuture<>();
            starts.incrementAndGet();
        }

        @Override
        public CompletableFuture<?> ended() {
            return end;
        }

        @Override
        public void kill() {
            end.complete(null);
        }

        @Override
        public void close() {
            kill();
        }
    }

    @AfterEach
    void close() {
        supervisor.close();
    }

    private void killAndAwaitStart(int starts) {
        child.kill();
        await().until(() -> child.starts.get() == starts && !child.end.isDone());
    }

    @Test
    void aChildThatEndedIsStartedAgain() {
        supervisor.watch(List.of(child));

        killAndAwaitStart(1);
        killAndAwaitStart(2);

        assertThat(fault).isNotDone();
    }

    @Test
    void aChildThatCannotBeStartedAgainEndsTheRunByItsName() {
        supervisor.watch(List.of(child));
        child.refuses = true;

        child.kill();

        assertThat(fault.join())
                .hasMessage("the fake has ended and cannot be started again (the disk is full): it does not want to");
    }

    @Test
    void aChildThatEndsTooOftenEndsTheRun() {
        supervisor.watch(List.of(child));
        for (int i = 1; i <= Supervisor.MOST_RESTARTS; i++) {
            killAndAwaitStart(i);
        }

        child.kill();

        assertThat(fault.join())
                .hasMessage("the fake has ended 4 times within 10 minutes (the disk is full); its log tells why");
    }

    @Test
    void endsThatLieFarApartAreForgiven() {
        supervisor.watch(List.of(child));
        for (int i = 1; i <= Supervisor.MOST_RESTARTS + 2; i++) {
            killAndAwaitStart(i);
            nanos.addAndGet(Supervisor.WINDOW.toNanos() / 2 + 1);
        }

        assertThat(fault).isNotDone();
    }

    @Test
    void nothingIsStartedAgainAfterClose() {
        supervisor.watch(List.of(child));
        supervisor.close();

        child.kill();

        assertThat(child.starts).hasValue(0);
        assertThat(fault).isNotDone();
    }
}
