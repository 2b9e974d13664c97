package dev.broadsheet.ingest;

import dev.broadsheet.ingest.feed.Feed;
import dev.broadsheet.ingest.feed.FeedsFile;
import dev.broadsheet.runtime.CommonSettings;
import dev.broadsheet.runtime.SettingsReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the ingest service.
 *
 * @param common what every service has
 * @param roles what this instance does
 * @param feeds where issues come from; of use to the intake only
 * @param stateDir folder of the state stores; may be lost, Kafka holds the truth
 * @param threads stream threads, 1 to 64
 * @param splitLimit longest time one page may take in the splitter
 * @param backfillPages pages that reprocessing hands on at a time, 1 to 1,000
 */
public record IngestSettings(
        CommonSettings common,
        Set<IngestRole> roles,
        List<Feed> feeds,
        Path stateDir,
        int threads,
        Duration splitLimit,
        int backfillPages) {
    private static final String FEEDS = "BROADSHEET_INGEST_FEEDS";

    public IngestSettings {
        roles = Set.copyOf(roles);
        feeds = List.copyOf(feeds);
    }

    /** Reads the environment and feeds.yaml; throws SettingsException with every problem at once. */
    public static IngestSettings read(Map<String, String> environment) {
        SettingsReader reader = new SettingsReader(environment);
        IngestSettings settings = new IngestSettings(
                CommonSettings.read("ingest", reader),
                reader.choices("BROADSHEET_INGEST_ROLES", IngestRole.class, EnumSet.allOf(IngestRole.class)),
                checked(feeds(reader), reader),
                reader.path("BROADSHEET_STATE_DIR", Path.of("state")),
                reader.integer("BROADSHEET_INGEST_THREADS", 1, 1, 64),
                reader.limit("BROADSHEET_INGEST_SPLIT_LIMIT", Duration.ofSeconds(10)),
                reader.integer("BROADSHEET_INGEST_BACKFILL_PAGES", 4, 1, 1_000));
        reader.finish();
        return settings;
    }

    /** Streams application id of a role, for example "broadsheet.split". */
    String applicationId(IngestRole role) {
        return common.applicationId(role.name().toLowerCase(Locale.ROOT));
    }

    private static List<Feed> checked(List<Feed> feeds, SettingsReader reader) {
        Feed.circles(feeds).forEach(circle -> reader.problem("BROADSHEET_INGEST_…:", circle));
        return feeds;
    }

    private static List<Feed> feeds(SettingsReader reader) {
        Path drop = reader.path("BROADSHEET_INGEST_DROP", Path.of("drop"));
        Path done = path(reader, "BROADSHEET_INGEST_DONE");
        Path rejected = path(reader, "BROADSHEET_INGEST_REJECTED");
        Path file = path(reader, FEEDS);
        if (file == null) {
            return List.of(Feed.standard(drop, done, rejected));
        }
        if (reader.optional("BROADSHEET_INGEST_DROP") != null) {
            reader.problem(
                    "BROADSHEET_INGEST_DROP",
                    "is the folder of the default feed; with " + FEEDS
                            + " every feed names its own folder, so give one of the two");
        }
        FeedsFile.Result result = FeedsFile.read(file, done, rejected);
        result.problems().forEach(problem -> reader.problem(FEEDS, problem));
        return result.feeds();
    }

    private static @Nullable Path path(SettingsReader reader, String key) {
        return reader.optional(key) == null ? null : reader.path(key, Path.of(""));
    }
}
