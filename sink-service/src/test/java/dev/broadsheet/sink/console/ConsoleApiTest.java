package dev.broadsheet.sink.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.broadsheet.testsupport.EmbeddedDatabase;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The API that reads, against a real database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("backend")
class ConsoleApiTest {
    private static final String PAGE = "/pages/" + encoded(Shelf.PAGE);
    private final Shelf shelf = new Shelf();
    private final Browser browser = shelf.browser();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterAll
    void close() {
        threads.shutdownNow();
        shelf.close();
    }

    @Test
    void aWordIsFoundAndMarkedWhateverItsWidth() {
        JsonNode found = search("q=水库 300");

        assertThat(found.get("total").intValue()).isEqualTo(1);
        JsonNode item = found.get("items").get(0);
        assertThat(item.get("articleId").textValue()).isEqualTo(Shelf.ARTICLE);
        assertThat(marked(item.get("title").textValue(), item.get("titleHits"))).containsExactly("水库");
        assertThat(marked(
                        item.get("snippet").get("text").textValue(),
                        item.get("snippet").get("hits")))
                .containsExactly("水库", "３００");
        assertThat(item.get("figures").intValue()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "q=\"新建水库\", 1",
        "q=\"水库新建\", 0",
        "q=\"水库, 1",
        "q=夜校, 30",
        "q=夜校&publication=青川日报, 0",
        "q=夜校&sort=relevance, 30",
        "publication=青川晚报, 31",
        "publication=青川晚报&from=2024-02-01&to=2024-02-29, 8",
        "region=5108, 32",
        "region=51_8, 0",
        "region=青川县, 32",
        "region=绵阳, 0",
        "entity=青禾水库项目, 30",
        "entity=青川&type=PLACE, 31",
        "entity=青川县&type=PERSON, 0",
        "type=PROJECT, 30",
        "kind=NEWS, 1",
        "minConfidence=0.7, 1",
        "minConfidence=0.6, 32"
    })
    void filtersAndWordsTellHowMany(String query, int total) {
        assertThat(search(query).get("total").intValue()).isEqualTo(total);
    }

    @ParameterizedTest
    @CsvSource({"q=夜校, 30", "q=夜校&sort=relevance, 30", "limit=7, 32", "q=夜校&limit=1, 30"})
    void pagesHoldEachArticleOnceNewestFirst(String query, int total) {
        List<JsonNode> all = new ArrayList<>();
        String next = "";
        do {
            JsonNode list = search(query + next);
            list.get("items").forEach(all::add);
            next = list.get("next").isNull()
                    ? ""
                    : "&cursor=" + list.get("next").textValue();
        } while (!next.isEmpty());

        assertThat(all).hasSize(total);
        assertThat(new HashSet<>(all)).hasSize(total);
        if (!query.contains("relevance")) {
            List<String> dates = all.stream()
                    .map(item -> item.get("issueDate").asText("0"))
                    .map(date -> date.equals("null") ? "0" : date)
                    .toList();
            assertThat(dates).isSortedAccordingTo((a, b) -> b.compareTo(a));
        }
    }

    @Test
    void anArticleLeadsToItsPageAndLines() {
        JsonNode article = browser.json("/articles/" + Shelf.ARTICLE);
        JsonNode page = browser.json(PAGE);

        JsonNode run = article.get("blocks").get(1).get("runs").get(0);
        assertThat(run.get("line").intValue()).isEqualTo(3);
        assertThat(run.get("blockOffset").intValue()).isZero();
        assertThat(run.get("pageOffset").intValue()).isEqualTo(9);
        assertThat(article.get("metrics").get(1).get("flags").get(0).get("metricIds"))
                .hasSize(1);
        assertThat(article.get("pageId").textValue())
                .isEqualTo(page.get("pageId").textValue());
        assertThat(page.get("lines").get(1).get("number").intValue()).isEqualTo(3);
        assertThat(page.get("articles").get(0).get("lines").toString()).isEqualTo("[1,3]");
        assertThat(page.get("history")).hasSize(2);
        assertThat(browser.json("/pages/" + encoded("青川日报") + "/2024-03-08//A02"))
                .isEqualTo(page);
    }

    @Test
    void figuresAreTextsAndTellTheirArticle() {
        JsonNode figures = browser.json("/figures?indicator=" + encoded("总投资") + "&kind=LEVEL&limit=2");

        assertThat(figures.get("items")).hasSize(2);
        assertThat(figures.get("items").get(0).get("normalizedValue").textValue())
                .isEqualTo("30000000000");
        assertThat(figures.get("items").get(0).get("articleId").textValue()).isEqualTo(Shelf.ARTICLE);
        JsonNode rest = browser.json("/figures?indicator=" + encoded("总投资") + "&kind=LEVEL&cursor="
                + figures.get("next").textValue());
        assertThat(rest.get("items")).hasSize(2);
        assertThat(browser.json("/figures?from=2024-12-31&to=2024-12-31").get("items"))
                .hasSize(4);
        assertThat(browser.json("/indicators?q=" + encoded("投资"))
                        .get("items")
                        .get(0)
                        .toString())
                .isEqualTo(
                        "{\"indicator\":\"总投资\",\"normalizedUnit\":\"CNY\",\"kind\":\"LEVEL\",\"figures\":4,\"regions\":1}");
    }

    @Test
    void figuresAreCsvForSpreadsheets() {
        HttpResponse<String> csv = browser.get("/figures.csv?kind=LEVEL");

        assertThat(csv.headers().firstValue("Content-Type")).hasValue("text/csv; charset=utf-8");
        assertThat(csv.body()).startsWith("\ufeffissueDate,publication");
        assertThat(csv.body().split("\r\n")).hasSize(5);
    }

    @Test
    void aThingTellsItsArticlesMonthsCompanyAndProject() {
        JsonNode project = browser.json("/entities/PROJECT/" + encoded("青禾水库项目"));

        assertThat(project.get("articles").intValue()).isEqualTo(30);
        assertThat(project.get("canonicalId").isNull()).isTrue();
        assertThat(project.get("byMonth").toString()).contains("{\"month\":\"2024-01\",\"articles\":8}");
        assertThat(project.get("together").get(0).toString())
                .isEqualTo("{\"type\":\"PLACE\",\"name\":\"青川县\",\"articles\":30}");
        assertThat(project.get("project").get("milestones")).hasSize(2);
        JsonNode entities = browser.json("/entities?limit=1&q=" + encoded("青"));
        assertThat(entities.get("items").get(0).get("articles").intValue()).isEqualTo(31);
        assertThat(browser.json("/entities?q=" + encoded("青") + "&cursor="
                                + entities.get("next").textValue())
                        .get("items")
                        .get(0)
                        .get("name")
                        .textValue())
                .isEqualTo("青禾水库项目");
    }

    @Test
    void aTitleThatIsMarkupIsText() {
        HttpResponse<String> found = browser.get("/articles?to=2023-12-31");

        assertThat(found.headers().firstValue("Content-Type")).hasValue("application/json; charset=utf-8");
        assertThat(Browser.json(found).get("items").get(0).get("title").textValue())
                .isEqualTo(Shelf.SCRIPT);
    }

    @ParameterizedTest
    @CsvSource({
        "/articles?q=%25, 400, nothing to search for",
        "/articles?q=%E3%80%82%EF%BC%81, 400, nothing to search for",
        "/articles?limit=1000000000, 400, limit",
        "/articles?limit=0, 400, limit",
        "/articles?cursor=1000000000, 400, cursor",
        "/articles?cursor=YR9i, 400, cursor",
        "/articles?cursor=MR9h&sort=relevance&q=x, 200, items",
        "/articles?from=yesterday, 400, from",
        "/articles?from=%2B999999-01-01, 400, from",
        "/articles?minConfidence=1e400, 400, minConfidence",
        "/articles?minConfidence=1e-400, 200, items",
        "/articles?sort=best, 400, sort",
        "/articles?page=1000000000, 400, page is not a parameter",
        "/articles/unknown, 404, no article",
        "/pages/unknown, 404, no page",
        "/entities/PERSON/unknown, 404, names this",
        "/entities?type=THING, 400, type",
        "/figures?limit=1001, 400, limit",
        "/figures?subject=%00, 400, U+0000"
    })
    void whatIsWrongIsNamed(String path, int status, String word) {
        HttpResponse<String> answer = browser.get(path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(word);
    }

    @Test
    void aCursorOfADayThatNoDatabaseHoldsIsNone() {
        assertThat(browser.get("/articles?cursor=" + Cursor.of("+999999999-12-31", "x"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aSearchThatIsTooLongIsRefusedAndOneThatLooksLikeSqlIsASearch() {
        assertThat(browser.get("/articles?q=" + "x".repeat(201)).statusCode()).isEqualTo(400);
        assertThat(browser.get("/articles?q=" + "x".repeat(1_001)).statusCode()).isEqualTo(400);
        assertThat(browser.get("/articles?q=" + "x".repeat(10_000)).statusCode())
                .isEqualTo(414);
        assertThat(search("q='; drop table articles; --").get("total").intValue())
                .isZero();
    }

    @Test
    void theDescriptionAndTheServerAgree() {
        OpenApi described = new OpenApi(browser.json("/openapi.json"));

        assertThat(described.operations()).isEqualTo(OpenApi.operations(shelf.routes()));
        for (String path : List.of(
                "/session",
                "/health",
                "/filters",
                "/articles",
                "/indicators",
                "/figures",
                "/entities",
                "/operations/overview",
                "/operations/receipts",
                "/operations/dead-letters")) {
            described.check(path, browser.json(path));
        }
        described.check("/articles/{articleId}", browser.json("/articles/" + Shelf.ARTICLE));
        described.check("/pages/{pageId}", browser.json(PAGE));
        described.check("/operations/dead-letters/{id}", browser.json("/operations/dead-letters/letter"));
        described.check("/entities/{type}/{name}", browser.json("/entities/PROJECT/" + encoded("青禾水库项目")));
        described.check("/entities/{type}/{name}", browser.json("/entities/PLACE/" + encoded("青川县")));
        described.checkError(browser.json("/articles/unknown"));
        assertThat(described.unseen()).isEmpty();
    }

    @Test
    void everyAnswerIsDescribedWithAnExampleThatFits() {
        new OpenApi(browser.json("/openapi.json")).checkExamples();
    }

    @Test
    void whileTheDatabaseIsDownEverythingSaysSo() {
        shelf.database.stop();
        try {
            assertThat(browser.get("/articles").statusCode()).isEqualTo(503);
            assertThat(browser.get("/articles").body())
                    .contains("the database does not answer")
                    .doesNotContain("5432");
            assertThat(browser.get("/health").statusCode()).isEqualTo(503);
            await().untilAsserted(() -> assertThat(shelf.health.reasons()).containsKey("console"));
        } finally {
            shelf.database.start();
        }
        await().untilAsserted(
                        () -> assertThat(browser.get("/articles").statusCode()).isEqualTo(200));
        await().untilAsserted(() -> assertThat(shelf.health.ready()).isTrue());
    }

    /** Receipts cannot be read while their table is locked, so that each connection of the readers waits. */
    @Test
    void slowReadersDoNotMakeTheConsoleUnready() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> slow = new ArrayList<>();
        try (Connection operator = DriverManager.getConnection(
                        shelf.jdbc.url(), EmbeddedDatabase.USER, EmbeddedDatabase.PASSWORD);
                Statement statement = operator.createStatement()) {
            operator.setAutoCommit(false);
            statement.execute("lock table receipts in access exclusive mode");
            for (int i = 0; i < 6; i++) {
                slow.add(CompletableFuture.supplyAsync(() -> browser.get("/operations/receipts"), threads));
            }
            await().until(() -> waiting(statement), count -> count == 6);

            assertThat(browser.get("/health").statusCode()).isEqualTo(200);
            assertThat(browser.get("/articles").statusCode())
                    .as("no connection is left for readers")
                    .isEqualTo(503);
            assertThat(shelf.health.reasons()).doesNotContainKey("console");
            operator.commit();
        }
        assertThat(slow)
                .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
    }

    private static int waiting(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("select count(*) from pg_locks where not granted")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    @Test
    void filtersTellWhatThereIs() {
        JsonNode filters = browser.json("/filters");

        assertThat(filters.get("articles").intValue()).isEqualTo(32);
        assertThat(filters.get("firstDate").textValue()).isEqualTo("2023-01-02");
        Set<String> papers = new TreeSet<>();
        filters.get("publications")
                .forEach(paper -> papers.add(paper.get("name").textValue()));
        assertThat(papers).containsExactly("青川日报", "青川晚报");
    }

    private JsonNode search(String query) {
        StringBuilder path = new StringBuilder("/articles?");
        for (String part : query.split("&", -1)) {
            String[] pair = part.split("=", 2);
            path.append(pair[0]).append('=').append(encoded(pair[1])).append('&');
        }
        return browser.json(path.substring(0, path.length() - 1));
    }

    private static List<String> marked(String text, JsonNode hits) {
        return StreamSupport.stream(hits.spliterator(), false)
                .map(hit -> text.substring(hit.get(0).intValue(), hit.get(1).intValue()))
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
