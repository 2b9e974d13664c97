package dev.broadsheet.standalone;

import dev.broadsheet.contracts.SchemaCatalog;
import dev.broadsheet.contracts.Topic;
import dev.broadsheet.contracts.Topics;
import dev.broadsheet.enrich.EnrichSettings;
import dev.broadsheet.runtime.Health;
import dev.broadsheet.runtime.TopicAdmin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All of Broadsheet on one data folder: broker and registry as child JVMs, PostgreSQL, and the three services in this
 * JVM. Start returns when files can be dropped; whatever keeps it from that is a {@link StandaloneException} of one
 * sentence, or a SettingsException. Everything is kept in the folder. Started and closed once; close from any thread.
 */
public final class Standalone implements AutoCloseable {
    /** Free bytes without which nothing starts. */
    public static final long LEAST_FREE_BYTES = DataFolder.LEAST_FREE_BYTES;

    private static final Logger LOG = LoggerFactory.getLogger(Standalone.class);
    private static final Duration READY_LIMIT = Duration.ofMinutes(2);
    private static final long POLL_MILLIS = 20;

    private final StandaloneSettings settings;
    private final Clock clock;
    private final CompletableFuture<StandaloneException> fault = new CompletableFuture<>();
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private volatile @Nullable Thread starter;
    private @Nullable Backends backends;
    private @Nullable StandaloneEndpoints endpoints;

    public Standalone(StandaloneSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    public synchronized void start() {
        long from = System.nanoTime();
        starter = Thread.currentThread();
        try {
            DataFolder folder = open(DataFolder.open(settings.data()));
            Files.deleteIfExists(folder.endpoints());
            if (ServiceEnvironments.watchesDrop(settings.environment())) {
                Files.createDirectories(folder.drop());
            }
            Ports before = Ports.read(folder.ports());
            folder.endOrphans();
            Ports ports = new PortChooser(new Random()).choose(settings.ports(), before);
            ports.write(folder.ports());
            start(folder, ports);
        } catch (IOException e) {
            close();
            throw new StandaloneException(settings.data() + " cannot be used: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            close();
            throw e;
        } finally {
            starter = null;
        }
        LOG.info(
                "Broadsheet runs on {}, started in {} ms",
                settings.data(),
                Duration.ofNanos(System.nanoTime() - from).toMillis());
    }

    private void start(DataFolder folder, Ports ports) throws IOException {
        Backends started = open(new Backends(folder, ports));
        this.backends = started;
        ServiceEnvironments environments = new ServiceEnvironments(folder, ports, started, settings.environment());
        // Loading vocabularies takes as long as starting the registry.
        CompletableFuture<Services> loading = started.brokerServes()
                .thenApplyAsync(serves -> Services.create(environments, clock), Standalone::thread);
        open(() -> close(loading));
        started.start();
        Supervisor supervisor = open(new Supervisor(fault::complete, folder::fullDisk, System::nanoTime));
        supervisor.watch(started.children());
        createTopics(environments);
        register(environments, started.registryUrl());
        Services services = join(loading);
        services.start(fault::complete);
        await(services);
        StandaloneEndpoints where = endpoints(environments, services);
        where.write(folder.endpoints());
        open(() -> Files.deleteIfExists(folder.endpoints()));
        this.endpoints = where;
    }

    /** Where everything is, once started. */
    public synchronized StandaloneEndpoints endpoints() {
        if (endpoints == null) {
            throw new IllegalStateException("not started");
        }
        return endpoints;
    }

    /** The file with what the console's operators sign in with, unless the environment gave a token. */
    public Path consoleToken() {
        return settings.data().resolve("console-token");
    }

    /** The children, once started; for tests of outages. */
    public synchronized Backends backends() {
        if (backends == null) {
            throw new IllegalStateException("not started");
        }
        return backends;
    }

    /** Completes when this run cannot go on, with the sentence that says why. */
    public CompletableFuture<StandaloneException> fault() {
        return fault.copy();
    }

    /** Stops taking files, finishes what is under way, stops the children; a start under way is broken off. */
    @Override
    public void close() {
        Thread starting = starter;
        if (starting != null && starting != Thread.currentThread()) {
            starting.interrupt();
        }
        closeAll();
    }

    private synchronized void closeAll() {
        while (!opened.isEmpty()) {
            AutoCloseable last = opened.pop();
            try {
                last.close();
            } catch (Exception e) {
                LOG.warn("{} did not close as it should", last.getClass().getSimpleName(), e);
            }
        }
    }

    private <T extends AutoCloseable> T open(T resource) {
        opened.push(resource);
        return resource;
    }

    // Loaded or still loading; where loading failed there is nothing to close.
    private static void close(CompletableFuture<Services> loading) {
        CompletableFuture<@Nullable Void> closed = loading.thenAccept(Services::close);
        if (loading.isDone() && !loading.isCompletedExceptionally()) {
            closed.join();
        }
    }

    private static void thread(Runnable task) {
        Thread thread = new Thread(task, "load-services");
        thread.setDaemon(true);
        thread.start();
    }

    private static Services join(CompletableFuture<Services> loading) {
        try {
            return loading.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    // Once here, instead of by three services at the same time.
    private static void createTopics(ServiceEnvironments environments) {
        TopicAdmin.prepare(EnrichSettings.read(environments.enrich()).common(), List.of(Topic.values()), new Health());
    }

    private static void register(ServiceEnvironments environments, String registryUrl) {
        Topics topics = new Topics(environments.topicPrefix(), environments.partitions());
        try (SchemaCatalog catalog = new SchemaCatalog(topics, Map.of("schema.registry.url", registryUrl))) {
            catalog.register();
        } catch (IOException e) {
            throw new StandaloneException("the schemas cannot be registered: " + e.getMessage(), e);
        }
    }

    private void await(Services services) {
        long deadline = System.nanoTime() + READY_LIMIT.toNanos();
        while (!services.ready()) {
            StandaloneException failed = fault.getNow(null);
            if (failed != null) {
                throw failed;
            }
            if (System.nanoTime() > deadline) {
                throw new StandaloneException(services.waitingFor() + " after " + READY_LIMIT.toSeconds() + " s");
            }
            try {
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
        }
    }

    private static StandaloneException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new StandaloneException("interrupted while starting", e);
    }

    private static StandaloneEndpoints endpoints(ServiceEnvironments environments, Services services) {
        Backends backends = environments.backends();
        return new StandaloneEndpoints(
                backends.bootstrapServers(),
                backends.registryUrl(),
                backends.jdbcUrl(),
                backends.jdbcUser(),
                backends.jdbcUser(),
                environments.topicPrefix(),
                services.dropFolder(),
                services.httpPorts(),
                environments.consoleUrl(services.consolePort()),
                ProcessHandle.current().pid());
    }
}
