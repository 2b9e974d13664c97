package dev.broadsheet.ingest.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final int PAGES = 3;

    private final Source source = new Source();
    private final List<String> told = new ArrayList<>();
    private final List<RuntimeException> faults = new CopyOnWriteArrayList<>();
    private long nanos;
    private final Pace pace =
            new Pace(source, PAGES, () -> told.add("pause"), () -> told.add("resume"), () -> nanos, faults::add);

    /** Tells what it is told to tell. */
    private static final class Source implements LagSource {
        volatile Lags lags = new Lags(0, 0);
        volatile @Nullable RuntimeException trouble;
        volatile boolean closed;

        @Override
        public Lags read() {
            if (trouble != null) {
                throw trouble;
            }
            return lags;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @AfterEach
    void stop() {
        pace.close();
        assertThat(source.closed).isTrue();
    }

    @Test
    void beforeTheFirstLookAndWithoutWorkItIsPaused() {
        assertThat(told).containsExactly("pause");

        assertThat(look(0, 0)).isEqualTo(Duration.ofSeconds(1));

        assertThat(told).doesNotContain("resume");
        assertThat(pace.state()).isEqualTo(Pace.State.IDLE);
    }

    @Test
    void asManyPagesAsOneGrantAllowsGoOnAndThenItIsPausedUntilTheyShow() {
        look(0, 100);
        assertThat(told).endsWith("resume");
        pace.done();
        pace.done();
        assertThat(told).endsWith("resume");
        pace.done();
        assertThat(told).endsWith("pause");

        look(0, 100);
        assertThat(told).as("what the grant brought is not committed yet").endsWith("pause");

        look(2, 97);
        assertThat(told).endsWith("resume");
    }

    @Test
    void whileLivePagesWaitNothingGoesOn() {
        look(PAGES + 1, 100);
        assertThat(told).endsWith("pause");
        assertThat(pace.state()).isEqualTo(Pace.State.PAUSED);

        look(PAGES, 100);
        assertThat(told).endsWith("resume");
        look(PAGES + 1, 99);
        assertThat(told).as("in the middle of a grant").endsWith("pause");
        pace.done();
        look(0, 98);
        assertThat(told).endsWith("resume");
    }

    @Test
    void aGrantThatNeverShowsIsGivenAgainAfterSomeSeconds() {
        look(0, 100);
        pace.done();
        pace.done();
        pace.done();
        look(0, 100);
        assertThat(told).endsWith("pause");

        nanos += Duration.ofSeconds(6).toNanos();
        look(0, 100);

        assertThat(told).endsWith("resume");
    }

    @Test
    void whereTheBrokersDoNotTellItStaysPausedAndSaysSo() {
        look(0, 100);
        source.trouble = new TimeoutException("no answer");

        assertThat(pace.look()).isEqualTo(Duration.ofSeconds(1));
        assertThat(told).endsWith("pause");
        assertThat(pace.state()).isEqualTo(Pace.State.BLIND);

        source.trouble = null;
        look(0, 100);
        assertThat(told).endsWith("resume");
        assertThat(pace.state()).isEqualTo(Pace.State.RUNNING);
        assertThat(faults).isEmpty();
    }

    @Test
    void secondsThatPagesWereHeldBackAreCounted() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        PaceTelemetry.bind(pace, meters);
        look(50, 100);
        nanos += Duration.ofSeconds(4).toNanos();
        look(50, 100);
        nanos += Duration.ofSeconds(3).toNanos();
        look(0, 100);
        nanos += Duration.ofSeconds(9).toNanos();
        look(0, 0);

        assertThat(meters.get("broadsheet.backfill.held.seconds")
                        .functionCounter()
                        .count())
                .isEqualTo(7);
        assertThat(meters.get("broadsheet.backfill.state")
                        .tag("state", "idle")
                        .gauge()
                        .value())
                .isEqualTo(1);
    }

    @Test
    void whatIsNoTroubleWithTheBrokersIsAFault() {
        source.trouble = new IllegalStateException("a bug");

        pace.start();

        await().untilAsserted(() -> assertThat(faults).hasSize(1));
        assertThat(told).endsWith("pause");
    }

    private Duration look(long live, long waiting) {
        source.lags = new Lags(live, waiting);
        return pace.look();
    }
}
