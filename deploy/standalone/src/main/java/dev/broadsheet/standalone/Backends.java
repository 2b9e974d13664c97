package dev.broadsheet.standalone;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Broker, registry and PostgreSQL on one data folder, without any service. Start them from one thread; each child can be
 * killed and started again, which is what tests of outages do.
 */
public final class Backends implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Backends.class);

    private final Broker broker;
    private final Registry registry;
    private final Database database;
    private final CompletableFuture<@Nullable Void> brokerServes = new CompletableFuture<>();

    Backends(DataFolder folder, Ports ports) {
        this.broker = new Broker(folder.broker(), folder.log("broker"), ports.broker(), ports.controller());
        this.registry = new Registry(folder.registry(), folder.log("registry"), ports.registry());
        this.database = new Database(folder.postgresql(), folder.log("postgresql"), ports.postgresql());
    }

    /** Starts all at once and returns when all serve; where one does not, stops the others and says why. */
    public void start() {
        List<CompletableFuture<Void>> starts = new ArrayList<>();
        for (Child child : children()) {
            starts.add(CompletableFuture.runAsync(
                    () -> start(child), task -> new Thread(task, "start-" + child.name()).start()));
        }
        try {
            CompletableFuture.allOf(starts.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            close();
            throw e.getCause() instanceof StandaloneException cause ? cause : e;
        }
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
