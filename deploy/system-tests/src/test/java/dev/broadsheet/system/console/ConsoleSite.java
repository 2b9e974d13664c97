package dev.broadsheet.system.console;

import dev.broadsheet.contracts.Article;
import dev.broadsheet.contracts.AvroSerdes;
import dev.broadsheet.contracts.Delivery;
import dev.broadsheet.contracts.EnrichedArticle;
import dev.broadsheet.contracts.Ids;
import dev.broadsheet.contracts.Page;
import dev.broadsheet.contracts.RawIssue;
import dev.broadsheet.contracts.SplitResult;
import dev.broadsheet.contracts.Topic;
import dev.broadsheet.contracts.Topics;
import dev.broadsheet.enrich.CalmEnrich;
import dev.broadsheet.ingest.CalmSplit;
import dev.broadsheet.sink.avro.ChangeReader;
import dev.broadsheet.sink.console.ConsoleServer;
import dev.broadsheet.sink.console.ConsoleSettings;
import dev.broadsheet.sink.console.read.ReadApi;
import dev.broadsheet.sink.postgresql.Jdbc;
import dev.broadsheet.sink.postgresql.PostgresStore;
import dev.broadsheet.sink.postgresql.ReadDatabase;
import dev.broadsheet.sink.store.Batch;
import dev.broadsheet.sink.store.Change;
import dev.broadsheet.sink.store.Outgoing;
import dev.broadsheet.testsupport.EmbeddedDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A console over a PostgreSQL of its own, which holds pages that were split and enriched as the services would; no Kafka. One thread. */
final class ConsoleSite implements AutoCloseable {
    static final String OPERATOR_TOKEN = "the operator's token of this test";
    static final String READER_TOKEN = "the readers' token of this test";

    private static final String EXTRACTOR = "test";
    private static final int REQUESTS_PER_SECOND = 10_000;
    private static final Instant RECEIVED = Instant.parse("2024-03-08T01:02:03Z");

    private final EmbeddedDatabase database = EmbeddedDatabase.create();
    private final Topics topics = new Topics(Topics.DEFAULT_PREFIX, 1);
    private final AvroSerdes serdes =
            new AvroSerdes(Map.of("schema.registry.url", "mock://console", "auto.register.schemas", "true"));
    private final ChangeReader changes = new ChangeReader(topics, serdes);
    private final CalmSplit split = new CalmSplit();
    private final CalmEnrich enrich = new CalmEnrich();
    private final ReadDatabase reading;
    private final ConsoleServer server;
    private final ConsoleServer guarded;

    ConsoleSite(List<Printed> pages) {
        Jdbc jdbc = new Jdbc(
                database.newDatabase(), Map.of("user", EmbeddedDatabase.USER, "password", EmbeddedDatabase.PASSWORD));
        try (PostgresStore store = new PostgresStore(
                jdbc, page -> 0, page -> new Outgoing("receipts", page.pageId(), new byte[0]), Clock.systemUTC())) {
            store.prepare();
            pages.forEach(page -> store.write(new Batch(changesOf(page), List.of())));
        }
        reading = new ReadDatabase(jdbc);
        server = serve("");
        guarded = serve(READER_TOKEN);
    }

    /** A page as it came, with what its file name told. */
    record Printed(String publication, LocalDate date, String page, String text) {}

    String url() {
        return "http://127.0.0.1:" + server.port();
    }

    /** Where the same is read by whoever has a token. */
    String guardedUrl() {
        return "http://127.0.0.1:" + guarded.port();
    }

    void stopDatabase() {
        database.stop();
    }

    void startDatabase() {
        database.start();
    }

    @Override
    public void close() {
        server.close();
        guarded.close();
        reading.close();
        database.close();
    }

    private ConsoleServer serve(String readerToken) {
        ConsoleSettings settings = new ConsoleSettings(
                "127.0.0.1", 0, true, Set.of(), readerToken, OPERATOR_TOKEN, null, "", REQUESTS_PER_SECOND);
        Clock clock = Clock.systemUTC();
        ConsoleServer started =
                new ConsoleServer(settings, ReadApi.of(reading, clock), new SimpleMeterRegistry(), clock);
        started.start();
        return started;
    }

    private List<Change> changesOf(Printed printed) {
        SplitResult result = split.of(issue(printed), EXTRACTOR);
        List<Change> all = new ArrayList<>();
        all.add(page(result.getPage()));
        for (Article article : result.getArticles()) {
            all.add(article(enrich.of(article, EXTRACTOR)));
        }
        return all;
    }

    private Change page(Page page) {
        String topic = topics.name(Topic.PAGES);
        return changes.read(topic, null, serdes.<Page>value().serializer().serialize(topic, page));
    }

    private Change article(EnrichedArticle article) {
        String topic = topics.name(Topic.ARTICLES_ENRICHED);
        return changes.read(
                topic, null, serdes.<EnrichedArticle>value().serializer().serialize(topic, article));
    }

    private static RawIssue issue(Printed printed) {
        byte[] content = printed.text().getBytes(StandardCharsets.UTF_8);
        String name = String.join("_", printed.publication(), printed.date().toString(), printed.page() + ".txt");
        Delivery delivery = Delivery.newBuilder()
                .setDeliveryId(Ids.deliveryId(printed.publication(), name, content.length, RECEIVED))
                .setFeed(printed.publication())
                .setFileName(name)
                .setSize(content.length)
                .setModifiedAt(RECEIVED)
                .setReceivedAt(RECEIVED)
                .build();
        return RawIssue.newBuilder()
                .setIssueId(Ids.issueId(content))
                .setDelivery(delivery)
                .setContent(ByteBuffer.wrap(content))
                .setPublication(printed.publication())
                .setIssueDate(printed.date())
                .setPage(printed.page())
                .build();
    }
}
