package dev.broadsheet.ingest;

import dev.broadsheet.contracts.AvroSerdes;
import dev.broadsheet.contracts.DeadLetter;
import dev.broadsheet.contracts.FeedControl;
import dev.broadsheet.contracts.RawIssue;
import dev.broadsheet.contracts.Topic;
import dev.broadsheet.ingest.intake.ControlConsumer;
import dev.broadsheet.ingest.intake.FeedAnnouncer;
import dev.broadsheet.ingest.intake.FeedControls;
import dev.broadsheet.ingest.intake.Intake;
import dev.broadsheet.ingest.intake.IssueProducer;
import dev.broadsheet.ingest.split.PageSplitter;
import dev.broadsheet.ingest.split.SplitPage;
import dev.broadsheet.runtime.Closing;
import dev.broadsheet.runtime.CommonSettings;
import dev.broadsheet.runtime.DeadLetterContext;
import dev.broadsheet.runtime.Health;
import dev.broadsheet.runtime.HttpEndpoint;
import dev.broadsheet.runtime.Retries;
import dev.broadsheet.runtime.Service;
import dev.broadsheet.runtime.Software;
import dev.broadsheet.runtime.Startup;
import dev.broadsheet.runtime.StreamsApp;
import dev.broadsheet.runtime.Telemetry;
import dev.broadsheet.runtime.TimeLimit;
import dev.broadsheet.runtime.trace.Traces;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.Topology;
import org.jspecify.annotations.Nullable;

/**
 * The ingest service: takes files in, splits issues into pages and articles, and splits them again for reprocessing; any role alone or all. Start returns
 * when begun; readiness tells when it works. Close finishes what is in flight and may be called from any thread.
 */
public final class IngestService implements Service {
    private static final List<Topic> TOPICS = List.of(
            Topic.ISSUES,
            Topic.PAGES,
            Topic.ARTICLES,
            Topic.RECEIPTS,
            Topic.DEAD_LETTERS,
            Topic.RETRY_SPLIT,
            Topic.ISSUES_BACKFILL,
            Topic.RETRY_SPLIT_BACKFILL,
            Topic.PAGES_BACKFILL,
            Topic.FEEDS,
            Topic.FEEDS_CONTROL);

    private final Health health = new Health();
    private final CommonSettings common;
    private final Telemetry telemetry;
    private final Traces traces;
    /** Not closed: a thread that outlasts its stop would take sound records for failed ones; its threads end by themselves. */
    private final TimeLimit limit;

    private final HttpEndpoint http;
    private final @Nullable FeedControls feeds;
    private final @Nullable FeedAnnouncer announcer;
    private final @Nullable Intake intake;
    private final @Nullable StreamsApp streams;
    private final @Nullable Backfill backfill;
    private final Startup startup;

    public IngestService(IngestSettings settings, Clock clock) {
        this(settings, clock, new PageSplitter()::split);
    }

    /** With another pure core, for tests of the frame around it. */
    IngestService(IngestSettings settings, Clock clock, Function<String, SplitPage> splitter) {
        this.common = settings.common();
        this.telemetry = new Telemetry(common.service(), common.instance());
        this.traces = Traces.of(common, telemetry.registry());
        this.limit = new TimeLimit("split", settings.splitLimit());
        AvroSerdes serdes =
                new AvroSerdes(common.registry(), Retries.counting(telemetry.registry(), health.registryListener()));
        this.feeds = settings.roles().contains(IngestRole.INTAKE) ? feeds(settings, serdes) : null;
        this.announcer = feeds == null ? null : announcer(settings, serdes, clock);
        this.intake = feeds == null ? null : intake(settings, feeds, serdes, clock);
        SplitMapping mapping = new SplitMapping(PresentSplitter.version());
        SplitReceipts receipts = new SplitReceipts(common.instance(), clock);
        Function<String, IssueSplitter> stages = stage -> new IssueSplitter(
                splitter,
                limit,
                mapping,
                serdes.valueOf(common.topics().name(Topic.ISSUES), RawIssue.class)
                        .serializer(),
                deadLetters(stage, mapping.extractor(), serdes, clock));
        this.streams = settings.roles().contains(IngestRole.SPLIT)
                ? streams(settings, serdes, clock, stages.apply("split"), receipts)
                : null;
        this.backfill = settings.roles().contains(IngestRole.BACKFILL)
                ? new Backfill(settings, serdes, stages.apply("split.backfill"), receipts, health, telemetry.registry())
                : null;
        this.startup = Startup.ofService(common, TOPICS, health, this::begin);
        this.http = new HttpEndpoint(common.http(), health, telemetry);
    }

    private FeedControls feeds(IngestSettings settings, AvroSerdes serdes) {
        return new FeedControls(
                settings.feeds(),
                common.topics(),
                () -> ControlConsumer.create(common.kafka(), client("feeds")),
                serdes.<FeedControl>value().deserializer(),
                health,
                telemetry.registry());
    }

    private FeedAnnouncer announcer(IngestSettings settings, AvroSerdes serdes, Clock clock) {
        return new FeedAnnouncer(
                settings.feeds(),
                common.instance(),
                common.topics(),
                () -> IssueProducer.create(
                        common.kafka(),
                        client("feeds"),
                        serdes.<SpecificRecord>value().serializer()),
                health,
                telemetry.registry(),
                clock);
    }

    private String client(String name) {
        return common.topics().prefix() + name + "." + common.instance();
    }

    private Intake intake(IngestSettings settings, FeedControls controls, AvroSerdes serdes, Clock clock) {
        Serializer<SpecificRecord> values = serdes.<SpecificRecord>value().serializer();
        return new Intake(
                settings.feeds(),
                common.instance(),
                common.topics(),
                () -> IssueProducer.create(common.kafka(), client("intake"), values),
                controls,
                health,
                telemetry.registry(),
                traces,
                clock);
    }

    private DeadLetterContext deadLetters(String stage, String extractor, AvroSerdes serdes, Clock clock) {
        return new DeadLetterContext(
                stage,
                common.topics(),
                common.instance(),
                Software.version(),
                extractor,
                clock,
                serdes.<DeadLetter>value().serializer());
    }

    private StreamsApp streams(
            IngestSettings settings, AvroSerdes serdes, Clock clock, IssueSplitter issues, SplitReceipts receipts) {
        SplitTelemetry counters = new SplitTelemetry(telemetry.registry());
        Topology topology = new SplitTopology(common.topics(), serdes, clock)
                .build(
                        traces.around("split", () -> new IssueProcessor(issues, receipts, counters)),
                        traces.around("guard", () -> new PageProcessor(issues.mapping(), receipts, counters)));
        return new StreamsApp(
                common,
                settings.applicationId(IngestRole.SPLIT),
                settings.stateDir(),
                settings.threads(),
                topology,
                health,
                telemetry.registry(),
                issues.deadLetters());
    }

    private void begin() {
        if (streams != null) {
            streams.start();
        }
        if (backfill != null) {
            backfill.start();
        }
        if (announcer != null) {
            announcer.start();
        }
        if (feeds != null) {
            feeds.start();
        }
        if (intake != null) {
            intake.start();
        }
    }

    @Override
    public void start() {
        http.start();
        startup.start();
    }

    @Override
    public void close() {
        startup.close();
        if (intake != null) {
            intake.close();
        }
        if (announcer != null) {
            announcer.close();
        }
        if (feeds != null) {
            feeds.close();
        }
        List<Runnable> applications = new ArrayList<>();
        if (streams != null) {
            applications.add(streams::close);
        }
        if (backfill != null) {
            applications.add(backfill::close);
        }
        Closing.together(applications);
        traces.close();
        http.close();
        telemetry.close();
    }

    @Override
    public int httpPort() {
        return http.port();
    }

    @Override
    public Health health() {
        return health;
    }
}
