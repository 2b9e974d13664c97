package dev.broadsheet.sink;

import dev.broadsheet.contracts.AvroSerdes;
import dev.broadsheet.runtime.CommonSettings;
import dev.broadsheet.sink.postgresql.PostgresContents;
import dev.broadsheet.sink.reconcile.Difference;
import dev.broadsheet.sink.reconcile.Reconciler;
import dev.broadsheet.sink.reconcile.Report;
import dev.broadsheet.sink.reconcile.kafka.KafkaTopicLog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reconciles everything once and tells what differs. */
final class ReconcileRound implements Rounds.Work {
    private static final Logger LOG = LoggerFactory.getLogger(ReconcileRound.class);
    private static final Duration SETTLE = Duration.ofSeconds(60);
    private static final int MOST_LOGGED = 20;

    private final CommonSettings common;
    private final AvroSerdes serdes;
    private final ReconcileTelemetry telemetry;
    private final Clock clock;
    private final PostgresContents store;

    ReconcileRound(SinkSettings settings, AvroSerdes serdes, ReconcileTelemetry telemetry, Clock clock) {
        this.common = settings.common();
        this.serdes = serdes;
        this.telemetry = telemetry;
        this.clock = clock;
        this.store = new PostgresContents(settings.jdbc(), common.topics().prefix());
    }

    @Override
    public boolean lock() {
        return store.lock();
    }

    @Override
    public void round() throws InterruptedException {
        try (KafkaTopicLog log = new KafkaTopicLog(common.topics(), common.kafka(), serdes, store.name(), clock)) {
            Reconciler reconciler = new Reconciler(log, store, clock, length -> Thread.sleep(length.toMillis()));
            Report report = reconciler.run(Instant.EPOCH, SETTLE);
            telemetry.found(report);
            if (report.isClean()) {
                LOG.info("reconciled {} pages in {}: no differences", report.pages(), report.took());
            } else {
                LOG.error("reconciled {} pages: {} differences {}", report.pages(), report.total(), report.counts());
                report.differences().stream().limit(MOST_LOGGED).forEach(ReconcileRound::tell);
            }
        }
    }

    @Override
    public void elsewhere() {
        telemetry.notMine();
    }

    @Override
    public void failed() {
        telemetry.failed();
    }

    @Override
    public void close() {
        store.close();
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
