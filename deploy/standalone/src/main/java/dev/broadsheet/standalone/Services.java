package dev.broadsheet.standalone;

import dev.broadsheet.enrich.EnrichService;
import dev.broadsheet.enrich.EnrichSettings;
import dev.broadsheet.ingest.IngestService;
import dev.broadsheet.ingest.IngestSettings;
import dev.broadsheet.ingest.feed.Feed;
import dev.broadsheet.runtime.Service;
import dev.broadsheet.sink.SinkService;
import dev.broadsheet.sink.SinkSettings;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The three services, the same objects as in production, each with its own settings; in the order of their start. */
final class Services implements AutoCloseable {
    private final Map<String, Service> services;
    private final SinkService sink;
    private final List<Feed> feeds;

    private Services(Map<String, Service> services, SinkService sink, List<Feed> feeds) {
        this.services = services;
        this.sink = sink;
        this.feeds = feeds;
    }

    /** Loads vocabularies and so takes a second or two; connects to nothing. */
    static Services create(ServiceEnvironments environments, Clock clock) {
        Map<String, Service> services = new LinkedHashMap<>();
        SinkService sink = new SinkService(SinkSettings.read(environments.sink()), clock);
        services.put("sink", sink);
        services.put("enrich", new EnrichService(EnrichSettings.read(environments.enrich()), clock));
        IngestSettings ingest = IngestSettings.read(environments.ingest());
        services.put("ingest", new IngestService(ingest, clock));
        return new Services(services, sink, ingest.feeds());
    }

    void start(Consumer<StandaloneException> fault) {
        services.forEach((name, service) -> {
            service.start();
            var unused = service.health()
                    .fault()
                    .thenAccept(what -> fault.accept(new StandaloneException(
                            "the " + name + " service failed: " + what.component() + ": " + what.cause(),
                            what.cause())));
        });
    }

    boolean ready() {
        return services.values().stream().allMatch(service -> service.health().ready());
    }

    /** What is not ready, and why. */
    String waitingFor() {
        return services.entrySet().stream()
                .filter(entry -> !entry.getValue().health().ready())
                .map(entry -> "the " + entry.getKey() + " service is waiting for "
                        + entry.getValue().health().reasons())
                .collect(Collectors.joining(", "));
    }

    Map<String, Integer> httpPorts() {
        Map<String, Integer> ports = new TreeMap<>();
        services.forEach((name, service) -> ports.put(name, service.httpPort()));
        return ports;
    }

    /** The one folder that is watched; null where feeds.yaml names several, each with files of its own. */
    @Nullable
    String dropFolder() {
        return dropFolder(feeds);
    }

    static @Nullable String dropFolder(List<Feed> feeds) {
        return feeds.size() == 1 ? feeds.get(0).folder().toAbsolutePath().toString() : null;
    }

    int consolePort() {
        return sink.consolePort();
    }

    /** In reverse order: nothing new comes in, then what is under way is finished. None is ready from the beginning of it. */
    @Override
    public void close() {
        services.values().forEach(service -> service.health().stopping());
        List<Service> lastFirst = new ArrayList<>(services.values());
        Collections.reverse(lastFirst);
        lastFirst.forEach(Service::close);
    }
}
