package dev.broadsheet.sink.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.broadsheet.runtime.CommonSettings;
import dev.broadsheet.runtime.Health;
import dev.broadsheet.runtime.SettingsReader;
import dev.broadsheet.sink.ConsoleService;
import dev.broadsheet.sink.postgresql.Jdbc;
import dev.broadsheet.sink.postgresql.PostgresStore;
import dev.broadsheet.sink.store.Outgoing;
import dev.broadsheet.sink.text.SearchVector;
import dev.broadsheet.testsupport.EmbeddedDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * How fast the API answers with 100,000 articles of 300 characters, 800,000 mentions and 400,000 figures, one request after the other. On
 * request: {@code mvn test -pl sink-service -am -Dtest=ConsoleLoadTest -Dsurefire.failIfNoSpecifiedTests=false -Dbroadsheet.load=true}.
 */
@Tag("backend")
@EnabledIfSystemProperty(named = "broadsheet.load", matches = "true")
class ConsoleLoadTest {
    private static final int TEXTS = 5_000;
    private static final int WORDS = 4_000;
    private static final int CHARACTERS = 300;
    private static final int TIMES = 60;
    private static final double MEDIAN_MS = 100;
    private static final double P99_MS = 300;

    private final Random random = new Random(1);
    private final List<String> words = new ArrayList<>();

    @Test
    void answersInTime() throws SQLException {
        try (EmbeddedDatabase database = EmbeddedDatabase.create()) {
            database.start();
            String url = database.newDatabase();
            Jdbc jdbc = new Jdbc(url, Map.of("user", EmbeddedDatabase.USER, "password", EmbeddedDatabase.PASSWORD));
            fill(url, jdbc);
            SettingsReader reader = new SettingsReader(Map.of(
                    "BROADSHEET_CONSOLE_PORT", "0",
                    "BROADSHEET_CONSOLE_RATE", "100000",
                    "BROADSHEET_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:1",
                    "BROADSHEET_REGISTRY_URL", "mock://none"));
            try (ConsoleService console = new ConsoleService(
                    Objects.requireNonNull(ConsoleSettings.read(reader)),
                    jdbc,
                    CommonSettings.read("sink", reader),
                    new Health(),
                    new SimpleMeterRegistry(),
                    Clock.systemUTC())) {
                console.start();
                measure(new Browser(console.port()));
            }
        }
    }

    private void measure(Browser browser) {
        JsonNode some = browser.json("/articles?limit=100").get("items");
        Map<String, List<String>> paths = new LinkedHashMap<>();
        paths.put("nothing from the database", List.of("/session"));
        paths.put("newest", List.of("/articles"));
        paths.put("a very common word", List.of("/articles?q=" + q(0), "/articles?q=" + q(2)));
        paths.put("common phrases", List.of("/articles?q=" + q(1), "/articles?q=" + q(3), "/articles?q=" + q(5)));
        paths.put(
                "words of the middle",
                List.of("/articles?q=" + q(40), "/articles?q=" + q(101), "/articles?q=" + q(300)));
        paths.put("rare words", List.of("/articles?q=" + q(3_000), "/articles?q=" + q(3_501)));
        paths.put("no hits", List.of("/articles?q=" + encoded("\u9f8d\u9f98\u9f96")));
        paths.put("two common words", List.of("/articles?q=" + q(0) + "%20" + q(3)));
        paths.put(
                "filters",
                List.of(
                        "/articles?publication=" + encoded("报7") + "&q=" + q(1),
                        "/articles?kind=PHOTO&q=" + q(2),
                        "/articles?region=41010&from=2023-01-01&to=2023-06-30",
                        "/articles?entity=" + encoded("名0") + "&q=" + q(3),
                        "/articles?minConfidence=0.99"));
        paths.put("best first", List.of("/articles?sort=relevance&q=" + q(1), "/articles?sort=relevance&q=" + q(300)));
        paths.put(
                "old pages",
                List.of(deep(browser, "/articles?limit=100"), deep(browser, "/articles?limit=100&q=" + q(1))));
        List<String> articles = new ArrayList<>();
        List<String> pages = new ArrayList<>();
        some.forEach(item -> articles.add("/articles/" + item.get("articleId").textValue()));
        some.forEach(item -> pages.add("/pages/" + item.get("pageId").textValue()));
        paths.put("article", articles);
        paths.put("page", pages);
        paths.put(
                "figures of an indicator",
                List.of(
                        "/figures?indicator=" + encoded("指标0") + "&limit=1000",
                        "/figures?indicator=" + encoded("指标200")));
        paths.put("all figures", List.of("/figures", "/figures?status=TARGET&region=410102"));
        paths.put(
                "a much named thing", List.of("/entities/PLACE/" + encoded("名0"), "/entities/PLACE/" + encoded("名7")));
        paths.put("a little named thing", List.of("/entities/PLACE/" + encoded("名4900")));
        paths.put("things", List.of("/entities?q=" + encoded("名1"), "/entities?type=PLACE"));
        paths.put("indicators", List.of("/indicators?q=1"));
        paths.put("filters to choose from", List.of("/filters"));
        List<String> slow = new ArrayList<>();
        paths.forEach((name, some1) -> measure(browser, name, some1, slow));
        assertThat(slow).isEmpty();
    }

    private static void measure(Browser browser, String name, List<String> paths, List<String> slow) {
        List<Double> took = new ArrayList<>();
        paths.forEach(
                path -> assertThat(browser.get(path).statusCode()).as(path).isEqualTo(200));
        for (int i = 0; i < TIMES; i++) {
            long from = System.nanoTime();
            browser.get(paths.get(i % paths.size()));
            took.add((System.nanoTime() - from) / 1e6);
        }
        took.sort(null);
        double median = took.get(TIMES / 2);
        double p99 = took.get(TIMES - 1);
        System.out.printf("%-28s median %6.1f ms   slowest of %d %6.1f ms%n", name, median, TIMES, p99);
        if (median > MEDIAN_MS || p99 > P99_MS) {
            slow.add(name);
        }
    }

    /** The address of a page some thousands of articles back. */
    private static String deep(Browser browser, String path) {
        String next = path;
        for (int i = 0; i < 20; i++) {
            next = path + "&cursor=" + browser.json(next).get("next").textValue();
        }
        return next;
    }

    private void fill(String url, Jdbc jdbc) throws SQLException {
        try (PostgresStore store = new PostgresStore(
                jdbc, page -> 0, page -> new Outgoing("receipts", "key", new byte[0]), Clock.systemUTC())) {
            store.prepare();
        }
        for (int i = 0; i < WORDS; i++) {
            words.add(word(i % 2 == 0 ? 2 : 4));
        }
        try (Connection connection =
                        DriverManager.getConnection(url, EmbeddedDatabase.USER, EmbeddedDatabase.PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute("drop index articles_search");
            texts(connection);
            statement.execute("select setseed(0.5)");
            statement.execute(ARTICLES);
            statement.execute(PAGES);
            statement.execute(ENTITIES);
            statement.execute(METRICS);
            statement.execute("create index articles_search on articles using gin (search)");
            statement.execute("vacuum analyze");
        }
    }

    private void texts(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table texts (id integer primary key, text text, vector tsvector)");
        }
        try (PreparedStatement insert = connection.prepareStatement("insert into texts values (?, ?, ?::tsvector)")) {
            for (int i = 0; i < TEXTS; i++) {
                StringBuilder text = new StringBuilder();
                while (text.length() < CHARACTERS) {
                    // the first words stand in most texts, the last ones in hardly any
                    text.append(words.get((int) (Math.pow(random.nextDouble(), 4) * WORDS)));
                    text.append(random.nextInt(5) == 0 ? "，" : "");
                }
                insert.setInt(1, i);
                insert.setString(2, text.toString());
                insert.setString(3, SearchVector.of(List.of(text.toString())).vector());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private String word(int length) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append((char) (0x4e00 + random.nextInt(2_500)));
        }
        return word.toString();
    }

    /** The word of a rank; even ranks are pairs, odd ones phrases of four characters. */
    private String q(int rank) {
        return encoded(words.get(rank));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static final String ARTICLES = """
            insert into articles (article_id, page_id, received_at, issue_id, generation, state, feed, file_name, delivery_id, publication,
                issue_date, page, ordinal, page_articles, kind, title, bylines, blocks, text, region_name, region_code, region_path, keywords,
                confidence, incomplete, extractor, enricher, search, search_complete, stored_at)
            select 'a' || md5(i::text), 'page' || i / 8, now(), md5((i / 8)::text), 1, 'CURRENT', 'default', 'A' || i / 8 || '.txt', 'd', '报' || i % 20,
                case when i % 50 > 0 then date '2020-01-01' + i * 1500 / 100000 end, 'A01', i % 8, 8,
                case when random() < 0.05 then 'PHOTO' else 'NEWS' end, left(text, 20), '[]',
                jsonb_build_array(jsonb_build_object('role', 'BODY', 'text', text, 'lines', array[i % 8 + 1], 'runs', array[]::int[])),
                text, '县' || i % 100, (410100 + i % 100)::text, '省/市/县' || i % 100, array['词'], random(), false, 'x', 'x', vector, true, now()
            from generate_series(0, 99999) as i join texts on texts.id = i % 5000""";

    private static final String PAGES = """
            insert into pages (page_id, received_at, issue_id, generation, state, feed, file_name, delivery_id, file_size, modified_at,
                publication, issue_date, page, articles, article_ids, lines, furniture, confidence, extractor, stored_at)
            select page_id, min(received_at), min(issue_id), 1, 'CURRENT', 'default', min(file_name), 'd', 1, now(), min(publication), min(issue_date), 'A01',
                8, array_agg(article_id), jsonb_agg(jsonb_build_object('number', ordinal + 1, 'offset', 0, 'text', text)), '[]', 1, 'x', now()
            from articles group by page_id""";

    private static final String ENTITIES = """
            insert into entities (article_id, ordinal, mention_id, type, text, block, start_at, end_at, lines, canonical_name, canonical_id)
            select article_id, n, article_id || n, 'PLACE', '名' || name, 0, 0, 2, array[1], '名' || name, name::text
            from (select article_id, n, floor(power(random(), 4) * 5000)::int as name from articles, generate_series(0, 7) as n) as named""";

    private static final String METRICS = """
            insert into metrics (article_id, ordinal, metric_id, quote, block, start_at, end_at, lines, indicator, canonical_indicator, subject,
                raw_value, value, unit, normalized_value, normalized_unit, qualifier, status, kind, period_to, extractor)
            select article_id, n, article_id || n, '一二三', 0, 0, 3, array[1], '指标' || name, '指标' || name, '名' || name, '3', 3, '元', 3, 'CNY', 'EXACT',
                case when random() < 0.2 then 'TARGET' else 'ACTUAL' end, 'LEVEL', issue_date, 'x'
            from (select article_id, issue_date, n, floor(power(random(), 3) * 300)::int as name from articles, generate_series(0, 3) as n) as reported""";
}
