package dev.broadsheet.sink;

import dev.broadsheet.contracts.AvroSerdes;
import dev.broadsheet.runtime.CommonSettings;
import dev.broadsheet.runtime.Health;
import dev.broadsheet.sink.postgresql.PostgresContents;
import dev.broadsheet.sink.reconcile.Difference;
import dev.broadsheet.sink.reconcile.Reconciler;
import dev.broadsheet.sink.reconcile.Report;
import dev.broadsheet.sink.reconcile.kafka.KafkaTopicLog;
import dev.broadsheet.sink.store.StoreUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reconciles again and again on a thread of its own, in one of all instances: the one that holds the store's lock. Trouble that passes is counted and
 * logged and the next round tries again; it never makes the sink unready, because nothing waits for it.
 */
final class ReconcileSchedule implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReconcileSchedule.class);
    private static final Duration SETTLE = Duration.ofSeconds(60);
    private static final int MOST_LOGGED = 20;

    private final SinkSettings settings;
    private final AvroSerdes serdes;
    private final Health health;
    private final ReconcileTelemetry telemetry;
    private final Clock clock;
    private final PostgresContents store;
    private final Thread thread = new Thread(this::run, "sink-reconcile");

    ReconcileSchedule(
            SinkSettings settings, AvroSerdes serdes, Health health, ReconcileTelemetry telemetry, Clock clock) {
        this.settings = settings;
        this.serdes = serdes;
        this.health = health;
        this.telemetry = telemetry;
        this.clock = clock;
        telemetry.every(settings.reconcileEvery());
        this.store =
                new PostgresContents(settings.jdbc(), settings.common().topics().prefix());
        thread.setDaemon(true);
    }

    /** Does nothing where the settings ask for no schedule. */
    void start() {
        if (!settings.reconcileEvery().isZero()) {
            thread.start();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        Threads.end(thread);
        store.close();
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(settings.reconcileEvery().toMillis());
                round();
            }
        } catch (InterruptedException | InterruptException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            health.fail("reconciliation", e);
        }
    }

    private void round() throws InterruptedException {
        try {
            if (store.lock()) {
                reconcile();
            } else {
                telemetry.notMine();
            }
        } catch (InterruptException e) {
            throw e;
        } catch (StoreUnavailableException | KafkaException e) {
            telemetry.failed();
            LOG.warn("not reconciled, tried again in {}: {}", settings.reconcileEvery(), e.toString());
        }
    }

    private void reconcile() throws InterruptedException {
        CommonSettings common = settings.common();
        try (KafkaTopicLog log = new KafkaTopicLog(common.topics(), common.kafka(), serdes, store.name(), clock)) {
            Reconciler reconciler = new Reconciler(log, store, clock, length -> Thread.sleep(length.toMillis()));
            Report report = reconciler.run(Instant.EPOCH, SETTLE);
            telemetry.found(report);
            if (report.isClean()) {
                LOG.info("reconciled {} pages in {}: no differences", report.pages(), report.took());
            } else {
                LOG.error("reconciled {} pages: {} differences {}", report.pages(), report.total(), report.counts());
                report.differences().stream().limit(MOST_LOGGED).forEach(ReconcileSchedule::tell);
            }
        }
    }

    private static void tell(Difference difference) {
        LOG.error(
                "{} in {}: {} {} ({}); {}",
                difference.kind(),
                difference.place(),
                difference.about(),
                difference.what(),
                difference.fileName(),
                difference.mend());
    }
}
