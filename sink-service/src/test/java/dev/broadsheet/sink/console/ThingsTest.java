package dev.broadsheet.sink.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.broadsheet.runtime.CommonSettings;
import dev.broadsheet.runtime.Health;
import dev.broadsheet.runtime.SettingsReader;
import dev.broadsheet.sink.ConsoleService;
import dev.broadsheet.sink.postgresql.Jdbc;
import dev.broadsheet.sink.postgresql.PostgresStore;
import dev.broadsheet.sink.store.Batch;
import dev.broadsheet.sink.store.Change;
import dev.broadsheet.sink.store.Imprint;
import dev.broadsheet.sink.store.OffsetMove;
import dev.broadsheet.sink.store.Outgoing;
import dev.broadsheet.sink.store.Partition;
import dev.broadsheet.sink.store.Samples;
import dev.broadsheet.sink.store.StoredArticle;
import dev.broadsheet.sink.store.StoredArticle.Findings;
import dev.broadsheet.sink.store.StoredEntity;
import dev.broadsheet.sink.store.StoredEntity.Link;
import dev.broadsheet.sink.store.Version;
import dev.broadsheet.testsupport.EmbeddedDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is counted of things stays what a count of their mentions gives, whatever is written; and what the API tells of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("backend")
class ThingsTest {
    private static final Partition PARTITION = new Partition("articles.enriched", 0);
    private static final List<String> NAMES = List.of("青川县", "青禾水库", "青禾镇", "望江路");
    private static final String COUNTED = "select name, type, month, sum(articles), sum(mentions) from thing_months"
            + " group by 1, 2, 3 having sum(articles) <> 0 or sum(mentions) <> 0 order by 1, 2, 3";
    private static final String RECOUNTED = "select coalesce(canonical_name, e.text), type,"
            + " coalesce(date_trunc('month', issue_date::timestamp)::date, '-infinity'), count(distinct article_id), count(*)"
            + " from entities e join articles using (article_id) group by 1, 2, 3 order by 1, 2, 3";

    private final EmbeddedDatabase database = EmbeddedDatabase.create();
    private final Random random = new Random(11);
    private String url = "";
    private Jdbc jdbc = new Jdbc("", Map.of());
    private long offset;

    @BeforeAll
    void start() {
        database.start();
    }

    @AfterAll
    void stop() {
        database.close();
    }

    @BeforeEach
    void empty() {
        url = database.newDatabase();
        jdbc = new Jdbc(url, Map.of("user", EmbeddedDatabase.USER, "password", EmbeddedDatabase.PASSWORD));
        offset = 0;
    }

    @Test
    void countsFollowCorrectionsRetractionsReplaysAndDeletions() {
        try (PostgresStore store = open()) {
            for (int round = 1; round <= 40; round++) {
                List<Change> changes = new ArrayList<>();
                for (int i = 0; i < 5; i++) {
                    changes.add(anyArticle(round - random.nextInt(3))); // some are older than what stands
                }
                write(store, changes);
                assertThat(rows(COUNTED)).as("round " + round).isEqualTo(rows(RECOUNTED));
            }
            assertThat(rows(COUNTED)).isNotEmpty();
            assertThat(rows("select distinct shard from thing_months where shard >= 0"))
                    .hasSizeGreaterThan(1);

            execute("delete from articles where article_id < 'article 2'");
            assertThat(rows(COUNTED)).isEqualTo(rows(RECOUNTED));
            execute("delete from articles");
            assertThat(rows(COUNTED)).isEmpty();
        }
    }

    @Test
    void theMigrationCountsWhatIsThereAndAnOlderSinkKeepsTheCounts() {
        Flyway.configure()
                .dataSource(url, EmbeddedDatabase.USER, EmbeddedDatabase.PASSWORD)
                .locations("classpath:dev/broadsheet/sink/postgresql")
                .target("15")
                .load()
                .migrate();
        writeAsBefore("a", "2024-03-08");
        open().close();
        assertThat(rows(COUNTED)).hasSize(2).isEqualTo(rows(RECOUNTED));

        writeAsBefore("b", "2024-04-01");
        execute("update articles set issue_date = null where article_id = 'a'");
        assertThat(rows(COUNTED)).hasSize(4).isEqualTo(rows(RECOUNTED));
    }

    @Test
    void aThingIsToldAsItStandsAfterACorrection() {
        try (PostgresStore store = open();
                ConsoleService console = console()) {
            Browser browser = new Browser(console.port());
            write(store, List.of(article(1, 1, LocalDate.of(2024, 3, 8), names(NAMES.get(0), "p1"))));
            write(store, List.of(article(2, 1, LocalDate.of(2024, 3, 9), names(NAMES.get(0), "p1"))));
            write(store, List.of(article(3, 1, null, names(NAMES.get(0), "p2"))));
            JsonNode thing = browser.json("/entities/PLACE/" + encoded(NAMES.get(0)));
            assertThat(thing.get("articles").intValue()).isEqualTo(3);
            assertThat(thing.get("byMonth")).hasToString("[{\"month\":\"2024-03\",\"articles\":2}]");
            assertThat(thing.get("firstDate").textValue()).isEqualTo("2024-03-08");
            assertThat(thing.get("lastDate").textValue()).isEqualTo("2024-03-09");
            assertThat(thing.get("canonicalId").isNull()).isTrue();
            assertThat(thing.get("texts")).hasToString("[\"青川县0\",\"青川县1\"]");

            write(store, List.of(article(2, 2, LocalDate.of(2024, 4, 1), names(NAMES.get(0), "p1"))));
            write(store, List.of(Samples.retracted(article(3, 1, null, List.of()), Samples.version(2))));
            thing = browser.json("/entities/PLACE/" + encoded(NAMES.get(0)));
            assertThat(thing.get("byMonth"))
                    .hasToString("[{\"month\":\"2024-03\",\"articles\":1},{\"month\":\"2024-04\",\"articles\":1}]");
            assertThat(thing.get("lastDate").textValue()).isEqualTo("2024-04-01");
            assertThat(thing.get("canonicalId").textValue()).isEqualTo("p1");
        }
    }

    @Test
    void aNameThatTheListDoesNotHoldYetIsPagedToItsEnd() {
        try (PostgresStore store = open();
                ConsoleService console = console()) {
            Browser browser = new Browser(console.port());
            write(store, List.of(article(1, 1, null, names(NAMES.get(0), "p"))));
            assertThat(browser.json("/entities").get("items")).hasSize(1); // and is kept: the clock stands
            StoredEntity road = mention(NAMES.get(3), "PLACE", 0, "r");
            StoredEntity event = mention(NAMES.get(3), "EVENT", 1, "e");
            write(store, List.of(article(2, 1, null, List.of(road, event))));

            String path = "/entities?limit=1&q=" + encoded(NAMES.get(3));
            JsonNode first = browser.json(path);
            JsonNode second = browser.json(path + "&cursor=" + first.get("next").textValue());

            assertThat(first.get("items").get(0).get("canonicalId").textValue()).isEqualTo("e");
            assertThat(second.get("items").get(0).get("canonicalId").textValue())
                    .isEqualTo("r");
            assertThat(second.get("next").isNull()).isTrue();
        }
    }

    private PostgresStore open() {
        PostgresStore store = new PostgresStore(
                jdbc,
                page -> Integer.parseInt(page) % 3,
                page -> new Outgoing("receipts", "key", new byte[0]),
                Clock.systemUTC());
        store.prepare();
        store.offsets(List.of(PARTITION));
        return store;
    }

    private ConsoleService console() {
        SettingsReader reader = new SettingsReader(Map.of(
                "BROADSHEET_CONSOLE_PORT", "0",
                "BROADSHEET_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:1",
                "BROADSHEET_REGISTRY_URL", "mock://none"));
        ConsoleService console = new ConsoleService(
                Objects.requireNonNull(ConsoleSettings.read(reader)),
                jdbc,
                CommonSettings.read("sink", reader),
                new Health(),
                new SimpleMeterRegistry(),
                Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
        console.start();
        return console;
    }

    private void write(PostgresStore store, List<Change> changes) {
        store.write(new Batch(changes, List.of(new OffsetMove(PARTITION, offset, ++offset))));
    }

    private StoredArticle anyArticle(int version) {
        int number = random.nextInt(12);
        LocalDate date = random.nextInt(6) == 0 ? null : LocalDate.of(2024, 1 + random.nextInt(3), 8);
        List<StoredEntity> mentions = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            mentions.add(mention(NAMES.get(random.nextInt(NAMES.size())), "PLACE", i, "p"));
        }
        StoredArticle article = article(number, version, date, mentions);
        return random.nextInt(5) == 0 ? Samples.retracted(article, article.version()) : article;
    }

    private static List<StoredEntity> names(String name, String id) {
        return List.of(mention(name, "PLACE", 0, id), mention(name, "PLACE", 1, id));
    }

    private static StoredEntity mention(String name, String type, int i, String id) {
        return new StoredEntity(
                "m" + i, type, name + i, 1, i, i + 2, List.of(3), new Link(null, null, null, null, name, id, null));
    }

    /** Article {@code number}, the only one of its page. */
    private static StoredArticle article(
            int number, int version, @Nullable LocalDate date, List<StoredEntity> mentions) {
        Version of = Samples.version(version);
        Findings none = Samples.findings("n", 0, 0);
        StoredArticle plain = Samples.article("article " + number, "" + number, of, 0, "文", none);
        return new StoredArticle(
                plain.articleId(),
                plain.pageId(),
                of,
                true,
                null,
                null,
                plain.origin(),
                new Imprint("青川晚报", date, null, null),
                0,
                1,
                plain.heading(),
                plain.bylines(),
                plain.blocks(),
                new Findings(null, null, null, List.of(), mentions, List.of(), none.extractor()),
                0.6,
                false,
                "splitter");
    }

    /** An article that names a thing twice and another once, written as a sink that knows nothing of counts does. */
    private void writeAsBefore(String id, String date) {
        execute("insert into articles (article_id, page_id, received_at, issue_id, generation, state, feed, file_name,"
                + " delivery_id, issue_date, ordinal, page_articles, kind, bylines, blocks, text, keywords, confidence,"
                + " incomplete, extractor, enricher, search, search_complete, stored_at) values ('" + id
                + "', 'p', now(), 'i', 1, 'CURRENT', 'f', 'f', 'd', '" + date
                + "', 0, 1, 'NEWS', '[]', '[]', '文', '{}', 1, false, 'x', 'x', '', true, now());"
                + "insert into entities (article_id, ordinal, mention_id, type, text, block, start_at, end_at, lines)"
                + " select '" + id
                + "', i, 'm' || i, 'PLACE', '青' || i / 2, 0, 0, 1, '{1}' from generate_series(0, 2) i");
    }

    private List<String> rows(String sql) {
        try (Connection connection =
                        DriverManager.getConnection(url, EmbeddedDatabase.USER, EmbeddedDatabase.PASSWORD);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(result.getString(i));
                }
                rows.add(String.join(" ", row));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String sql) {
        try (Connection connection =
                        DriverManager.getConnection(url, EmbeddedDatabase.USER, EmbeddedDatabase.PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
