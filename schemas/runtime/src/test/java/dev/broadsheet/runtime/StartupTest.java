package dev.broadsheet.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.common.errors.InterruptException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

@Timeout(30)
class StartupTest {
    private static final Duration LIMIT = Duration.ofMillis(300);

    private final Health health = new Health();
    private final CountDownLatch waiting = new CountDownLatch(1);
    private final CountDownLatch answer = new CountDownLatch(1);
    private final AtomicBoolean begun = new AtomicBoolean();
    private final Logger log = (Logger) LoggerFactory.getLogger(Startup.class);
    private final ListAppender<ILoggingEvent> said = new ListAppender<>();

    @BeforeEach
    void listen() {
        said.start();
        log.addAppender(said);
    }

    @AfterEach
    void stopListening() {
        log.detachAppender(said);
    }

    @Test
    void whatHearsNoInterruptIsLeftBehindAndBeginsNothingWhenItEnds() throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        Startup startup = startup(() -> {
            awaitDeaf();
            ended.countDown();
        });

        startup.close();
        answer.countDown();

        ended.await();
        await().until(() -> threads() == 0);
        assertThat(begun).isFalse();
        assertThat(health.live()).isTrue();
    }

    @Test
    void aFailureThatAStopCutsShortIsLoggedAndIsNoFault() throws InterruptedException {
        Startup startup = startup(() -> {
            awaitDeaf();
            throw new NoClassDefFoundError("a fault of the start");
        });
        startup.close();
        answer.countDown();

        await().until(() -> threads() == 0);
        assertThat(health.live()).isTrue();
        assertThat(said.list)
                .singleElement()
                .satisfies(event ->
                        assertThat(event.getThrowableProxy().getMessage()).isEqualTo("a fault of the start"));
    }

    @Test
    void aStopWhileNothingIsThereYetIsNotWorthAWord() throws InterruptedException {
        Startup startup = startup(() -> {
            waiting.countDown();
            try {
                answer.await();
            } catch (InterruptedException e) {
                throw new InterruptException(e);
            }
        });
        startup.close();

        assertThat(threads()).isZero();
        assertThat(said.list).isEmpty();
        assertThat(begun).isFalse();
    }

    @Test
    void aFaultOnTheWayEndsTheService() {
        Startup startup = new Startup(
                "test",
                health,
                () -> {
                    throw new NoClassDefFoundError("a fault of the start");
                },
                () -> begun.set(true),
                LIMIT);
        startup.start();

        await().until(() -> !health.live());
        assertThat(health.fault().join().component()).isEqualTo("startup");
        startup.close();
    }

    private Startup startup(Runnable await) throws InterruptedException {
        Startup startup = new Startup("test", health, await, () -> begun.set(true), LIMIT);
        startup.start();
        waiting.await();
        return startup;
    }

    /** As reading from a server that says nothing. */
    private void awaitDeaf() {
        waiting.countDown();
        boolean answered = false;
        while (!answered) {
            try {
                answer.await();
                answered = true;
            } catch (InterruptedException e) {
                Thread.onSpinWait(); // deaf
            }
        }
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("test-startup"))
                .count();
    }
}
