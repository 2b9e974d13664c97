package dev.broadsheet.ingest;

import dev.broadsheet.contracts.AvroSerdes;
import dev.broadsheet.contracts.Topic;
import dev.broadsheet.contracts.Topics;
import dev.broadsheet.ingest.pace.KafkaLags;
import dev.broadsheet.ingest.pace.KafkaLags.Watched;
import dev.broadsheet.ingest.pace.Pace;
import dev.broadsheet.ingest.pace.PaceTelemetry;
import dev.broadsheet.runtime.CommonSettings;
import dev.broadsheet.runtime.Health;
import dev.broadsheet.runtime.StreamsApp;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;

/**
 * Reprocessing beside live work: a Streams application of its own, which runs while its pace lets it. Started and closed
 * once, by one thread.
 */
final class Backfill implements AutoCloseable {
    private final StreamsApp streams;
    private final Pace pace;

    Backfill(
            IngestSettings settings,
            AvroSerdes serdes,
            IssueSplitter splitter,
            SplitReceipts receipts,
            Health health,
            MeterRegistry meters) {
        CommonSettings common = settings.common();
        BackfillTelemetry counters = new BackfillTelemetry(meters);
        this.streams = new StreamsApp(
                common,
                settings.applicationId(IngestRole.BACKFILL),
                settings.stateDir(),
                1,
                new BackfillTopology(common.topics(), serdes)
                        .build(() -> new BackfillProcessor(splitter, receipts, counters, this::done)),
                health,
                meters,
                splitter.deadLetters());
        this.pace = new Pace(
                lags(settings),
                settings.backfillPages(),
                streams::pause,
                streams::resume,
                System::nanoTime,
                failure -> health.fail("backfill.pace", failure));
        PaceTelemetry.bind(pace, meters);
    }

    /** Returns at once; readiness tells when it works. */
    void start() {
        streams.start();
        pace.start();
    }

    @Override
    public void close() {
        pace.close();
        streams.close();
    }

    private void done() {
        pace.done();
    }

    /** Reprocessed pages that wait for the guard are counted as live: they are ahead of what live pages wait for next. */
    private static KafkaLags lags(IngestSettings settings) {
        CommonSettings common = settings.common();
        Topics topics = common.topics();
        String split = settings.applicationId(IngestRole.SPLIT);
        String enrich = common.applicationId("enrich"); // as the enrich service derives it
        String backfill = settings.applicationId(IngestRole.BACKFILL);
        return new KafkaLags(
                common.kafka(),
                topics.partitions(),
                List.of(
                        new Watched(split, topics.name(Topic.ISSUES), false),
                        new Watched(split, topics.name(Topic.PAGES_BACKFILL), true),
                        new Watched(enrich, topics.name(Topic.ARTICLES), true)),
                List.of(
                        new Watched(backfill, topics.name(Topic.ISSUES_BACKFILL), true),
                        new Watched(backfill, topics.name(Topic.RETRY_SPLIT_BACKFILL), true)));
    }
}
