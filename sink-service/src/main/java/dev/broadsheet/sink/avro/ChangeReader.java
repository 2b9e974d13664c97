package dev.broadsheet.sink.avro;

import dev.broadsheet.contracts.AvroSerdes;
import dev.broadsheet.contracts.EnrichedArticle;
import dev.broadsheet.contracts.FeedControl;
import dev.broadsheet.contracts.FeedState;
import dev.broadsheet.contracts.LatestMetric;
import dev.broadsheet.contracts.Page;
import dev.broadsheet.contracts.Project;
import dev.broadsheet.contracts.Receipt;
import dev.broadsheet.contracts.Topic;
import dev.broadsheet.contracts.Topics;
import dev.broadsheet.sink.store.Change;
import dev.broadsheet.sink.store.StoredLatest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** Reads the records of the sink's topics. Not thread-safe. */
public final class ChangeReader {
    /** What a store is fed from. */
    public static final List<Topic> TOPICS = List.of(
            Topic.PAGES,
            Topic.ARTICLES_ENRICHED,
            Topic.PROJECTS,
            Topic.RECEIPTS,
            Topic.METRICS_LATEST,
            Topic.FEEDS,
            Topic.FEEDS_CONTROL);

    private final Map<String, Reading> readings;
    private final String latest;

    private interface Reading {
        Change of(String topic, byte[] value);
    }

    private interface Mapping<T> {
        Change of(T value);
    }

    public ChangeReader(Topics topics, AvroSerdes serdes) {
        this.readings = Map.of(
                topics.name(Topic.PAGES), ChangeReader.<Page>reading(serdes, PageMapping::page),
                topics.name(Topic.ARTICLES_ENRICHED),
                        ChangeReader.<EnrichedArticle>reading(serdes, ArticleMapping::article),
                topics.name(Topic.PROJECTS), ChangeReader.<Project>reading(serdes, ProjectMapping::project),
                topics.name(Topic.RECEIPTS), ChangeReader.<Receipt>reading(serdes, ReceiptMapping::receipt),
                topics.name(Topic.METRICS_LATEST), ChangeReader.<LatestMetric>reading(serdes, LatestMapping::latest),
                topics.name(Topic.FEEDS), ChangeReader.<FeedState>reading(serdes, FeedMapping::feed),
                topics.name(Topic.FEEDS_CONTROL), ChangeReader.<FeedControl>reading(serdes, FeedMapping::control));
        this.latest = topics.name(Topic.METRICS_LATEST);
    }

    /** Whether this is one of the sink's topics, by its full name. */
    public boolean reads(String topic) {
        return readings.containsKey(topic);
    }

    /**
     * What one record asks of a store.
     *
     * @throws SerializationException where no reader can make anything of it
     * @throws dev.broadsheet.contracts.RegistryUnavailableException where it is worth trying again
     */
    public Change read(String topic, byte @Nullable [] key, byte @Nullable [] value) {
        Reading reading = readings.get(topic);
        if (reading == null) {
            throw new IllegalStateException("the sink does not read " + topic);
        }
        if (value == null && key != null && topic.equals(latest)) {
            return new StoredLatest(new String(key, StandardCharsets.UTF_8), null);
        }
        if (value == null) {
            throw new SerializationException("a record without a value; what no longer stands has state RETRACTED");
        }
        return reading.of(topic, value);
    }

    private static <T extends SpecificRecord> Reading reading(AvroSerdes serdes, Mapping<T> mapping) {
        var deserializer = serdes.<T>value().deserializer();
        return (topic, bytes) -> {
            try {
                return mapping.of(deserializer.deserialize(topic, bytes));
            } catch (NumberFormatException | ClassCastException e) {
                throw new SerializationException("a field does not hold what its contract says: " + e.getMessage(), e);
            }
        };
    }
}
