package dev.broadsheet.sink;

import dev.broadsheet.contracts.AvroSerdes;
import dev.broadsheet.contracts.DeadLetter;
import dev.broadsheet.contracts.PageIdPartitioner;
import dev.broadsheet.contracts.Receipt;
import dev.broadsheet.contracts.Topic;
import dev.broadsheet.contracts.Topics;
import dev.broadsheet.runtime.Closing;
import dev.broadsheet.runtime.CommonSettings;
import dev.broadsheet.runtime.DeadLetterContext;
import dev.broadsheet.runtime.Health;
import dev.broadsheet.runtime.HttpEndpoint;
import dev.broadsheet.runtime.Service;
import dev.broadsheet.runtime.Software;
import dev.broadsheet.runtime.Startup;
import dev.broadsheet.runtime.Telemetry;
import dev.broadsheet.runtime.trace.Traces;
import dev.broadsheet.sink.avro.Announcements;
import dev.broadsheet.sink.avro.ChangeReader;
import dev.broadsheet.sink.avro.LetterReader;
import dev.broadsheet.sink.postgresql.PostgresStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.jspecify.annotations.Nullable;

/** Keeps PostgreSQL in step with pages, articles.enriched, projects, receipts, metrics.latest and dead-letters. */
public final class SinkService implements Service {
    private static final String STORE = "postgresql";
    private static final String STAGE = "sink." + STORE;
    private static final List<Topic> TOPICS = List.of(
            Topic.PAGES,
            Topic.ARTICLES_ENRICHED,
            Topic.PROJECTS,
            Topic.RECEIPTS,
            Topic.METRICS_LATEST,
            Topic.FEEDS,
            Topic.FEEDS_CONTROL,
            Topic.DEAD_LETTERS,
            Topic.RETRY_SINK_POSTGRESQL);

    private final Health health = new Health();
    private final Telemetry telemetry;
    private final Traces traces;
    private final HttpEndpoint http;
    private final PostgresStore store;
    private final SinkLoop loop;
    private final OutboxRelay relay;
    private final @Nullable Rounds reconciling;
    private final Rounds watch;
    private final ClientMeters clients;
    private final Startup startup;
    private final boolean stores;
    private final @Nullable ConsoleService console;

    public SinkService(SinkSettings settings, Clock clock) {
        CommonSettings common = settings.common();
        Topics topics = common.topics();
        AvroSerdes serdes = new AvroSerdes(common.registry(), this::registry);
        Announcements announcements = new Announcements(
                topics, common.instance(), STORE, serdes.<Receipt>value().serializer());
        DeadLetterContext deadLetters = new DeadLetterContext(
                STAGE,
                topics,
                common.instance(),
                Software.version(),
                null,
                clock,
                serdes.<DeadLetter>value().serializer());
        this.telemetry = new Telemetry("sink", common.instance());
        this.traces = Traces.of(common, telemetry.registry());
        this.http = new HttpEndpoint(common.http(), health, telemetry);
        this.store = new PostgresStore(
                settings.jdbc(),
                pageId -> PageIdPartitioner.partition(pageId, topics.partitions()),
                announcements::stored,
                clock);
        store.export(telemetry.registry());
        SinkTelemetry counted = new SinkTelemetry(telemetry.registry(), STORE);
        counted.follow(health);
        this.clients = new ClientMeters(telemetry.registry());
        this.relay = new OutboxRelay(
                store,
                () -> clients.of(new KafkaProducer<String, byte[]>(KafkaConfiguration.producer(common))),
                health,
                counted,
                clock);
        this.loop = new SinkLoop(
                () -> clients.of(new KafkaConsumer<byte[], byte[]>(
                        KafkaConfiguration.consumer(common, STORE, settings.batch()))),
                Stream.concat(ChangeReader.TOPICS.stream(), Stream.of(Topic.DEAD_LETTERS, Topic.RETRY_SINK_POSTGRESQL))
                        .map(topics::name)
                        .toList(),
                store,
                announcements,
                new RecordReader(new ChangeReader(topics, serdes), new LetterReader(serdes), topics),
                new Refusals(deadLetters, announcements),
                relay::nudge,
                health,
                counted,
                new StoreTraces(traces, STORE, topics),
                clock);
        this.reconciling = reconciling(settings, serdes, clock);
        this.watch = new Rounds(
                "watch",
                Duration.ZERO,
                StoreWatch.EVERY,
                new StoreWatch(settings.jdbc(), new WatchTelemetry(telemetry.registry(), STORE), clock),
                health);
        this.startup = Startup.ofService(common, TOPICS, health, this::begin);
        this.stores = settings.roles().contains(SinkRole.STORE);
        this.console = settings.console() == null || !settings.roles().contains(SinkRole.CONSOLE)
                ? null
                : new ConsoleService(settings.console(), settings.jdbc(), common, health, telemetry.registry(), clock);
    }

    @Override
    public void start() {
        if (stores) {
            health.starting("database");
        }
        http.start();
        if (console != null) {
            console.start();
        }
        if (stores) {
            startup.start();
        }
    }

    @Override
    public void close() {
        if (console != null) {
            console.close();
        }
        startup.close();
        Closing.together(List.of(this::closeReconciling, watch::close, this::closeWriters));
        store.close();
        traces.close();
        http.close();
        clients.close();
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

    /** Where the console listens, once started; 0 without one. */
    public int consolePort() {
        return console == null ? 0 : console.port();
    }

    private @Nullable Rounds reconciling(SinkSettings settings, AvroSerdes serdes, Clock clock) {
        ReconcileTelemetry counted = new ReconcileTelemetry(telemetry.registry());
        Duration every = settings.reconcileEvery();
        counted.every(every);
        return every.isZero()
                ? null
                : new Rounds(
                        "reconciliation", every, every, new ReconcileRound(settings, serdes, counted, clock), health);
    }

    private void closeReconciling() {
        if (reconciling != null) {
            reconciling.close();
        }
    }

    private void closeWriters() {
        loop.close();
        relay.close();
    }

    private void begin() {
        loop.start();
        relay.start();
        if (reconciling != null) {
            reconciling.start();
        }
        watch.start();
    }

    private void registry(boolean answers, String cause) {
        if (answers) {
            health.up("registry");
        } else {
            health.down("registry", cause);
        }
    }
}
