package dev.broadsheet.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class TimeLimitTest {
    private final TimeLimit limit = new TimeLimit("split", Duration.ofMillis(200));

    @AfterEach
    void close() {
        limit.close();
        MDC.clear();
    }

    @Test
    void workThatEndsInTimeGivesItsResult() {
        assertThat(limit.<String>call(() -> Thread.currentThread().getName())).startsWith("split-");
    }

    @Test
    void whatTheWorkThrowsComesThroughUnchanged() {
        IOException checked = new IOException("odd");
        StackOverflowError error = new StackOverflowError();

        assertThatThrownBy(() -> limit.call(() -> {
                    throw checked;
                }))
                .isSameAs(checked);
        assertThatThrownBy(() -> limit.call(() -> {
                    throw error;
                }))
                .isSameAs(error);
    }

    @Test
    void workThatHangsIsGivenUpAndInterruptedAndShowsWhereItWas() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);

        assertThatThrownBy(() -> limit.call(() -> hang(interrupted)))
                .isInstanceOf(TimeLimitExceededException.class)
                .hasMessage("split was given up after 200 ms")
                .hasStackTraceContaining("TimeLimitTest.hang");
        assertThat(interrupted.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aThreadThatIgnoresTheInterruptDoesNotHoldUpTheNextWork() {
        AtomicBoolean stop = new AtomicBoolean();
        try {
            assertThatThrownBy(() -> limit.call(() -> spin(stop))).isInstanceOf(TimeLimitExceededException.class);
            assertThat(limit.<Integer>call(() -> 7)).isEqualTo(7);
        } finally {
            stop.set(true);
        }
    }

    @Test
    void aRecordThatTookTooLongTwiceIsRefusedAtOnceAndNoOtherIs() {
        AtomicInteger begun = new AtomicInteger();
        Callable<Boolean> work = () -> {
            begun.incrementAndGet();
            return hang(new CountDownLatch(1));
        };

        assertThatThrownBy(() -> limit.call("t-0-1", work)).isInstanceOf(TimeLimitExceededException.class);
        assertThatThrownBy(() -> limit.call("t-0-1", work)).isInstanceOf(TimeLimitExceededException.class);
        assertThatThrownBy(() -> limit.call("t-0-1", work))
                .isInstanceOf(TimeLimitExceededException.class)
                .hasStackTraceContaining("TimeLimitTest.hang");
        assertThat(begun).hasValue(2);
        assertThat(limit.<Integer>call("t-0-2", () -> 7)).isEqualTo(7);
    }

    @Test
    void theLoggingContextGoesAlongAndDoesNotStay() {
        MDC.put("issueId", "abc");
        assertThat(limit.<String>call(() -> MDC.get("issueId"))).isEqualTo("abc");

        MDC.clear();
        assertThat(limit.<Boolean>call(() -> MDC.get("issueId") == null)).isTrue();
    }

    @Test
    void anInterruptOfTheCallerEndsTheWaiting() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> limit.call(() -> hang(new CountDownLatch(1))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    private static boolean hang(CountDownLatch interrupted) {
        try {
            new CountDownLatch(1).await();
            return true;
        } catch (InterruptedException e) {
            interrupted.countDown();
            return false;
        }
    }

    private static boolean spin(AtomicBoolean stop) {
        while (!stop.get()) {
            Thread.onSpinWait();
        }
        return true;
    }
}
