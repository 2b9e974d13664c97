package dev.broadsheet.sink;

import dev.broadsheet.runtime.CommonSettings;
import dev.broadsheet.runtime.Health;
import dev.broadsheet.sink.console.ConsoleServer;
import dev.broadsheet.sink.console.ConsoleSettings;
import dev.broadsheet.sink.console.Endpoints;
import dev.broadsheet.sink.console.read.ReadApi;
import dev.broadsheet.sink.operations.OperationsEndpoints;
import dev.broadsheet.sink.postgresql.Jdbc;
import dev.broadsheet.sink.postgresql.ReadDatabase;
import dev.broadsheet.sink.store.NotMigratedException;
import dev.broadsheet.sink.store.StoreUnavailableException;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The console over one PostgreSQL store, which it only reads: as a part of a sink, or alone. Component {@code console} of health tells whether
 * it can read, asked twice a second, so that an instance nobody asks is told right too. Started and closed once.
 */
public final class ConsoleService implements AutoCloseable {
    private static final String COMPONENT = "console";
    /** A start waits for it. */
    private static final Duration PROBE = Duration.ofMillis(500);

    private final ReadDatabase database;
    private final ConsoleServer server;
    private final Health health;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(ConsoleService::thread);

    public ConsoleService(
            ConsoleSettings settings,
            Jdbc jdbc,
            CommonSettings common,
            Health health,
            MeterRegistry meters,
            Clock clock) {
        this.database = new ReadDatabase(jdbc);
        this.health = health;
        List<Endpoints> endpoints = new ArrayList<>(ReadApi.of(database, clock));
        endpoints.add(new OperationsEndpoints(database, common, this::storeReady, clock));
        this.server = new ConsoleServer(settings, endpoints, meters, clock);
    }

    /** Throws SettingsException where it cannot listen. */
    public void start() {
        health.starting(COMPONENT);
        server.start();
        var unused = watch.scheduleWithFixedDelay(this::probe, 0, PROBE.toMillis(), TimeUnit.MILLISECONDS);
    }

    public int port() {
        return server.port();
    }

    /** The server itself, for tests that look at its routes. */
    public ConsoleServer server() {
        return server;
    }

    @Override
    public void close() {
        watch.shutdownNow();
        server.close();
        database.close();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "console-watch");
        thread.setDaemon(true);
        return thread;
    }

    // Of a sink that has none beside it, the database that is read is all there is to tell.
    private boolean storeReady() {
        return Collections.disjoint(health.reasons().keySet(), List.of("database", "outbox"));
    }

    private void probe() {
        try {
            database.probe();
            health.up(COMPONENT);
        } catch (NotMigratedException e) {
            health.waiting(COMPONENT, firstWords(e));
        } catch (StoreUnavailableException e) {
            health.down(COMPONENT, firstWords(e));
        } catch (RuntimeException e) { // whoever only reads does not end the service that stores
            health.down(COMPONENT, "cannot read: " + e);
        } catch (Error e) {
            health.fail(COMPONENT, e);
        }
    }

    /** The others tell milliseconds, and each change would be a line in the log. */
    private static String firstWords(StoreUnavailableException e) {
        return String.valueOf(e.getMessage()).replaceFirst("(?s):.*", "");
    }
}
