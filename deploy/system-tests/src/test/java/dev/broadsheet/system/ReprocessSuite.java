package dev.broadsheet.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.broadsheet.contracts.Article;
import dev.broadsheet.contracts.AvroSerdes;
import dev.broadsheet.contracts.EnrichedArticle;
import dev.broadsheet.contracts.Ids;
import dev.broadsheet.contracts.Page;
import dev.broadsheet.contracts.PageIdPartitioner;
import dev.broadsheet.contracts.PageVersion;
import dev.broadsheet.contracts.SplitResult;
import dev.broadsheet.contracts.Topic;
import dev.broadsheet.contracts.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** {@code reprocess} on a running installation in which live pages go on arriving. */
abstract class ReprocessSuite extends RunSuite {
    private static final Topics TOPICS = TopicRecords.TOPICS;
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final int LIVE = 20;

    @Test
    void anArticleThatTheSplitterNoLongerFindsGoesFromTopicsAndStoreWhileLivePagesPass() throws Exception {
        String since = Instant.now().toString();
        try (Database store = store()) {
            List<String> old = drop("old", 10);
            PipelineSuite.awaitStored(store, old);
            String invented = standsWithAnArticleTooMany(store, old.get(3));

            Commands.Result dry = command("reprocess", "--since", since, "--dry-run");
            assertThat(dry.exitCode()).as(dry.err()).isZero();
            assertThat(dry.out()).contains("- article at line 9999", "10 pages: 9 unchanged, 1 differ");

            List<String> live = drop("live", LIVE);
            Commands.Result result = command("reprocess", "--since", since, "--wait");
            assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
            assertThat(result.out()).contains("reprocessed as generation 3");
            PipelineSuite.awaitStored(store, live);

            assertThat(states(Topic.ARTICLES, invented)).endsWith("RETRACTED");
            assertThat(states(Topic.ARTICLES_ENRICHED, invented)).endsWith("RETRACTED");
            assertThat(store.column("select state from articles where article_id = ?", invented))
                    .doesNotContain("CURRENT");
            assertThat(store.number("select count(*) from metrics where article_id = ?", invented))
                    .isZero();
            assertThat(store.number(
                            "select count(*) from pages where generation = 3 and complete_at is not null"
                                    + " and file_name = any (?)",
                            (Object) old.toArray(String[]::new)))
                    .isEqualTo(old.size());
            List<String> mine = Stream.concat(old.stream(), live.stream()).toList();
            assertThat(store.number(
                            "select count(*) from articles where state = 'CURRENT' and file_name = any (?)",
                            (Object) mine.toArray(String[]::new)))
                    .as("four articles a page, none twice")
                    .isEqualTo(4L * mine.size());
        }
    }

    /** What an older splitter might have said of the page: one article more than the present one finds. Returns its id. */
    private String standsWithAnArticleTooMany(Database store, String fileName) throws Exception {
        AvroSerdes serdes = new AvroSerdes(
                Map.of("schema.registry.url", running().addresses().registryUrl()));
        String pageId = store.column("select page_id from pages where file_name = ?", fileName)
                .get(0);
        Page page = Objects.requireNonNull(
                serdes.<Page>value().deserializer().deserialize(TOPICS.name(Topic.PAGES), last(Topic.PAGES, pageId)));
        PageVersion version =
                PageVersion.newBuilder(page.getVersion()).setGeneration(2L).build();
        List<Article> articles = new ArrayList<>();
        for (String id : page.getArticleIds()) {
            articles.add(serdes.<Article>value()
                    .deserializer()
                    .deserialize(TOPICS.name(Topic.ARTICLES), last(Topic.ARTICLES, id)));
        }
        String invented = Ids.articleId(version.getIssueId(), 9999);
        articles.add(Article.newBuilder(articles.get(0)).setArticleId(invented).build());
        List<Article> renumbered = new ArrayList<>();
        for (Article article : articles) {
            renumbered.add(Article.newBuilder(article)
                    .setVersion(version)
                    .setOrdinal(renumbered.size())
                    .setPageArticles(articles.size())
                    .build());
        }
        SplitResult result = new SplitResult(
                Page.newBuilder(page)
                        .setVersion(version)
                        .setArticleIds(
                                renumbered.stream().map(Article::getArticleId).toList())
                        .build(),
                renumbered);
        try (KafkaProducer<String, SplitResult> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", running().addresses().bootstrapServers(), "max.request.size", 1 << 24),
                new StringSerializer(),
                serdes.<SplitResult>value().serializer())) {
            producer.send(new ProducerRecord<>(
                            TOPICS.name(Topic.PAGES_BACKFILL),
                            PageIdPartitioner.partition(pageId, TOPICS.partitions()),
                            pageId,
                            result))
                    .get();
        }
        await("the article too many stands")
                .atMost(SOON)
                .untilAsserted(
                        () -> assertThat(store.column("select state from articles where article_id = ?", invented))
                                .containsExactly("CURRENT"));
        await("the page stands whole with it")
                .atMost(SOON)
                .until(() -> store.number(
                                "select count(*) from pages where page_id = ? and generation = 2 and complete_at is not null",
                                pageId)
                        == 1);
        return invented;
    }

    private byte[] last(Topic topic, String key) {
        List<ConsumerRecord<String, byte[]>> records = records(topic, key);
        return records.get(records.size() - 1).value();
    }

    private List<String> states(Topic topic, String key) {
        AvroSerdes serdes = new AvroSerdes(
                Map.of("schema.registry.url", running().addresses().registryUrl()));
        return records(topic, key).stream()
                .map(record -> serdes.value().deserializer().deserialize(record.topic(), record.value()))
                .map(value -> value instanceof Article article ? article : ((EnrichedArticle) value).getArticle())
                .map(article -> article.getState().name())
                .toList();
    }

    /** Committed records of a key, in order: all of them are on one partition. */
    private List<ConsumerRecord<String, byte[]>> records(Topic topic, String key) {
        try (TopicRecords records = new TopicRecords(running().addresses())) {
            return records.read(topic).stream()
                    .filter(record -> key.equals(record.key()))
                    .toList();
        }
    }
}
