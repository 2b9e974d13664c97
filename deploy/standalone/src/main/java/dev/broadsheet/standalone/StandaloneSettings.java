package dev.broadsheet.standalone;

import java.nio.file.Path;
import java.util.Map;

/**
 * What a standalone run is told.
 *
 * @param data folder that holds everything and is kept
 * @param ports the ones asked for; see {@link Ports}
 * @param environment further BROADSHEET_… settings, read by all three services; what the standalone run decides itself
 *     (addresses, folders) wins
 */
public record StandaloneSettings(Path data, Ports ports, Map<String, String> environment) {
    public StandaloneSettings {
        data = data.toAbsolutePath().normalize();
        environment = Map.copyOf(environment);
    }

    /** A folder, any ports, nothing else. */
    public static StandaloneSettings of(Path data) {
        return new StandaloneSettings(data, Ports.ANY, Map.of());
    }
}
