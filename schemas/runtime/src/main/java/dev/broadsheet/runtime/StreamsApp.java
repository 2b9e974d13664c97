package dev.broadsheet.runtime;

import dev.broadsheet.contracts.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micrometer.core.instrument.binder.system.DiskSpaceMetrics;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one topology exactly-once. A bad record becomes a dead letter in the transaction of the record; trouble that
 * passes replaces the thread after a pause and shows in readiness; anything else ends liveness and names its place.
 * Not ready from its construction until it runs. Started and closed once, by one thread.
 */
public final class StreamsApp implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StreamsApp.class);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(15);

    private final String component;
    private final KafkaStreams streams;
    private final KafkaStreamsMetrics metrics;
    private final MeterRegistry meters;
    private final Health health;
    private final Failures failures;
    private final StoreMemory memory = new StoreMemory();
    /** Held here: the meters that ask it do not keep it. */
    private final StreamBacklog backlog;

    private final Startup startup;
    private final Backoff backoff = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30));

    /** For topics that are known to be there. */
    public StreamsApp(
            CommonSettings common,
            String applicationId,
            Path stateDir,
            int threads,
            Topology topology,
            Health health,
            MeterRegistry meters,
            DeadLetterContext deadLetters) {
        this(common, applicationId, stateDir, threads, List.of(), topology, health, meters, deadLetters);
    }

    /**
     * Waits at start, in the background, for the brokers and the topics.
     */
    public StreamsApp(
            CommonSettings common,
            String applicationId,
            Path stateDir,
            int threads,
            List<Topic> topics,
            Topology topology,
            Health health,
            MeterRegistry meters,
            DeadLetterContext deadLetters) {
        this.component = "streams." + deadLetters.stage();
        this.health = health;
        this.meters = meters;
        this.failures = new Failures(deadLetters, meters);
        this.backlog = new StreamBacklog(deadLetters.clock());
        Properties properties = new Properties();
        properties.putAll(StreamsConfiguration.of(common, applicationId, stateDir, threads, memory, failures));
        BoundedClients clients = new BoundedClients(SizeLimits.of(common.topics()), backlog::polled);
        this.streams = new KafkaStreams(topology, properties, clients);
        backlog.follow(streams);
        StageWork.bind(backlog, deadLetters.stage(), meters);
        watchDisk(stateDir.toFile(), meters);
        this.metrics = new KafkaStreamsMetrics(streams);
        streams.setStateListener(this::show);
        streams.setUncaughtExceptionHandler(this::judge);
        this.startup = new Startup(common, topics, health, () -> {
            LeftOverTransactions.end(common, clients.transactionalIds());
            streams.start();
        });
        health.starting(component); // here, so that brokers that answer before start do not make it ready
    }

    // Applications of one service share the folder, and a gauge that is registered a second time is warned of.
    static void watchDisk(File folder, MeterRegistry meters) {
        if (meters.find("disk.free").tag("path", folder.getAbsolutePath()).gauge() == null) {
            new DiskSpaceMetrics(folder).bindTo(meters);
        }
    }

    /** Returns at once; readiness tells when records are processed. */
    public void start() {
        metrics.bindTo(meters);
        startup.start();
    }

    /** Stops after the records in work, keeps the partitions and stays ready; also before the start. Any thread. */
    public void pause() {
        streams.pause();
    }

    /** Goes on where {@link #pause} stopped. Any thread. */
    public void resume() {
        streams.resume();
    }

    /** Finishes the records in work and commits them. */
    @Override
    public void close() {
        startup.close();
        backoff.stop();
        boolean closed = streams.close(CLOSE_LIMIT);
        metrics.close();
        if (closed) {
            memory.close(); // else a thread may yet open a store
        } else {
            LOG.warn(
                    "{} did not close within {} s; what it had not committed is done again",
                    component,
                    CLOSE_LIMIT.toSeconds());
        }
    }

    private void show(KafkaStreams.State state, KafkaStreams.State before) {
        if (before == KafkaStreams.State.CREATED && state == KafkaStreams.State.REBALANCING) {
            return; // the first one is a part of starting
        }
        switch (state) {
            case RUNNING -> {
                backoff.reset();
                health.up(component);
            }
            case ERROR -> failUnlessNamed();
            default ->
                health.down(
                        component, "is " + state.name().toLowerCase(Locale.ROOT).replace('_', ' '));
        }
    }

    // The thread that met the fault has named it already.
    private void failUnlessNamed() {
        if (health.live()) {
            health.fail(component, new IllegalStateException("all stream threads have ended"));
        }
    }

    private StreamThreadExceptionResponse judge(Throwable failure) {
        Optional<String> passing = Causes.passing(failure);
        if (passing.isPresent()) {
            health.down(component, passing.get());
            Retries.count(meters, component, failure);
            backoff.pause();
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        String guilty = failures.takePlace()
                .map(place -> component + " (" + place + ")")
                .orElse(component);
        health.fail(guilty, failure);
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
}
