package dev.broadsheet.system.chaos;

import dev.broadsheet.contracts.SchemaCatalog;
import dev.broadsheet.enrich.FaultyEnrichMain;
import dev.broadsheet.ingest.FaultyIngestMain;
import dev.broadsheet.sink.SinkMain;
import dev.broadsheet.standalone.Backends;
import dev.broadsheet.system.Deployment.Addresses;
import dev.broadsheet.system.Proxy;
import dev.broadsheet.system.ServiceProcess;
import dev.broadsheet.system.TopicRecords;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Broker, registry, PostgreSQL and two instances of each service, every one a process of its own on the loopback
 * interface. The services reach PostgreSQL through a {@link Proxy}, the judge does not. Nothing stays behind when this JVM
 * is killed. Faults are done to different parts by different threads.
 */
final class Cluster implements AutoCloseable {
    private static final int INSTANCES = 2;
    private static final List<String> FLAGS =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-XX:+ExitOnOutOfMemoryError");

    private final Path home;
    private final ActionLog log;
    private final Backends backends;
    private final Proxy proxy;
    private final Map<String, ServiceProcess> services = new LinkedHashMap<>();
    private final List<String> endedByThemselves = new CopyOnWriteArrayList<>();
    private volatile boolean closing;

    private Cluster(Path home, ActionLog log, Backends backends, Proxy proxy) {
        this.home = home;
        this.log = log;
        this.backends = backends;
        this.proxy = proxy;
    }

    /** Returns when the backends serve and the services have been started; those wait for what they need. */
    static Cluster start(Path home, ActionLog log, Map<String, String> settings) throws IOException {
        Backends backends = Backends.open(home.resolve("data"));
        try {
            backends.start();
            Proxy proxy = new Proxy(
                    URI.create(backends.jdbcUrl().substring("jdbc:".length())).getPort());
            Cluster cluster = new Cluster(home, log, backends, proxy);
            cluster.startServices(settings);
            return cluster;
        } catch (IOException | RuntimeException e) {
            backends.close();
            throw e;
        }
    }

    private void startServices(Map<String, String> settings) throws IOException {
        try (SchemaCatalog catalog =
                new SchemaCatalog(TopicRecords.TOPICS, Map.of("schema.registry.url", backends.registryUrl()))) {
            catalog.register();
        }
        Files.createDirectories(drop());
        Files.createDirectories(home.resolve("logs"));
        Files.writeString(home.resolve("feeds.yaml"), """
                feeds:
                  - name: chaos
                    folder: %s
                    pattern: '(?<publication>[^_]+)_(?<date>\\d{8})_(?<page>[A-Z]\\d\\d)_v\\d+\\.txt'
                """.formatted(drop()));
        for (int i = 1; i <= INSTANCES; i++) {
            add("ingest-" + i, FaultyIngestMain.class, "192m", settings);
            add("enrich-" + i, FaultyEnrichMain.class, "384m", settings);
            add("sink-" + i, SinkMain.class, "160m", settings);
        }
        for (ServiceProcess service : services.values()) {
            service.start();
        }
    }

    private void add(String name, Class<?> main, String heap, Map<String, String> settings) {
        Map<String, String> environment = servicesAddresses().environment(name, home.resolve("state"));
        environment.put("BROADSHEET_LOG_LEVEL", "INFO");
        if (main == FaultyIngestMain.class) {
            environment.put(
                    "BROADSHEET_INGEST_FEEDS", home.resolve("feeds.yaml").toString());
            environment.put("BROADSHEET_INGEST_DONE", files().resolve("done").toString());
            environment.put(
                    "BROADSHEET_INGEST_REJECTED", files().resolve("rejected").toString());
        }
        environment.putAll(settings);
        List<String> flags = new ArrayList<>(FLAGS);
        flags.add("-Xmx" + heap);
        services.put(
                name,
                new ServiceProcess(
                        main,
                        flags,
                        environment,
                        home.resolve("logs").resolve(name + ".log"),
                        code -> ended(name, code)));
    }

    private void ended(String name, int code) {
        if (!closing) {
            endedByThemselves.add(name + " ended by itself with exit code " + code);
            log.say(name + " ended by itself with exit code " + code + "; starting it again");
            try {
                service(name).start();
            } catch (IOException e) {
                log.say(name + " cannot be started again: " + e);
            }
        }
    }

    ServiceProcess service(String name) {
        ServiceProcess service = services.get(name);
        if (service == null) {
            throw new IllegalArgumentException("no service " + name);
        }
        return service;
    }

    Backends backends() {
        return backends;
    }

    Proxy proxy() {
        return proxy;
    }

    /** Everything of the feed: what is dropped, claimed, done and rejected. */
    Path files() {
        return home.resolve("files");
    }

    Path drop() {
        return files().resolve("drop");
    }

    /** Services that crashed: none should, whatever happens to what they need. */
    List<String> endedByThemselves() {
        return endedByThemselves;
    }

    /** As the judge reaches everything, past the proxy. */
    Addresses addresses() {
        return addresses(backends.jdbcUrl());
    }

    private Addresses servicesAddresses() {
        URI direct = URI.create(backends.jdbcUrl().substring("jdbc:".length()));
        return addresses("jdbc:postgresql://127.0.0.1:" + proxy.port() + direct.getPath());
    }

    private Addresses addresses(String jdbcUrl) {
        return new Addresses(
                backends.bootstrapServers(), backends.registryUrl(), jdbcUrl, backends.jdbcUser(), backends.jdbcUser());
    }

    @Override
    public void close() {
        closing = true;
        services.values().parallelStream().forEach(ServiceProcess::close);
        try {
            proxy.close();
        } catch (IOException e) {
            log.say("the proxy did not close: " + e);
        }
        backends.close();
    }
}
