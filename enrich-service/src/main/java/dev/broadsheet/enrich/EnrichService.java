package dev.broadsheet.enrich;

import dev.broadsheet.chinese.Segmenter;
import dev.broadsheet.contracts.Article;
import dev.broadsheet.contracts.AvroSerdes;
import dev.broadsheet.contracts.DeadLetter;
import dev.broadsheet.contracts.Topic;
import dev.broadsheet.enrich.extract.Extractor;
import dev.broadsheet.enrich.extract.LoadedVocabulary;
import dev.broadsheet.enrich.extract.SourceArticle;
import dev.broadsheet.enrich.extract.Vocabulary;
import dev.broadsheet.enrich.link.LinkedArticle;
import dev.broadsheet.enrich.link.Linker;
import dev.broadsheet.enrich.rollup.RollupTelemetry;
import dev.broadsheet.enrich.rollup.RollupTopology;
import dev.broadsheet.runtime.Closing;
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
import dev.broadsheet.runtime.trace.Traces;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The enrich service: reads articles, writes enriched articles, metrics and projects, and keeps the newest figures; either role alone or
 * both, each a Streams application of its own. Any number of instances share the partitions. Start returns when begun; readiness tells
 * when it works. Close drains and may be called from any thread.
 */
public final class EnrichService implements Service {
    private static final List<Topic> TOPICS = List.of(
            Topic.ARTICLES,
            Topic.ARTICLES_ENRICHED,
            Topic.METRICS,
            Topic.METRICS_LATEST,
            Topic.PROJECTS,
            Topic.RECEIPTS,
            Topic.DEAD_LETTERS,
            Topic.RETRY_ENRICH,
            Topic.RETRY_ROLLUP);

    private static final Logger LOG = LoggerFactory.getLogger(EnrichService.class);

    private final Health health = new Health();
    private final Telemetry telemetry;
    private final Traces traces;
    /** Not closed: a thread that outlasts its stop would take sound records for failed ones; its threads end by themselves. */
    private final TimeLimit limit;

    private final List<StreamsApp> streams = new ArrayList<>();
    private final Startup startup;
    private final HttpEndpoint http;

    public EnrichService(EnrichSettings settings, Clock clock) {
        this(settings, clock, UnaryOperator.identity());
    }

    /** With something around the pure core, for tests of the frame around it. */
    EnrichService(
            EnrichSettings settings, Clock clock, UnaryOperator<Function<SourceArticle, LinkedArticle>> aroundCore) {
        CommonSettings common = settings.common();
        this.telemetry = new Telemetry(common.service(), common.instance());
        this.traces = Traces.of(common, telemetry.registry());
        this.limit = new TimeLimit("enrich", settings.limit());
        AvroSerdes serdes =
                new AvroSerdes(common.registry(), Retries.counting(telemetry.registry(), health.registryListener()));
        if (settings.roles().contains(EnrichRole.ENRICH)) {
            streams.add(enrich(settings, serdes, clock, aroundCore));
        }
        if (settings.roles().contains(EnrichRole.ROLLUP)) {
            streams.add(rollup(settings, serdes, clock));
        }
        this.startup = Startup.ofService(common, TOPICS, health, () -> streams.forEach(StreamsApp::start));
        this.http = new HttpEndpoint(common.http(), health, telemetry);
    }

    private StreamsApp enrich(
            EnrichSettings settings,
            AvroSerdes serdes,
            Clock clock,
            UnaryOperator<Function<SourceArticle, LinkedArticle>> aroundCore) {
        CommonSettings common = settings.common();
        LoadedVocabulary names = settings.loadVocabulary();
        log(settings, names);
        String version = extractorVersion(names.vocabulary(), settings.mostMentions());
        DeadLetterContext deadLetters = deadLetters("enrich", common, version, serdes, clock);
        ArticleEnricher enricher = new ArticleEnricher(
                aroundCore.apply(Linker.create(names.vocabulary(), settings.mostMentions())::read),
                limit,
                new Mapping(version),
                serdes.valueOf(common.topics().name(Topic.ARTICLES), Article.class)
                        .serializer(),
                deadLetters);
        EnrichReceipts receipts = new EnrichReceipts(common.instance(), clock);
        EnrichTelemetry counters = new EnrichTelemetry(telemetry.registry());
        counters.vocabulary(names);
        return new StreamsApp(
                common,
                settings.applicationId(EnrichRole.ENRICH),
                settings.stateDir(),
                settings.threads(),
                new EnrichTopology(common.topics(), serdes)
                        .build(
                                traces.around("enrich", () -> new ArticleProcessor(enricher, receipts, counters)),
                                () -> new ProjectProcessor(counters)),
                health,
                telemetry.registry(),
                deadLetters);
    }

    private StreamsApp rollup(EnrichSettings settings, AvroSerdes serdes, Clock clock) {
        CommonSettings common = settings.common();
        RollupTelemetry counters = new RollupTelemetry(telemetry.registry());
        return new StreamsApp(
                common,
                settings.applicationId(EnrichRole.ROLLUP),
                settings.stateDir(),
                settings.rollupThreads(),
                new RollupTopology(common.topics(), serdes, counters).build(),
                health,
                telemetry.registry(),
                deadLetters("rollup", common, null, serdes, clock));
    }

    private static DeadLetterContext deadLetters(
            String stage, CommonSettings common, @Nullable String extractor, AvroSerdes serdes, Clock clock) {
        return new DeadLetterContext(
                stage,
                common.topics(),
                common.instance(),
                Software.version(),
                extractor,
                clock,
                serdes.<DeadLetter>value().serializer());
    }

    static String extractorVersion(Vocabulary names) {
        return extractorVersion(names, Extractor.MOST_MENTIONS);
    }

    /** Without names and with the default of {@code most} it is the version of the code alone, whether a folder is empty or there is none. */
    static String extractorVersion(Vocabulary names, int most) {
        String code = ExtractorVersion.combine(
                ExtractorVersion.of(
                        Linker.class,
                        "dev/broadsheet/enrich/check",
                        "dev/broadsheet/enrich/extract",
                        "dev/broadsheet/enrich/indicator",
                        "dev/broadsheet/enrich/link",
                        "dev/broadsheet/enrich/project",
                        Mapping.class.getName(),
                        ProjectMapping.class.getName()),
                ExtractorVersion.of(Segmenter.class, "dev/broadsheet/chinese"));
        String named =
                names.size() == 0 ? code : ExtractorVersion.combine(code, ExtractorVersion.ofLines(names.rows()));
        return most == Extractor.MOST_MENTIONS ? named : ExtractorVersion.combine(named, "at most " + most);
    }

    private static void log(EnrichSettings settings, LoadedVocabulary names) {
        if (settings.vocabularyDir() != null) {
            names.report(settings.vocabularyDir()).forEach(names.isWhole() ? LOG::info : LOG::warn);
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
        Closing.together(streams.stream().<Runnable>map(app -> app::close).toList());
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
