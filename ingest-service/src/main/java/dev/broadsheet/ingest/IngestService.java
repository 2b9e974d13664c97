package dev.broadsheet.ingest;

import dev.broadsheet.chinese.Seams;
import dev.broadsheet.contracts.AvroSerdes;
import dev.broadsheet.contracts.DeadLetter;
import dev.broadsheet.contracts.RawIssue;
import dev.broadsheet.contracts.Topic;
import dev.broadsheet.ingest.intake.Intake;
import dev.broadsheet.ingest.intake.IssueProducer;
import dev.broadsheet.ingest.split.PageSplitter;
import dev.broadsheet.ingest.split.SplitPage;
import dev.broadsheet.runtime.CommonSettings;
import dev.broadsheet.runtime.DeadLetterContext;
import dev.broadsheet.runtime.ExtractorVersion;
import dev.broadsheet.runtime.Health;
import dev.broadsheet.runtime.HttpEndpoint;
import dev.broadsheet.runtime.Retries;
import dev.broadsheet.runtime.Service;
import dev.broadsheet.runtime.Software;
import dev.broadsheet.runtime.Startup;
import dev.broadsheet.runtime.StreamsApp;
import dev.broadsheet.runtime.Telemetry;
import dev.broadsheet.runtime.TimeLimit;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.Topology;
import org.jspecify.annotations.Nullable;

/**
 * The ingest service: takes files in, and splits issues into pages and articles; either role alone or both. Start returns
 * when begun; readiness tells when it works. Close finishes what is in flight and may be called from any thread.
 */
public final class IngestService implements Service {
    private static final List<Topic> TOPICS =
            List.of(Topic.ISSUES, Topic.PAGES, Topic.ARTICLES, Topic.RECEIPTS, Topic.DEAD_LETTERS, Topic.RETRY_SPLIT);

    private final Health health = new Health();
    private final CommonSettings common;
    private final Telemetry telemetry;
    private final TimeLimit limit;
    private final HttpEndpoint http;
    private final @Nullable Intake intake;
    private final @Nullable StreamsApp streams;
    private final Startup startup;

    public IngestService(IngestSettings settings, Clock clock) {
        this(settings, clock, new PageSplitter()::split);
    }

    /** With another pure core, for tests of the frame around it. */
    IngestService(IngestSettings settings, Clock clock, Function<String, SplitPage> splitter) {
        this.common = settings.common();
        this.telemetry = new Telemetry(common.service(), common.instance());
        this.limit = new TimeLimit("split", settings.splitLimit());
        AvroSerdes serdes =
                new AvroSerdes(common.registry(), Retries.counting(telemetry.registry(), health.registryListener()));
        this.intake = settings.roles().contains(IngestRole.INTAKE) ? intake(settings, serdes, clock) : null;
        this.streams = settings.roles().contains(IngestRole.SPLIT) ? streams(settings, serdes, clock, splitter) : null;
        this.startup = new Startup(common, TOPICS, health, this::begin);
        this.http = new HttpEndpoint(common.httpHost(), common.httpPort(), health, telemetry);
    }

    private Intake intake(IngestSettings settings, AvroSerdes serdes, Clock clock) {
        Serializer<SpecificRecord> values = serdes.<SpecificRecord>value().serializer();
        String client = common.topics().prefix() + "intake." + common.instance();
        return new Intake(
                settings.feeds(),
                common.instance(),
                common.topics(),
                () -> IssueProducer.create(common.kafka(), client, values),
                health,
                telemetry.registry(),
                clock);
    }

    private StreamsApp streams(
            IngestSettings settings, AvroSerdes serdes, Clock clock, Function<String, SplitPage> splitter) {
        String extractor = ExtractorVersion.combine(
                ExtractorVersion.of(PageSplitter.class, "dev/broadsheet/ingest/split", "dev/broadsheet/ingest/text"),
                ExtractorVersion.of(Seams.class, "dev/broadsheet/chinese"));
        DeadLetterContext deadLetters = new DeadLetterContext(
                "split",
                common.topics(),
                common.instance(),
                Software.version(),
                extractor,
                clock,
                serdes.<DeadLetter>value().serializer());
        SplitMapping mapping = new SplitMapping(extractor);
        SplitReceipts receipts = new SplitReceipts(common.instance(), clock);
        SplitTelemetry counters = new SplitTelemetry(telemetry.registry());
        IssueSplitter issues = new IssueSplitter(
                splitter,
                limit,
                mapping,
                serdes.<RawIssue>valueOf(common.topics().name(Topic.ISSUES)).serializer(),
                deadLetters);
        Topology topology = new SplitTopology(common.topics(), serdes)
                .build(
                        () -> new IssueProcessor(issues, receipts, counters),
                        () -> new PageProcessor(mapping, receipts, counters));
        return new StreamsApp(
                common,
                settings.applicationId(),
                settings.stateDir(),
                settings.threads(),
                topology,
                health,
                telemetry.registry(),
                deadLetters);
    }

    private void begin() {
        if (streams != null) {
            streams.start();
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
        if (streams != null) {
            streams.close();
        }
        limit.close();
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
