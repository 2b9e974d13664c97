package dev.broadsheet.system.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The console in Chromium: what readers and operators do, and what no view may do. Skipped where Chromium or Node is missing. */
class ConsoleTest {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final long MOST_BYTES = 500_000;
    private static final int PHONE = 375;
    private static final int PICTURE_WIDTH = 1080;
    private static final int PICTURE_HEIGHT = 640;
    private static final String SCREENSHOTS = "console.screenshots";

    private static Playwright playwright;
    private static Browser browser;
    private static ConsoleSite site;
    private static String reservoir = "";
    private static List<String> views = List.of();

    @BeforeAll
    static void start() {
        Optional<Path> node = node();
        assumeTrue(Files.isExecutable(CHROMIUM) && node.isPresent(), "skipped: needs " + CHROMIUM + " and Node");
        PlaywrightAssertions.setDefaultAssertionTimeout(Visit.SLOWEST_MILLIS);
        CompletableFuture<ConsoleSite> building = CompletableFuture.supplyAsync(ConsoleTest::site);
        playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of(
                        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                        "1",
                        "PLAYWRIGHT_NODEJS_PATH",
                        node.get().toString())));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox")));
        site = building.join();
        reservoir = findReservoir();
        views = findViews();
    }

    private static ConsoleSite site() {
        try {
            return new ConsoleSite(SamplePages.all());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
        if (playwright != null) {
            playwright.close();
        }
        if (site != null) {
            site.close();
        }
    }

    @Test
    void aWordLeadsToItsArticleAndBack() {
        try (Visit visit = new Visit(browser, site.url()).open("")) {
            Page page = visit.page;
            page.keyboard().press("/");
            assertThat(page.locator("#q")).isFocused();
            page.keyboard().type("青禾水库");
            page.keyboard().press("Enter");
            assertThat(page.locator(".result")).hasCount(1);
            assertThat(page.locator(".result h3 mark").first()).hasText("青禾水库");
            assertThat(page.locator("#live")).containsText("1");

            page.locator(".result h3 a").click();
            assertThat(page.locator("h1")).hasText(SamplePages.RESERVOIR);
            assertThat(page).hasTitle(SamplePages.RESERVOIR + " · Broadsheet");

            page.goBack();
            assertThat(page.locator("#q")).hasValue("青禾水库");
            assertThat(page.locator(".result")).hasCount(1);
            visit.leave();
        }
    }

    /** 18.6 stands at the end of one printed line and 亿元 at the beginning of the next. */
    @Test
    void aFactLeadsToTheLinesItWasPrintedOnAndALineToWhatBecameOfIt() {
        try (Visit visit = reservoir()) {
            Page page = visit.page;
            Locator fact = page.locator(".printed .fact.metric").filter(withText("18.6亿元"));
            fact.first().focus();
            page.keyboard().press("Enter");

            assertThat(page.locator(".card")).containsText("18.6亿元");
            assertThat(page.locator(".card")).containsText("已实现");
            assertThat(page.locator(".lines .hit")).hasCount(2);
            assertThat(String.join("", page.locator(".lines .hit mark").allTextContents()))
                    .isEqualTo(page.locator(".card q").textContent());
            assertThat(page.url()).contains("fact=");

            page.keyboard().press("Escape");
            assertThat(page.locator(".card")).isHidden();

            Locator line = page.locator(".lines .hit [role=button]").last();
            String printed = line.textContent();
            line.click();
            assertThat(String.join("", page.locator(".printed .of-line").allTextContents()))
                    .isEqualTo(printed);
            visit.leave();
        }
    }

    @Test
    void aLinkToAFactShowsItAgain() {
        try (Visit visit = reservoir()) {
            visit.page.locator(".own-figures button.link").first().click();
            String chosen = visit.page.locator(".printed .chosen").first().textContent();
            visit.page.reload();
            visit.ready();

            assertThat(visit.page.locator(".printed .chosen").first()).hasText(chosen);
            assertThat(visit.page.locator(".card")).isVisible();
            visit.leave();
        }
    }

    @Test
    void aLineOfAnotherArticleLeadsThere() {
        try (Visit visit = reservoir()) {
            visit.page
                    .locator(".lines .other [role=button]")
                    .filter(withText("尖括号"))
                    .click();
            visit.page.locator(".told a").click();

            assertThat(visit.page.locator("h1")).hasText(SamplePages.SCRIPT);
            visit.leave();
        }
    }

    @Test
    void aTitleThatLooksLikeAScriptIsText() {
        try (Visit visit = new Visit(browser, site.url()).open("#/?q=" + encoded("尖括号"))) {
            assertThat(visit.page.locator(".result h3")).hasText(SamplePages.SCRIPT);
            visit.page.locator(".result h3 a").click();
            assertThat(visit.page.locator("h1")).hasText(SamplePages.SCRIPT);
            assertThat(visit.page.locator("main script")).hasCount(0);
            visit.leave();
        }
    }

    @Test
    void aFilterNarrows() {
        try (Visit visit = new Visit(browser, site.url()).open("")) {
            Page page = visit.page;
            Locator option = page.locator("#publication option").filter(withText(SamplePages.OTHER_PAPER));
            int articles = number(option.textContent());
            page.locator("#publication").focus();
            page.locator("#publication").selectOption(SamplePages.OTHER_PAPER);

            assertThat(page.locator(".result")).hasCount(articles);
            assertThat(page.locator("#publication")).isFocused();
            assertThat(page.locator(".result .meta").filter(withText(SamplePages.PAPER)))
                    .hasCount(0);
            visit.leave();
        }
    }

    @Test
    void moreGoesOnWithoutRepeating() {
        try (Visit visit = new Visit(browser, site.url()).open("")) {
            Page page = visit.page;
            int total = number(page.locator("#sum").textContent());
            assertThat(page.locator(".result")).hasCount(20);
            for (int shown = 20; shown < total; shown += 20) {
                assertThat(page.locator(".result")).hasCount(shown);
                page.locator("button.more").click();
            }
            assertThat(page.locator(".result")).hasCount(total);
            assertThat(page.locator("button.more")).isHidden();
            List<String> addresses = page.locator(".result h3 a").all().stream()
                    .map(link -> link.getAttribute("href"))
                    .toList();
            assertThat(new HashSet<>(addresses)).hasSize(total);
            visit.leave();
        }
    }

    @Test
    void whatCannotBeSearchedForIsSaid() {
        try (Visit visit = new Visit(browser, site.url()).open("#/?q=%25")) {
            assertThat(visit.page.locator(".error.notice")).containsText("nothing to search for");
            assertThat(visit.page.locator("#q")).hasValue("%");
            visit.expect("400");
            visit.leave();
        }
    }

    @Test
    void anIndicatorIsDrawnListedAndDownloaded() throws IOException {
        try (Visit visit = new Visit(browser, site.url()).open("#/figures")) {
            Page page = visit.page;
            page.locator(".tiles a").first().click();
            assertThat(page.locator(".chart canvas")).isVisible();
            int rows = page.locator("tbody tr").count();
            assertThat(rows).isPositive();
            page.locator("#view").selectOption("bars");
            assertThat(page.locator(".chart canvas")).isVisible();

            Download csv =
                    page.waitForDownload(() -> page.locator("a[download]").click());
            try (InputStream content = csv.createReadStream()) {
                assertThat(new String(content.readAllBytes(), StandardCharsets.UTF_8).lines())
                        .hasSizeGreaterThan(rows);
            }
            page.locator("tbody a").first().click();
            assertThat(page.locator(".printed .chosen").first()).isVisible();
            visit.leave();
        }
    }

    @Test
    void anEntityShowsItsArticlesAndItsCompany() {
        try (Visit visit = new Visit(browser, site.url()).open("#/entities?q=" + encoded("顾明川"))) {
            Page page = visit.page;
            page.locator(".tiles a").first().click();
            assertThat(page.locator("h1")).hasText("顾明川");
            assertThat(page.locator(".result h3")).hasText(SamplePages.RESERVOIR);
            assertThat(page.locator(".months rect")).hasCount(12);
            assertThat(page.locator(".chips a").first()).isVisible();
            visit.leave();
        }
    }

    @Test
    void aWrongTokenIsSaidAndTheRightOneLetsIn() {
        try (Visit visit = new Visit(browser, site.url()).open("")) {
            Page page = visit.page;
            page.locator("#session").click();
            page.locator("#token").fill("wrong");
            page.locator("dialog button[type=submit]").click();
            assertThat(page.locator("dialog .error")).not().isEmpty();
            visit.expect("401");

            page.locator("#token").fill(ConsoleSite.OPERATOR_TOKEN);
            page.locator("dialog button[type=submit]").click();
            assertThat(page.locator("dialog")).hasCount(0);
            assertThat(page.locator("#session")).hasText("退出");
            page.reload();
            assertThat(page.locator("#session")).hasText("退出");
            page.locator("#session").click();
            assertThat(page.locator("#session")).hasText("登录");
            visit.leave();
        }
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, 退出, 登录, 登录已结束", "en-GB, Log out, Log in, Your session has ended"})
    void aReaderSignsInAgainWhereTheSessionEndedAndSignsOut(
            String language, String logOut, String logIn, String ended) {
        String address = "#/?from=2000-01-01";
        try (Visit visit = new Visit(browser, site.guardedUrl(), Visit.WIDTH, language, ColorScheme.LIGHT)) {
            Page page = visit.open(address).page;
            page.locator("main .problem button").click();
            logIn(page, ConsoleSite.READER_TOKEN);
            assertThat(page.locator("#session")).hasText(logOut);
            assertThat(page.locator(".result")).hasCount(20);

            visit.loseCookies();
            page.locator("button.more").click();
            assertThat(page.locator("dialog")).containsText(ended);
            assertThat(page.locator(".result")).hasCount(20);
            logIn(page, ConsoleSite.READER_TOKEN);
            assertThat(page.locator("#session")).hasText(logOut);
            assertThat(page.locator(".result").first()).isVisible();
            assertThat(page.url()).endsWith(address);

            page.locator("#session").click();
            assertThat(page.locator("#session")).hasText(logIn);
            assertThat(page.locator("main .problem")).isVisible();
            visit.expect("401");
            visit.leave();
        }
    }

    @Test
    void aDeadLetterIsReplayedByAnOperatorAfterAQuestion() {
        try (Visit visit = new Visit(browser, site.url())) {
            Operations operations = new Operations();
            operations.answer(visit.page);
            Page page = visit.open("#/operations").page;
            assertThat(page.locator(".letters tbody tr")).containsText("the page took longer than 10 s");
            page.locator(".letters [type=checkbox]").check();
            page.locator(".letters .buttons .primary").click();
            logIn(page);
            assertThat(operations.written).isEmpty();
            page.locator("dialog button[type=submit]").click();

            assertThat(page.locator("dialog")).containsText("已处理 1 封");
            assertThat(operations.written)
                    .containsExactly("dead-letters/replay with csrf {\"ids\":[\"" + Operations.LETTER
                            + "\"],\"again\":false,\"dryRun\":false}");
            page.locator("dialog button").click();
            assertThat(page.locator(".letters tbody tr")).hasCount(0);
            visit.leave();
        }
    }

    @Test
    void aFeedIsPausedForAReason() {
        try (Visit visit = new Visit(browser, site.url())) {
            Operations operations = new Operations();
            operations.answer(visit.page);
            Page page = visit.open("#/operations").page;
            page.locator("tr")
                    .filter(withText("青川日报"))
                    .locator("button")
                    .filter(withText("暂停"))
                    .click();
            logIn(page);
            page.locator("#reason").fill("版式有误");
            page.locator("dialog button[type=submit]").click();

            assertThat(page.locator("td .badge").filter(withText("已暂停"))).isVisible();
            assertThat(operations.written)
                    .containsExactly("feeds/" + encoded("青川日报") + "/pause with csrf {\"reason\":\"版式有误\"}");
            visit.leave();
        }
    }

    private static void logIn(Page page) {
        logIn(page, ConsoleSite.OPERATOR_TOKEN);
    }

    private static void logIn(Page page, String token) {
        page.locator("#token").fill(token);
        page.locator("dialog button[type=submit]").click();
        assertThat(page.locator("#token")).hasCount(0);
    }

    @Test
    void whatIsNotThereIsSaid() {
        try (Visit visit = new Visit(browser, site.url()).open("#/article/unknown")) {
            assertThat(visit.page.locator("h1")).hasText("没有找到");
            visit.expect("404");
            visit.open("#/nowhere");
            assertThat(visit.page.locator("h1")).hasText("没有找到");
            visit.leave();
        }
    }

    @Test
    void theLanguageIsTheBrowsersUntilOneIsChosen() {
        try (Visit visit = new Visit(browser, site.url(), PHONE, "en-GB", ColorScheme.LIGHT).open("")) {
            assertThat(visit.page.locator("nav a[aria-current]")).hasText("Newsroom");
            visit.page.locator("#language").click();
            assertThat(visit.page.locator("nav a[aria-current]")).hasText("编辑部");
            visit.page.reload();
            assertThat(visit.page.locator("nav a[aria-current]")).hasText("编辑部");
            visit.leave();
        }
    }

    @Test
    void theFirstViewIsSmall() {
        try (Visit visit = new Visit(browser, site.url())) {
            List<Request> requests = new ArrayList<>();
            visit.page.onRequestFinished(requests::add);
            visit.open("");
            assertThat(visit.page.locator(".result").first()).isVisible();
            long bytes = requests.stream()
                    .map(Request::sizes)
                    .mapToLong(sizes -> sizes.responseBodySize + sizes.responseHeadersSize)
                    .sum();

            assertThat(requests).hasSizeGreaterThan(10);
            assertThat(bytes).isLessThan(MOST_BYTES);
            visit.leave();
        }
    }

    @Test
    void noViewIsWiderThanAPhone() {
        try (Visit visit = new Visit(browser, site.url(), PHONE, "zh-CN", ColorScheme.LIGHT)) {
            new Operations().answer(visit.page);
            for (String view : views) {
                visit.open(view);
                assertThat(visit.overflows()).as(view).isFalse();
            }
            visit.leave();
        }
    }

    /** Only colours differ in the dark. */
    @ParameterizedTest
    @CsvSource({"LIGHT,{}", "DARK,{runOnly: ['color-contrast']}"})
    void noViewHasSeriousFindingsOfAccessibility(ColorScheme scheme, String rules) throws IOException {
        try (Visit visit = new Visit(browser, site.url(), Visit.WIDTH, "zh-CN", scheme)) {
            new Operations().answer(visit.page);
            visit.page.addInitScript(axe());
            for (String view : views) {
                visit.open(view);
                // The others are left out because telling of what is right takes longer than finding what is wrong.
                Object findings = visit.page.evaluate("axe.run(document, {resultTypes: ['violations'], ..." + rules
                        + "}).then(result => result.violations"
                        + ".filter(({impact}) => impact === 'serious' || impact === 'critical')"
                        + ".map(({id, nodes}) => id + ' ' + nodes.map(({html}) => html).join(' ')))");
                assertThat((List<?>) findings).as(view).isEmpty();
            }
            visit.leave();
        }
    }

    @Test
    void aDatabaseThatIsDownIsSaidAndComesBack() {
        try (Visit visit = new Visit(browser, site.url()).open("")) {
            Page page = visit.page;
            site.stopDatabase();
            try {
                page.locator("#q").fill("水库");
                page.keyboard().press("Enter");
                assertThat(page.locator("#banner")).isVisible();
                assertThat(page.locator("main .problem")).isVisible();
            } finally {
                site.startDatabase();
            }
            assertThat(page.locator(".result").first()).isVisible();
            assertThat(page.locator("#banner")).isHidden();
            visit.expect("503");
            visit.leave();
        }
    }

    /** On request: {@code -Dconsole.screenshots=DIR}. */
    @Test
    @EnabledIfSystemProperty(named = SCREENSHOTS, matches = ".+")
    void screenshots() {
        Path folder = Path.of(System.getProperty(SCREENSHOTS));
        try (Visit visit = new Visit(browser, site.url(), PICTURE_WIDTH, "zh-CN", ColorScheme.LIGHT)) {
            shoot(visit.open("#/?q=" + encoded("项目")), folder.resolve("console-newsroom.png"));
            visit.open(reservoir);
            visit.page
                    .locator(".printed .fact.metric")
                    .filter(withText("18.6亿元"))
                    .first()
                    .click();
            shoot(visit, folder.resolve("console-article.png"));
            visit.open("#/figures").page.locator(".tiles a").first().click();
            assertThat(visit.page.locator(".chart canvas")).isVisible();
            shoot(visit, folder.resolve("console-figures.png"));
            shoot(visit.open("#/entity/PLACE/" + encoded("青川县")), folder.resolve("console-entity.png"));
            new Operations().answer(visit.page);
            shoot(visit.open("#/operations"), folder.resolve("console-operations.png"));
        }
    }

    private static void shoot(Visit visit, Path file) {
        visit.page.screenshot(new Page.ScreenshotOptions().setPath(file).setClip(0, 0, PICTURE_WIDTH, PICTURE_HEIGHT));
    }

    private static List<String> findViews() {
        try (Visit visit = new Visit(browser, site.url())) {
            String indicator =
                    visit.open("#/figures").page.locator(".tiles a").first().getAttribute("href");
            return List.of(
                    "",
                    "#/?q=" + encoded("项目") + "&sort=relevance",
                    reservoir,
                    "#/figures",
                    indicator,
                    "#/entities",
                    "#/entity/PERSON/" + encoded("顾明川"),
                    "#/operations");
        }
    }

    private static Visit reservoir() {
        return new Visit(browser, site.url()).open(reservoir);
    }

    private static String findReservoir() {
        try (Visit visit = new Visit(browser, site.url()).open("#/?q=" + encoded("青禾水库"))) {
            return visit.page.locator(".result h3 a").first().getAttribute("href");
        }
    }

    private static Locator.FilterOptions withText(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private static int number(String text) {
        return Integer.parseInt(text.replaceAll("\\D", ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String axe() throws IOException {
        try (InputStream script = ConsoleTest.class.getResourceAsStream("/axe.min.js")) {
            assertThat(script).isNotNull();
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Optional<Path> node() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .map(folder -> Path.of(folder, "node"))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
