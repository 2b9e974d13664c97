package dev.broadsheet.enrich;

import dev.broadsheet.enrich.extract.Extractor;
import dev.broadsheet.enrich.extract.LoadedVocabulary;
import dev.broadsheet.enrich.extract.VocabularyReader;
import dev.broadsheet.runtime.CommonSettings;
import dev.broadsheet.runtime.SettingsException;
import dev.broadsheet.runtime.SettingsReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the enrich service.
 *
 * @param common what every service has
 * @param roles what this instance does
 * @param stateDir folder of the state stores; may be lost, Kafka holds the truth
 * @param threads stream threads that enrich, 1 to 64
 * @param rollupThreads stream threads of the roll-up, 1 to 64
 * @param limit longest time one article may take in the extractor
 * @param mostMentions how many entities, and how many figures, one article may report
 * @param vocabularyDir folder of the operator's own names, null for none
 */
public record EnrichSettings(
        CommonSettings common,
        Set<EnrichRole> roles,
        Path stateDir,
        int threads,
        int rollupThreads,
        Duration limit,
        int mostMentions,
        @Nullable Path vocabularyDir) {
    private static final String VOCABULARY = "BROADSHEET_VOCABULARY_DIR";

    public EnrichSettings {
        roles = Set.copyOf(roles);
    }

    /** Reads the environment; throws SettingsException with every problem at once. */
    public static EnrichSettings read(Map<String, String> environment) {
        SettingsReader reader = new SettingsReader(environment);
        EnrichSettings settings = new EnrichSettings(
                CommonSettings.read("enrich", reader),
                reader.choices("BROADSHEET_ENRICH_ROLES", EnrichRole.class, EnumSet.allOf(EnrichRole.class)),
                reader.path("BROADSHEET_STATE_DIR", Path.of("state")),
                reader.integer("BROADSHEET_ENRICH_THREADS", 1, 1, 64),
                reader.integer("BROADSHEET_ROLLUP_THREADS", 1, 1, 64),
                reader.limit("BROADSHEET_ENRICH_LIMIT", Duration.ofSeconds(10)),
                reader.integer("BROADSHEET_ENRICH_MOST_MENTIONS", Extractor.MOST_MENTIONS, 1, 1_000_000),
                vocabularyDir(reader));
        reader.finish();
        return settings;
    }

    private static @Nullable Path vocabularyDir(SettingsReader reader) {
        if (reader.optional(VOCABULARY) == null) {
            return null;
        }
        Path folder = reader.path(VOCABULARY, Path.of(""));
        if (!Files.isDirectory(folder)) {
            reader.problem(VOCABULARY, "is " + folder + ", which is no folder");
        }
        return folder;
    }

    /** Reads the operator's own names, which takes a second for a million; SettingsException where the folder cannot be read. */
    LoadedVocabulary loadVocabulary() {
        try {
            return vocabularyDir == null ? LoadedVocabulary.NONE : VocabularyReader.read(vocabularyDir);
        } catch (IOException e) {
            throw new SettingsException(List.of(VOCABULARY + " is " + vocabularyDir + ", which cannot be read: " + e));
        }
    }

    /** Streams application id of a role, for example "broadsheet.enrich". */
    String applicationId(EnrichRole role) {
        return common.applicationId(role.name().toLowerCase(Locale.ROOT));
    }
}
