package dev.broadsheet.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** --data and --endpoints, for every command that talks to a running installation. */
final class EndpointOptions {
    static final String DEFAULT_DATA = "broadsheet-data";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = DEFAULT_DATA,
            description = "Folder of a running installation (default: ./${DEFAULT-VALUE}).")
    private Path data = Path.of(DEFAULT_DATA);

    @Option(
            names = "--endpoints",
            paramLabel = "FILE",
            description = "Endpoints file of a production cluster; wins over --data.")
    private @Nullable Path endpoints;

    Endpoints read() {
        return Endpoints.read(endpoints == null ? data.resolve("endpoints.json") : endpoints);
    }

    /** Of --data; empty where --endpoints wins over it. */
    Optional<Path> dataFolder() {
        return endpoints == null ? Optional.of(data) : Optional.empty();
    }
}
