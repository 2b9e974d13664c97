package dev.broadsheet.sink.reconcile;

import dev.broadsheet.sink.reconcile.Fact.ArticleFact;
import dev.broadsheet.sink.reconcile.Fact.EnrichedFact;
import dev.broadsheet.sink.reconcile.Fact.IssueFact;
import dev.broadsheet.sink.reconcile.Fact.LetterFact;
import dev.broadsheet.sink.reconcile.Fact.MetricFact;
import dev.broadsheet.sink.reconcile.Fact.PageFact;
import dev.broadsheet.sink.reconcile.Fact.ReceiptFact;
import dev.broadsheet.sink.store.Partition;
import dev.broadsheet.sink.store.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A small installation of one store: what the stages would have written, and what a test then takes away, adds or holds back. */
final class World implements TopicLog, StoreContents {
    static final Instant RECEIVED = Instant.parse("2024-03-08T06:00:00Z");
    private static final int PARTITIONS = 2;

    private final Map<Partition, List<@Nullable Fact>> records = new HashMap<>();
    private final Map<Partition, Long> behind = new HashMap<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private final Map<String, PageRow> pageRows = new TreeMap<>();
    private final Map<String, ArticleRow> articleRows = new TreeMap<>();
    private Instant keptSince = Instant.EPOCH;
    private Instant lettersKeptSince = Instant.EPOCH;
    private int step;

    static Version version(int number, long generation) {
        return new Version(RECEIVED.plusSeconds(number), String.format("%064x", number), generation);
    }

    static String articleId(Version version, int ordinal) {
        return version.issueId() + "-" + (10 * ordinal + 1);
    }

    /** A delivery that became page {@code number} with two articles of two figures each. */
    World whole(int number) {
        return delivered(number, "page" + number, version(number, 1), 2);
    }

    /** A delivery that was split, enriched and stored as a version of the page. */
    World delivered(int number, String pageId, Version version, int articles) {
        received(number, "delivery" + number);
        return split(number, pageId, version, articles).done(pageId, version, articles);
    }

    World received(int number, String deliveryId) {
        Version version = version(number, 1);
        List<@Nullable Fact> issues = at("issues", number % PARTITIONS);
        issues.add(new IssueFact(
                version.issueId(),
                deliveryId,
                number + ".txt",
                version.receivedAt(),
                number % PARTITIONS,
                issues.size()));
        return receipt("RECEIVED", "ingest", deliveryId, null, version);
    }

    World split(int number, String pageId, Version version, int articles) {
        receipt("SPLIT", "ingest", "delivery" + number, pageId, version);
        List<String> ids = IntStream.range(0, articles)
                .mapToObj(i -> articleId(version, i))
                .toList();
        PageFact standing = standing(pageId);
        if (standing != null) {
            standing.articleIds().stream()
                    .filter(id -> !ids.contains(id))
                    .forEach(id -> article(id, pageId, version, false));
        }
        List<@Nullable Fact> pages = at("pages", partitionOf(pageId));
        pages.add(new PageFact(pageId, version, true, ids, number + ".txt", pages.size()));
        ids.forEach(id -> article(id, pageId, version, true));
        return this;
    }

    /** Enriches and stores all that was split of the version. */
    World done(String pageId, Version version, int articles) {
        return enriched(pageId, version, articles).stored(pageId, version, articles);
    }

    World enriched(String pageId, Version version, int articles) {
        for (Fact fact : List.copyOf(facts("articles", partitionOf(pageId)))) {
            if (fact instanceof ArticleFact article && article.version().equals(version)) {
                enrich(article);
            }
        }
        return articles == 0 ? this : receipt("ENRICHED", "enrich", "", pageId, version);
    }

    void enrich(ArticleFact article) {
        String id = article.articleId();
        int partition = partitionOf(article.pageId());
        List<String> metrics = article.current() ? List.of(id + "#m1-0-5", id + "#m1-6-9") : List.of();
        facts("metrics", partition).stream()
                .filter(fact ->
                        fact instanceof MetricFact metric && metric.articleId().equals(id) && metric.current())
                .map(fact -> ((MetricFact) fact).metricId())
                .filter(metric -> !metrics.contains(metric))
                .distinct()
                .toList()
                .forEach(metric -> at("metrics", partition)
                        .add(new MetricFact(metric, id, article.pageId(), article.version(), false)));
        metrics.forEach(metric ->
                at("metrics", partition).add(new MetricFact(metric, id, article.pageId(), article.version(), true)));
        List<@Nullable Fact> enriched = at("articles.enriched", partition);
        enriched.add(new EnrichedFact(
                id,
                article.pageId(),
                article.version(),
                article.current(),
                article.current() ? 3 : 0,
                metrics,
                enriched.size()));
    }

    World stored(String pageId, Version version, int articles) {
        pageRows.put(pageId, new PageRow(pageId, version, true, true));
        for (Fact fact : facts("articles.enriched", partitionOf(pageId))) {
            if (fact instanceof EnrichedFact enriched && enriched.version().equals(version)) {
                articleRows.put(
                        enriched.articleId(),
                        new ArticleRow(
                                enriched.articleId(),
                                enriched.pageId(),
                                version,
                                enriched.current(),
                                enriched.entities(),
                                enriched.metricIds().size()));
            }
        }
        return receipt("STORED", "sink", "", pageId, version);
    }

    World receipt(String state, String service, String deliveryId, @Nullable String pageId, Version version) {
        step++;
        at("receipts", Math.floorMod(version.issueId().hashCode(), PARTITIONS))
                .add(new ReceiptFact(
                        state,
                        service,
                        state.equals("STORED") ? name() : null,
                        deliveryId,
                        version.issueId(),
                        pageId,
                        version.generation(),
                        deliveryId + ".txt",
                        version.receivedAt(),
                        RECEIVED.plusMillis(step)));
        return this;
    }

    /** A letter of a record that was not written in part. */
    World letter(Work work, @Nullable Version version, String state) {
        return letter(work, version, state, false);
    }

    World letter(Work work, @Nullable Version version, String state, boolean partlyWritten) {
        return letter(Set.of(work), version, state, partlyWritten);
    }

    World letter(Set<Work> about, @Nullable Version version, String state, boolean partlyWritten) {
        String id = about.stream().map(Work::toString).sorted().collect(Collectors.joining()) + version;
        at(LETTERS, 0).add(new LetterFact(id, state, partlyWritten, about, version, RECEIVED));
        return this;
    }

    /** A letter of a record that nobody reads. */
    World letter(String id) {
        at(LETTERS, 0).add(new LetterFact(id, "DEAD", false, Set.of(), null, RECEIVED));
        return this;
    }

    /** The stage has not come to it on the place. */
    World waits(String place, @Nullable Version version, Work... about) {
        waiting.add(new Waiting(place, Set.of(about), version));
        return this;
    }

    World article(String id, String pageId, Version version, boolean current) {
        List<@Nullable Fact> articles = at("articles", partitionOf(pageId));
        articles.add(new ArticleFact(id, pageId, version, current, articles.size()));
        return this;
    }

    World add(String topic, Fact fact, String pageId) {
        at(topic, partitionOf(pageId)).add(fact);
        return this;
    }

    /** Takes records away, as if they had never been written; offsets stay. */
    World lose(Predicate<Fact> which) {
        records.values().forEach(log -> log.replaceAll(fact -> fact != null && which.test(fact) ? null : fact));
        return this;
    }

    /** Writes every such record once more. */
    World repeat(Predicate<Fact> which) {
        records.values()
                .forEach(log -> log.addAll(log.stream()
                        .filter(fact -> fact != null && which.test(fact))
                        .toList()));
        return this;
    }

    /** The stage that reads the topic has not come to its last {@code count} records. */
    World behind(String topic, long count) {
        for (int partition = 0; partition < PARTITIONS; partition++) {
            behind.put(new Partition(topic, partition), count);
        }
        return this;
    }

    World caughtUp() {
        behind.clear();
        waiting.clear();
        return this;
    }

    World keptSince(Instant moment) {
        keptSince = moment;
        return this;
    }

    World lettersKeptSince(Instant moment) {
        lettersKeptSince = moment;
        return this;
    }

    Map<String, PageRow> pageRows() {
        return pageRows;
    }

    Map<String, ArticleRow> articleRows() {
        return articleRows;
    }

    private @Nullable PageFact standing(String pageId) {
        PageFact last = null;
        for (Fact fact : facts("pages", partitionOf(pageId))) {
            if (fact instanceof PageFact page && page.pageId().equals(pageId)) {
                last = page;
            }
        }
        return last;
    }

    private List<Fact> facts(String topic, int partition) {
        List<Fact> facts = new ArrayList<>();
        for (Fact fact : at(topic, partition)) {
            if (fact != null) {
                facts.add(fact);
            }
        }
        return facts;
    }

    private List<@Nullable Fact> at(String topic, int partition) {
        return records.computeIfAbsent(new Partition(topic, partition), key -> new ArrayList<>());
    }

    @Override
    public int partitions() {
        return PARTITIONS;
    }

    @Override
    public int partitionOf(String pageId) {
        return Math.floorMod(pageId.hashCode(), PARTITIONS);
    }

    @Override
    public Map<Partition, Long> ends(Collection<String> topics) {
        Map<Partition, Long> ends = new HashMap<>();
        for (String topic : topics) {
            for (int partition = 0; partition < PARTITIONS; partition++) {
                ends.put(new Partition(topic, partition), (long)
                        at(topic, partition).size());
            }
        }
        return ends;
    }

    @Override
    public Map<Partition, Long> starts(Collection<String> topics, Instant since) {
        return Map.of();
    }

    @Override
    public Map<Partition, Long> processed() {
        return next(List.of("issues", "articles", "metrics"));
    }

    @Override
    public void waiting(Map<Partition, Long> taken, Consumer<Waiting> records) {
        waiting.forEach(records);
    }

    @Override
    public Map<Partition, Long> offsets() {
        return next(List.of("pages", "articles.enriched", "receipts"));
    }

    private Map<Partition, Long> next(List<String> topics) {
        Map<Partition, Long> next = ends(topics);
        next.replaceAll((partition, end) -> end - behind.getOrDefault(partition, 0L));
        return next;
    }

    @Override
    public Instant keptSince(String topic) {
        return topic.equals(LETTERS) ? lettersKeptSince : keptSince;
    }

    @Override
    public void read(
            Collection<Partition> partitions,
            Map<Partition, Long> from,
            Map<Partition, Long> to,
            Consumer<Fact> facts) {
        for (Partition partition : partitions) {
            List<@Nullable Fact> log = at(partition.topic(), partition.number());
            long first = from.getOrDefault(partition, 0L);
            for (long offset = first; offset < to.getOrDefault(partition, 0L); offset++) {
                Fact fact = log.get((int) offset);
                if (fact != null) {
                    facts.accept(fact);
                }
            }
        }
    }

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public List<PageRow> pages(Collection<String> pageIds) {
        return pageRows.values().stream()
                .filter(row -> pageIds.contains(row.pageId()))
                .toList();
    }

    @Override
    public List<ArticleRow> articles(Collection<String> pageIds) {
        return articleRows.values().stream()
                .filter(row -> pageIds.contains(row.pageId()))
                .toList();
    }

    @Override
    public void pageIds(Instant since, Consumer<String> pageIds) {
        pageRows.values().stream()
                .filter(row -> !row.version().receivedAt().isBefore(since))
                .forEach(row -> pageIds.accept(row.pageId()));
        articleRows.values().stream()
                .filter(row -> row.current() && !row.version().receivedAt().isBefore(since))
                .forEach(row -> pageIds.accept(row.pageId()));
    }
}
