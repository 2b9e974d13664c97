package dev.broadsheet.contracts;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.TopicConfig;

/**
 * Every topic of Broadsheet, once. A topic's full name is {@link Topics#name}; its key is a plain UTF-8 string, its value
 * Avro in the Confluent wire format. PUBLIC topics are for any team and keep FULL_TRANSITIVE schemas; topics meant for
 * other teams carry gzip, which every client reads, the others zstd.
 */
public enum Topic {
    ISSUES("issues", RawIssue.class, "issueId", Access.INTERNAL, CleanUp.DELETE, Duration.ofDays(365), Sizes.ISSUE),
    PAGES("pages", Page.class, "pageId", Access.PUBLIC, CleanUp.COMPACT, Duration.ZERO, Sizes.PAGE),
    ARTICLES("articles", Article.class, "articleId", Access.PUBLIC, CleanUp.DELETE, Duration.ofDays(30), Sizes.PAGE),
    ARTICLES_ENRICHED(
            "articles.enriched",
            EnrichedArticle.class,
            "articleId",
            Access.PUBLIC,
            CleanUp.COMPACT,
            Duration.ofDays(7),
            Sizes.PAGE),
    METRICS("metrics", Metric.class, "metricId", Access.PUBLIC, CleanUp.COMPACT, Duration.ofDays(7), Sizes.PAGE),
    METRICS_LATEST(
            "metrics.latest",
            LatestMetric.class,
            "seriesId",
            Access.PUBLIC,
            CleanUp.COMPACT,
            Duration.ZERO,
            Sizes.PAGE),
    PROJECTS("projects", Project.class, "projectId", Access.PUBLIC, CleanUp.COMPACT, Duration.ZERO, Sizes.PAGE),
    RECEIPTS(
            "receipts",
            Receipt.class,
            "issueId or deliveryId",
            Access.PUBLIC,
            CleanUp.DELETE,
            Duration.ofDays(3650),
            Sizes.PAGE),
    DEAD_LETTERS(
            "dead-letters",
            DeadLetter.class,
            "topic-partition-offset-stage",
            Access.INTERNAL,
            CleanUp.DELETE,
            Duration.ofDays(365),
            Sizes.DEAD_LETTER),
    ISSUES_BACKFILL(
            "issues.backfill",
            RawIssue.class,
            "issueId",
            Access.INTERNAL,
            CleanUp.DELETE,
            Duration.ofDays(7),
            Sizes.ISSUE),
    PAGES_BACKFILL(
            "pages.backfill",
            SplitResult.class,
            "pageId",
            Access.INTERNAL,
            CleanUp.DELETE,
            Duration.ofDays(7),
            Sizes.PAGE),
    FEEDS("feeds", FeedState.class, "feed", Access.INTERNAL, CleanUp.COMPACT, Duration.ZERO, Sizes.FEED),
    FEEDS_CONTROL(
            "feeds.control", FeedControl.class, "feed", Access.INTERNAL, CleanUp.COMPACT, Duration.ZERO, Sizes.FEED),
    RETRY_SPLIT(Retry.of("split")),
    RETRY_SPLIT_BACKFILL(Retry.of("split.backfill")),
    RETRY_ENRICH(Retry.of("enrich")),
    RETRY_ROLLUP(Retry.of("rollup")),
    RETRY_SINK_POSTGRESQL(Retry.of("sink.postgresql"));

    /** Who may read a topic. */
    public enum Access {
        PUBLIC,
        INTERNAL
    }

    /** What Kafka does with old records. */
    public enum CleanUp {
        DELETE,
        COMPACT
    }

    /** Largest records, in bytes, uncompressed. A file of 16 MiB in GB18030 becomes half as large again in UTF-8. */
    public static final class Sizes {
        public static final int FILE = 16 * 1024 * 1024;
        public static final int ISSUE = FILE + 1024 * 1024;
        public static final int PAGE = 3 * FILE;
        public static final int DEAD_LETTER = PAGE + 1024 * 1024;
        public static final int FEED = 1024 * 1024;
        /** A record with the headers that name its dead letter. */
        public static final int RETRY = PAGE + 512 * 1024;

        private Sizes() {}
    }

    /** A stage's own topic of dead letters that are tried again: the original records, of whatever type. */
    private record Retry(String suffix) {
        private static final String PREFIX = "retry.";

        static Retry of(String stage) {
            return new Retry(PREFIX + stage);
        }
    }

    /** How long a reader may be away and still learn that a key is gone. */
    private static final Duration TOMBSTONES_KEPT = Duration.ofDays(30);

    private final String suffix;
    private final Class<? extends SpecificRecord> value;
    private final String key;
    private final Access access;
    private final CleanUp cleanUp;
    private final Duration kept;
    private final int maxMessageBytes;

    Topic(Retry retry) {
        this(
                retry.suffix(),
                SpecificRecord.class,
                "the original record's",
                Access.INTERNAL,
                CleanUp.DELETE,
                Duration.ofDays(30),
                Sizes.RETRY);
    }

    Topic(
            String suffix,
            Class<? extends SpecificRecord> value,
            String key,
            Access access,
            CleanUp cleanUp,
            Duration kept,
            int maxMessageBytes) {
        this.suffix = suffix;
        this.value = value;
        this.key = key;
        this.access = access;
        this.cleanUp = cleanUp;
        this.kept = kept;
        this.maxMessageBytes = maxMessageBytes;
    }

    /** Name without the configurable prefix, for example "articles.enriched". */
    public String suffix() {
        return suffix;
    }

    /** The topic on which dead letters of a stage are tried again; empty where this version has no such stage. */
    public static Optional<Topic> retryOf(String stage) {
        return Arrays.stream(values())
                .filter(topic -> topic.suffix.equals(Retry.of(stage).suffix()))
                .findFirst();
    }

    /** Class of the values; SpecificRecord itself where they are of several types. */
    public Class<? extends SpecificRecord> value() {
        return value;
    }

    /** Whether the registry knows a subject of the topic's own: not where its records keep the subjects they had. */
    public boolean hasSubject() {
        return value != SpecificRecord.class;
    }

    /** What the key is, in words. */
    public String key() {
        return key;
    }

    public Access access() {
        return access;
    }

    public CleanUp cleanUp() {
        return cleanUp;
    }

    /** DELETE: how long records are kept. COMPACT: how long an old version may be read before it is cleaned. */
    public Duration kept() {
        return kept;
    }

    /** Largest record in bytes, uncompressed. */
    public int maxMessageBytes() {
        return maxMessageBytes;
    }

    /** gzip for what other teams read (kafkajs reads nothing else), zstd inside. */
    public String compression() {
        return access == Access.PUBLIC ? "gzip" : "zstd";
    }

    /** The topic's settings, as Kafka names them. */
    public Map<String, String> config() {
        Map<String, String> config = new LinkedHashMap<>();
        config.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(maxMessageBytes));
        config.put(TopicConfig.COMPRESSION_TYPE_CONFIG, compression());
        if (cleanUp == CleanUp.COMPACT) {
            config.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
            config.put(TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG, Long.toString(kept.toMillis()));
            config.put(TopicConfig.DELETE_RETENTION_MS_CONFIG, Long.toString(TOMBSTONES_KEPT.toMillis()));
        } else {
            config.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
            config.put(TopicConfig.RETENTION_MS_CONFIG, Long.toString(kept.toMillis()));
        }
        return config;
    }
}
