package dev.broadsheet.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class HealthTest {
    private final Health health = new Health();

    @Test
    void isLiveButNotReadyBeforeAnythingReports() {
        assertThat(health.live()).isTrue();
        assertThat(health.ready()).isFalse();
        assertThat(health.reasons()).containsExactly(Map.entry("service", "is starting"));
    }

    @Test
    void isReadyOnceEverythingThatReportedIsUp() {
        health.down("kafka", "waiting");
        health.up("registry");
        assertThat(health.ready()).isFalse();
        assertThat(health.reasons()).containsExactly(Map.entry("kafka", "waiting"));

        health.up("kafka");
        assertThat(health.ready()).isTrue();
        assertThat(health.reasons()).isEmpty();
    }

    @Test
    void aFaultEndsLivenessAndNamesTheGuilty() {
        health.up("kafka");
        IllegalStateException bug = new IllegalStateException("a bug");
        health.fail("split", new RuntimeException("wrapped", bug));

        assertThat(health.live()).isFalse();
        assertThat(health.ready()).isFalse();
        assertThat(health.reasons()).containsExactly(Map.entry("split", "failed: IllegalStateException: a bug"));
        assertThat(health.fault().join().component()).isEqualTo("split");
    }

    @Test
    void theFirstFaultIsKeptAndNothingCoversIt() {
        health.fail("split", new IllegalStateException("first"));
        health.fail("intake", new IllegalStateException("second"));
        health.down("split", "shutting down");
        health.up("split");

        assertThat(health.fault().join().component()).isEqualTo("split");
        assertThat(health.reasons()).containsEntry("split", "failed: IllegalStateException: first");
    }

    @Test
    void theRegistryIsShownAsItAnswersOrNot() {
        health.registryListener().registryAnswers(false, "status 503");
        assertThat(health.reasons()).containsExactly(Map.entry("registry", "status 503"));

        health.registryListener().registryAnswers(true, "");
        assertThat(health.ready()).isTrue();
    }

    @Test
    void whatEndsWithTheServiceIsNoTrouble() {
        List<Level> said = saidBy(() -> {
            health.down("kafka", "waiting");
            health.stopping();
            health.down("streams", "is not running");
        });

        assertThat(said).containsExactly(Level.WARN, Level.INFO, Level.INFO);
        assertThat(health.reasons())
                .containsEntry("lifecycle", "is stopping")
                .containsEntry("streams", "is not running");
    }

    @Test
    void aStartThatWaitsForAnotherIsNoTroubleButAStepBackIs() {
        assertThat(saidBy(() -> {
                    health.starting("console");
                    health.waiting("console", "no tables yet");
                    health.waiting("console", "no tables yet");
                }))
                .containsExactly(Level.INFO, Level.INFO);
        assertThat(health.reasons()).containsExactly(Map.entry("console", "no tables yet"));

        assertThat(saidBy(() -> {
                    health.up("console");
                    health.waiting("console", "no tables any more");
                }))
                .containsExactly(Level.INFO, Level.WARN);
        assertThat(health.ready()).isFalse();
    }

    /** The levels of what the health writes into the log meanwhile. */
    private static List<Level> saidBy(Runnable changes) {
        Logger log = (Logger) LoggerFactory.getLogger(Health.class);
        ListAppender<ILoggingEvent> said = new ListAppender<>();
        said.start();
        log.addAppender(said);
        try {
            changes.run();
        } finally {
            log.detachAppender(said);
        }
        return said.list.stream().map(ILoggingEvent::getLevel).toList();
    }
}
