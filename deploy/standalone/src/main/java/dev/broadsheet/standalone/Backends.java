package dev.broadsheet.standalone;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Broker, registry and PostgreSQL on one data folder, without any service. Start them from one thread; each child can be
 * killed and started again, which is what tests of outages do.
 */
public final class Backends implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Backends.class);

    private static final long GIVE_UP_SECONDS = 20;

    private final Broker broker;
    private final Registry registry;
    private final Database database;
    private final CompletableFuture<@Nullable Void> brokerServes = new CompletableFuture<>();

    private final AutoCloseable held;

    /** {@code held}: closed after the children, for what this run alone needs. */
    private Backends(DataFolder folder, Ports ports, AutoCloseable held) {
        this.held = held;
        this.broker = new Broker(folder.broker(), folder.log("broker"), ports.broker(), ports.controller());
        this.registry = new Registry(folder.registry(), folder.log("registry"), ports.registry());
        this.database = new Database(folder.postgresql(), folder.log("postgresql"), ports.postgresql());
    }

    Backends(DataFolder folder, Ports ports) {
        this(folder, ports, () -> {});
    }

    /**
     * On a folder of their own, which they hold until they are closed; what an earlier run left running there is ended
     * first. A {@link StandaloneException} says what is wrong with the folder.
     */
    public static Backends open(Path data) {
        DataFolder folder = DataFolder.open(data);
        folder.endOrphans();
        Ports ports = new PortChooser(new Random()).choose(Ports.ANY, Ports.read(folder.ports()));
        ports.write(folder.ports());
        return new Backends(folder, ports, folder);
    }

    /** Starts all at once and returns when all serve; where one does not, stops the others and says why. */
    public void start() {
        ExecutorService starters = Executors.newFixedThreadPool(children().size());
        ExecutorCompletionService<Child> starts = new ExecutorCompletionService<>(starters);
        children().forEach(child -> starts.submit(() -> start(child), child));
        try {
            for (int i = 0; i < children().size(); i++) {
                starts.take().get();
            }
            starters.shutdown();
        } catch (ExecutionException e) {
            giveUp(starters);
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            giveUp(starters);
            Thread.currentThread().interrupt();
            throw new StandaloneException("interrupted while starting", e);
        }
    }

    // A child that a starter has only just begun would outlive a close that came before it.
    private void giveUp(ExecutorService starters) {
        starters.shutdownNow();
        try {
            if (!starters.awaitTermination(GIVE_UP_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("a start could not be interrupted within {} s", GIVE_UP_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        close();
    }

    /** Completes before {@link #start} returns: what only needs the broker need not wait for the others. */
    CompletableFuture<@Nullable Void> brokerServes() {
        return brokerServes;
    }

    public Child broker() {
        return broker;
    }

    public Child registry() {
        return registry;
    }

    public Child database() {
        return database;
    }

    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    public String registryUrl() {
        return registry.url();
    }

    public String jdbcUrl() {
        return database.url();
    }

    public String jdbcUser() {
        return Database.USER;
    }

    List<Child> children() {
        return List.of(broker, registry, database);
    }

    @Override
    public void close() {
        children().parallelStream().forEach(Child::close);
        try {
            held.close();
        } catch (Exception e) {
            throw new IllegalStateException("the data folder cannot be given back", e);
        }
    }

    private void start(Child child) {
        long from = System.nanoTime();
        child.start();
        if (child == broker) {
            brokerServes.complete(null);
        }
        LOG.info(
                "{} started in {} ms",
                child.name(),
                Duration.ofNanos(System.nanoTime() - from).toMillis());
    }
}
