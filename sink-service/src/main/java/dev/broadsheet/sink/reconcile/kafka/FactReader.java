package dev.broadsheet.sink.reconcile.kafka;

import dev.broadsheet.contracts.Article;
import dev.broadsheet.contracts.AvroSerdes;
import dev.broadsheet.contracts.DeadLetter;
import dev.broadsheet.contracts.EnrichedArticle;
import dev.broadsheet.contracts.Ids;
import dev.broadsheet.contracts.Metric;
import dev.broadsheet.contracts.Page;
import dev.broadsheet.contracts.PageVersion;
import dev.broadsheet.contracts.RawIssue;
import dev.broadsheet.contracts.Receipt;
import dev.broadsheet.contracts.ReceiptState;
import dev.broadsheet.contracts.RecordState;
import dev.broadsheet.contracts.SplitResult;
import dev.broadsheet.contracts.Topic;
import dev.broadsheet.contracts.Topics;
import dev.broadsheet.sink.reconcile.Fact;
import dev.broadsheet.sink.reconcile.Fact.ArticleFact;
import dev.broadsheet.sink.reconcile.Fact.EnrichedFact;
import dev.broadsheet.sink.reconcile.Fact.IssueFact;
import dev.broadsheet.sink.reconcile.Fact.LetterFact;
import dev.broadsheet.sink.reconcile.Fact.MetricFact;
import dev.broadsheet.sink.reconcile.Fact.PageFact;
import dev.broadsheet.sink.reconcile.Fact.ReceiptFact;
import dev.broadsheet.sink.reconcile.Fact.UnreadableFact;
import dev.broadsheet.sink.reconcile.Waiting;
import dev.broadsheet.sink.reconcile.Work;
import dev.broadsheet.sink.store.Version;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** The one place where records become facts. Values that repeat are kept once. Not thread-safe. */
final class FactReader {
    private final Topics topics;
    private final String store;
    private final Deserializer<SpecificRecord> values;
    private Map<Version, Version> versions = new HashMap<>();

    FactReader(Topics topics, String store, AvroSerdes serdes) {
        this.topics = topics;
        this.store = store;
        this.values = serdes.<SpecificRecord>value().deserializer();
    }

    /** Forgets the values that were kept for another reading. */
    void begin() {
        versions = new HashMap<>();
    }

    /** Throws RegistryUnavailableException where it is worth trying again. */
    Fact read(Topic topic, ConsumerRecord<byte[], byte[]> record) {
        SpecificRecord value = decoded(record.topic(), record.value());
        if (!topic.value().isInstance(value)) {
            String stage = stage(topic);
            return new UnreadableFact(
                    topic.suffix(),
                    record.partition(),
                    record.offset(),
                    Instant.ofEpochMilli(record.timestamp()),
                    Ids.deadLetterId(record.topic(), record.partition(), record.offset(), stage));
        }
        return fact(value, record.partition(), record.offset());
    }

    private Fact fact(SpecificRecord value, int partition, long offset) {
        if (value instanceof RawIssue issue) {
            return new IssueFact(
                    issue.getIssueId(),
                    issue.getDelivery().getDeliveryId(),
                    issue.getDelivery().getFileName(),
                    issue.getDelivery().getReceivedAt(),
                    partition,
                    offset);
        } else if (value instanceof Receipt receipt) {
            return receipt(receipt);
        } else if (value instanceof Page page) {
            return new PageFact(
                    page.getPageId(),
                    version(page.getVersion()),
                    stands(page.getState()),
                    List.copyOf(page.getArticleIds()),
                    page.getDelivery().getFileName(),
                    offset);
        } else if (value instanceof Article article) {
            return new ArticleFact(
                    article.getArticleId(),
                    article.getPageId(),
                    version(article.getVersion()),
                    stands(article.getState()),
                    offset);
        } else if (value instanceof EnrichedArticle enriched) {
            return enriched(enriched, offset);
        } else if (value instanceof Metric metric) {
            return new MetricFact(
                    metric.getMetricId(),
                    metric.getArticleId(),
                    metric.getPageId(),
                    version(metric.getVersion()),
                    stands(metric.getState()));
        } else if (value instanceof DeadLetter letter) {
            return letter(letter);
        }
        throw new IllegalStateException(
                "reconciliation does not read " + value.getSchema().getName());
    }

    private static ReceiptFact receipt(Receipt receipt) {
        return new ReceiptFact(
                receipt.getState().name(),
                receipt.getService(),
                // The sink names its store in every receipt, but it is part of the step only where it is stored there.
                receipt.getState() == ReceiptState.STORED ? receipt.getStore() : null,
                receipt.getDeliveryId(),
                receipt.getIssueId(),
                receipt.getPageId(),
                receipt.getGeneration(),
                receipt.getFileName(),
                receipt.getReceivedAt(),
                receipt.getAt());
    }

    private EnrichedFact enriched(EnrichedArticle enriched, long offset) {
        Article article = enriched.getArticle();
        List<String> metricIds = new ArrayList<>();
        enriched.getMetrics().forEach(metric -> metricIds.add(metric.getMetricId()));
        return new EnrichedFact(
                article.getArticleId(),
                article.getPageId(),
                version(article.getVersion()),
                stands(article.getState()),
                enriched.getEntities().size(),
                metricIds,
                offset);
    }

    private LetterFact letter(DeadLetter letter) {
        SpecificRecord record = decoded(letter.getTopic(), bytes(letter.getValue()));
        return new LetterFact(
                letter.getDeadLetterId(),
                letter.getState().name(),
                letter.getPartlyWritten(),
                record == null ? unreadable(letter) : about(letter.getStage(), record),
                version(record),
                letter.getAt());
    }

    /** A record that lies where a stage has not come to; empty where reconciliation does not look at its like. */
    Optional<Waiting> waiting(String stage, String place, ConsumerRecord<byte[], byte[]> record) {
        SpecificRecord value = decoded(record.topic(), record.value());
        Set<Work> about = value == null ? Set.of() : about(stage, value);
        return about.isEmpty() ? Optional.empty() : Optional.of(new Waiting(place, about, version(value)));
    }

    private static Set<Work> about(String stage, SpecificRecord record) {
        if (record instanceof RawIssue issue) {
            return Set.of(Work.ofDelivery(stage, issue.getDelivery().getDeliveryId(), issue.getIssueId()));
        } else if (record instanceof SplitResult result) {
            return splitPage(stage, result.getPage());
        } else if (record instanceof Page page) {
            return Set.of(new Work(stage, Topic.PAGES.suffix(), page.getPageId()));
        } else if (record instanceof Article article) {
            return Set.of(new Work(stage, Topic.ARTICLES.suffix(), article.getArticleId()));
        } else if (record instanceof EnrichedArticle enriched) {
            return Set.of(new Work(
                    stage,
                    Topic.ARTICLES_ENRICHED.suffix(),
                    enriched.getArticle().getArticleId()));
        }
        return Set.of();
    }

    /** A page inside split; in its first generation it is all that became of its delivery yet. */
    private static Set<Work> splitPage(String stage, Page page) {
        Work guard = new Work(stage, Work.SPLIT_PAGES, page.getPageId());
        return page.getVersion().getGeneration() > 1
                ? Set.of(guard)
                : Set.of(
                        guard,
                        Work.ofDelivery(
                                stage,
                                page.getDelivery().getDeliveryId(),
                                page.getVersion().getIssueId()));
    }

    /** Nobody can read it, but the key of an issue tells which. */
    private Set<Work> unreadable(DeadLetter letter) {
        ByteBuffer key = letter.getKey();
        return key == null || !letter.getTopic().equals(topics.name(Topic.ISSUES))
                ? Set.of()
                : Set.of(new Work(
                        letter.getStage(),
                        Topic.ISSUES.suffix(),
                        StandardCharsets.UTF_8.decode(key.duplicate()).toString()));
    }

    /** Of the page that the record belongs to; null where it cannot be read or belongs to none. */
    private @Nullable Version version(@Nullable SpecificRecord record) {
        if (record instanceof SplitResult result) {
            return version(result.getPage().getVersion());
        } else if (record instanceof Page page) {
            return version(page.getVersion());
        } else if (record instanceof Article article) {
            return version(article.getVersion());
        } else if (record instanceof EnrichedArticle enriched) {
            return version(enriched.getArticle().getVersion());
        }
        return null;
    }

    private static byte @Nullable [] bytes(@Nullable ByteBuffer buffer) {
        if (buffer == null) {
            return null;
        }
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    private @Nullable SpecificRecord decoded(String topic, byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        try {
            return values.deserialize(topic, bytes);
        } catch (SerializationException | ClassCastException e) {
            return null; // told by what the caller makes of it: a record nobody can read
        }
    }

    private String stage(Topic topic) {
        return switch (topic) {
            case ISSUES -> "split";
            case ARTICLES -> "enrich";
            case METRICS -> "rollup";
            default -> "sink." + store;
        };
    }

    private Version version(PageVersion version) {
        Version read = new Version(version.getReceivedAt(), version.getIssueId(), version.getGeneration());
        Version kept = versions.putIfAbsent(read, read);
        return kept == null ? read : kept;
    }

    private static boolean stands(RecordState state) {
        return state != RecordState.RETRACTED;
    }
}
