package dev.broadsheet.enrich;

import dev.broadsheet.runtime.CommonSettings;
import dev.broadsheet.runtime.SettingsReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * Settings of the enrich service.
 *
 * @param common what every service has
 * @param stateDir folder of the state stores; may be lost, Kafka holds the truth
 * @param threads stream threads, 1 to 64
 * @param limit longest time one article may take in the extractor
 */
public record EnrichSettings(CommonSettings common, Path stateDir, int threads, Duration limit) {
    /** Reads the environment; throws SettingsException with every problem at once. */
    public static EnrichSettings read(Map<String, String> environment) {
        SettingsReader reader = new SettingsReader(environment);
        EnrichSettings settings = new EnrichSettings(
                CommonSettings.read("enrich", reader),
                reader.path("BROADSHEET_STATE_DIR", Path.of("state")),
                reader.integer("BROADSHEET_ENRICH_THREADS", 1, 1, 64),
                reader.duration("BROADSHEET_ENRICH_LIMIT", Duration.ofSeconds(10)));
        reader.finish();
        return settings;
    }

    /** Streams application id, for example "broadsheet.enrich". */
    String applicationId() {
        return common.topics().prefix() + "enrich";
    }
}
