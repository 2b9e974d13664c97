package dev.broadsheet.standalone;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a standalone run is told.
 *
 * @param data folder that holds everything and is kept
 * @param ports the ones asked for; see {@link Ports}
 * @param environment further BROADSHEET_… settings, read by all three services; what the standalone run decides itself
 *     (addresses, folders) wins, and a blank one is none, as the services have it
 */
public record StandaloneSettings(Path data, Ports ports, Map<String, String> environment) {
    public StandaloneSettings {
        data = data.toAbsolutePath().normalize();
        environment = environment.entrySet().stream()
                .filter(entry -> !entry.getValue().isBlank())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** A folder, any ports, nothing else. */
    public static StandaloneSettings of(Path data) {
        return new StandaloneSettings(data, Ports.ANY, Map.of());
    }
}
