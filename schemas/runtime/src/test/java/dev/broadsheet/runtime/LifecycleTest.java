package dev.broadsheet.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class LifecycleTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final CompletableFuture<Thread> hook = new CompletableFuture<>();
    private final Lifecycle lifecycle = new Lifecycle(
            "ingest", Duration.ofMillis(500), new PrintStream(err, true, StandardCharsets.UTF_8), hook::complete);

    @Test
    void wrongSettingsAreToldAndEndWithTwo() {
        int code = lifecycle.run(() -> {
            throw new SettingsException(List.of("BROADSHEET_A is missing", "BROADSHEET_B is odd"));
        });

        assertThat(code).isEqualTo(2);
        assertThat(told()).isEqualTo("ingest cannot start:\n  BROADSHEET_A is missing\n  BROADSHEET_B is odd\n");
    }

    @Test
    void settingsFoundWrongInTheBackgroundEndWithTwoAsWell() {
        FakeService service = new FakeService();
        service.onStart = () -> service.health.fail("startup", new SettingsException(List.of("a topic is too small")));

        assertThat(lifecycle.run(() -> service)).isEqualTo(2);
        assertThat(told()).contains("a topic is too small");
        assertThat(service.closed).isTrue();
    }

    @Test
    void aServiceThatCannotBeMadeEndsWithOne() {
        assertThat(lifecycle.run(() -> {
                    throw new IllegalStateException("no disk");
                }))
                .isEqualTo(1);
        assertThat(told()).contains("no disk");
    }

    @Test
    void aServiceThatIsToldToStopIsClosedAndEndsWithZero() throws Exception {
        FakeService service = new FakeService();
        CompletableFuture<Integer> code = CompletableFuture.supplyAsync(() -> lifecycle.run(() -> service));
        assertThat(service.started.await(5, TimeUnit.SECONDS)).isTrue();

        stop();

        assertThat(code.get(5, TimeUnit.SECONDS)).isZero();
        assertThat(service.closed).isTrue();
        assertThat(service.readyWhenClosed).isFalse();
    }

    @Test
    void theHookWaitsUntilTheServiceIsClosed() throws Exception {
        FakeService service = new FakeService();
        service.onClose = () -> sleep(200);
        var unused = CompletableFuture.supplyAsync(() -> lifecycle.run(() -> service));
        assertThat(service.started.await(5, TimeUnit.SECONDS)).isTrue();

        stop();

        assertThat(service.closed).isTrue();
    }

    @Test
    void aStartThatWaitsForeverIsInterruptedByTheStop() throws Exception {
        FakeService service = new FakeService();
        service.onStart = () -> sleep(60_000);
        CompletableFuture<Integer> code = CompletableFuture.supplyAsync(() -> lifecycle.run(() -> service));
        assertThat(service.started.await(5, TimeUnit.SECONDS)).isTrue();

        stop();

        assertThat(code.get(5, TimeUnit.SECONDS)).isZero();
        assertThat(service.closed).isTrue();
    }

    @Test
    void aFaultNamesTheGuiltyClosesTheServiceAndEndsWithOne() {
        FakeService service = new FakeService();
        service.onStart = () -> service.health.fail("streams.split", new IllegalStateException("a bug"));

        assertThat(lifecycle.run(() -> service)).isEqualTo(1);
        assertThat(told()).contains("ingest failed: streams.split: a bug");
        assertThat(service.closed).isTrue();
    }

    @Test
    void aStartThatFailsClosesWhatWasOpened() {
        FakeService service = new FakeService();
        service.onStart = () -> {
            throw new IllegalStateException("half open");
        };

        assertThat(lifecycle.run(() -> service)).isEqualTo(1);
        assertThat(service.closed).isTrue();
    }

    @Test
    void aServiceThatDoesNotCloseIsLeftAfterTheLimitAndEndsWithOne() throws Exception {
        FakeService service = new FakeService();
        service.onClose = () -> sleep(60_000);
        CompletableFuture<Integer> code = CompletableFuture.supplyAsync(() -> lifecycle.run(() -> service));
        assertThat(service.started.await(5, TimeUnit.SECONDS)).isTrue();

        stop();

        assertThat(code.get(5, TimeUnit.SECONDS)).isEqualTo(1);
        assertThat(told()).contains("ingest-close was given up after 500 ms");
    }

    private void stop() throws Exception {
        Thread thread = hook.get(5, TimeUnit.SECONDS);
        thread.start();
        thread.join(10_000);
        assertThat(thread.isAlive()).isFalse();
    }

    private String told() {
        return err.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static final class FakeService implements Service {
        private final Health health = new Health();
        private final CountDownLatch started = new CountDownLatch(1);
        private Runnable onStart = () -> {};
        private Runnable onClose = () -> {};
        private volatile boolean closed;
        private volatile boolean readyWhenClosed;

        @Override
        public void start() {
            health.up("kafka");
            started.countDown();
            onStart.run();
        }

        @Override
        public void close() {
            readyWhenClosed = health.ready();
            onClose.run();
            closed = true;
        }

        @Override
        public int httpPort() {
            return 0;
        }

        @Override
        public Health health() {
            return health;
        }
    }
}
