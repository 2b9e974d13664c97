package dev.broadsheet.sink.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.runtime.SettingsException;
import dev.broadsheet.sink.store.StoreUnavailableException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is let in, and what is kept out, with a few paths of its own and no database. */
class ConsoleSecurityTest {
    private static final String READER = "reader-token-0123456789";
    private static final String OPERATOR = "operator-token-0123456789";
    private static final Endpoints PATHS = routes -> routes.get(
                    "/text",
                    Role.READER,
                    Set.of("q"),
                    request -> Answer.ok(Json.object().put("title", "<script>".repeat(200))))
            .get(
                    "/lists/{name…}",
                    Role.READER,
                    Set.of(),
                    request -> Answer.ok(Json.object().put("name", request.part("name"))))
            .get("/down", Role.READER, Set.of(), request -> {
                throw new StoreUnavailableException("PostgreSQL at db.internal does not answer", null);
            })
            .get("/fault", Role.READER, Set.of(), request -> {
                throw new IllegalStateException("a secret of the inside");
            })
            .post(
                    "/change",
                    Role.OPERATOR,
                    request ->
                            Answer.ok(Json.object().put("by", request.caller().by())));

    @TempDir
    Path folder;

    private final Stand stand = new Stand(PATHS);
    private final Stand.SettableClock clock = stand.clock;

    @AfterEach
    void stop() {
        stand.close();
    }

    private Browser start(String... settings) {
        return stand.start(settings);
    }

    private Browser both() {
        return start("READER_TOKEN", READER, "OPERATOR_TOKEN", OPERATOR);
    }

    @Test
    void beyondThisMachineBothTokensAreRequired() {
        assertThatThrownBy(() -> Stand.settings("HOST", "0.0.0.0"))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("BROADSHEET_CONSOLE_READER_TOKEN is missing")
                .hasMessageContaining("BROADSHEET_CONSOLE_OPERATOR_TOKEN is missing");
        assertThat(Stand.settings("HOST", "0.0.0.0", "READER_TOKEN", READER, "OPERATOR_TOKEN", OPERATOR)
                        .loopback())
                .isFalse();
    }

    @Test
    void tokensThatCouldBeGuessedOrThatAreTheSameAreRefusedAndNoneIsShown() {
        assertThatThrownBy(() -> Stand.settings("OPERATOR_TOKEN", "short-secret"))
                .hasMessageContaining("BROADSHEET_CONSOLE_OPERATOR_TOKEN is shorter")
                .hasMessageNotContaining("short-secret");
        assertThatThrownBy(() -> Stand.settings("OPERATOR_TOKEN", READER, "READER_TOKEN", READER))
                .hasMessageContaining("is the same");
        assertThat(Stand.settings("OPERATOR_TOKEN", OPERATOR, "TLS_PASSWORD", "secret")
                        .toString())
                .doesNotContain(OPERATOR, "secret");
    }

    @Test
    void onLoopbackReadingIsFreeAndChangingIsNot() {
        Browser browser = start();

        assertThat(browser.get("/text").statusCode()).isEqualTo(200);
        assertThat(browser.post("/change", "{}").statusCode()).isEqualTo(401);
        assertThat(browser.json("/session").toString())
                .isEqualTo("{\"user\":\"anonymous\",\"role\":\"READER\",\"loginRequired\":false,\"csrf\":null}");
    }

    @Test
    void tokensTellRoles() {
        Browser browser = both();

        assertThat(browser.get("/text").statusCode()).isEqualTo(401);
        assertThat(browser.get("/text", "Authorization", "Bearer " + READER).statusCode())
                .isEqualTo(200);
        assertThat(browser.post("/change", "{}", "Authorization", "Bearer " + READER)
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.post("/change", "{}", "Authorization", "Bearer " + OPERATOR)
                        .body())
                .isEqualTo("{\"by\":\"console:operator\"}");
    }

    @Test
    void wrongTokensOfAnyLengthAreRefusedAndSoonNoLongerCompared() {
        Browser browser = both();
        for (String token : List.of("", "x", READER + "x", READER.substring(1), "x".repeat(5_000))) {
            assertThat(browser.get("/text", "Authorization", "Bearer " + token).statusCode())
                    .isEqualTo(401);
        }

        HttpResponse<String> sixth = browser.get("/text", "Authorization", "Bearer " + READER);
        assertThat(sixth.statusCode()).isEqualTo(429);
        assertThat(sixth.headers().firstValue("Retry-After")).hasValue("12");
        clock.now = clock.now.plusSeconds(12);
        assertThat(browser.get("/text", "Authorization", "Bearer " + READER).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aBrowserSignsInWithACookieThatNoScriptReadsAndNoOtherSiteSends() {
        Browser browser = both();
        HttpResponse<String> signedIn = browser.post("/session", "{\"token\":\"" + OPERATOR + "\"}");
        String cookie = signedIn.headers().firstValue("Set-Cookie").orElseThrow();
        String csrf = Browser.json(signedIn).get("csrf").textValue();

        assertThat(cookie)
                .contains("; HttpOnly", "; SameSite=Strict", "; Path=/")
                .doesNotContain(OPERATOR);
        String session = cookie.substring(0, cookie.indexOf(';'));
        assertThat(browser.get("/text", "Cookie", session).statusCode()).isEqualTo(200);
        assertThat(browser.post("/change", "{}", "Cookie", session).statusCode())
                .isEqualTo(403);
        assertThat(browser.post("/change", "{}", "Cookie", session, "X-Broadsheet-Csrf", "x" + csrf)
                        .statusCode())
                .isEqualTo(401);
        assertThat(browser.post("/change", "{}", "Cookie", session, "X-Broadsheet-Csrf", csrf)
                        .statusCode())
                .isEqualTo(200);
        assertThat(browser.get("/text", "Cookie", session + "x").statusCode()).isEqualTo(401);
        assertThat(browser.send("DELETE", "/api/v1/session", "", "Cookie", session)
                        .headers()
                        .firstValue("Set-Cookie")
                        .orElseThrow())
                .contains("broadsheet_session=;", "Max-Age=0");
    }

    /** By its header, since the browser drops the cookie when the session ends. */
    @Test
    void aPageIsToldThatItsSessionHasEndedAndMaySignInAndOut() {
        Browser browser = start("OPERATOR_TOKEN", OPERATOR);
        HttpResponse<String> signedIn = browser.post("/session", "{\"token\":\"" + OPERATOR + "\"}");
        String cookie =
                signedIn.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
        String csrf = Browser.json(signedIn).get("csrf").textValue();

        assertThat(browser.get("/text", "Cookie", cookie, Gate.CSRF, csrf).statusCode())
                .isEqualTo(200);
        assertThat(browser.get("/text", Gate.CSRF, csrf).body()).contains("\"code\":\"session_ended\"");
        clock.now = clock.now.plus(Duration.ofHours(13));
        HttpResponse<String> ended = browser.get("/text", "Cookie", cookie, Gate.CSRF, csrf);
        assertThat(ended.statusCode()).isEqualTo(401);
        assertThat(ended.body()).contains("\"code\":\"session_ended\"");
        assertThat(browser.get("/text", "Cookie", cookie).statusCode())
                .as("reading is free")
                .isEqualTo(200);
        for (HttpResponse<String> answer : List.of(
                browser.get("/session", "Cookie", cookie, Gate.CSRF, csrf),
                browser.post("/session", "{\"token\":\"" + OPERATOR + "\"}", "Cookie", cookie, Gate.CSRF, csrf),
                browser.send("DELETE", "/api/v1/session", "", "Cookie", cookie, Gate.CSRF, csrf))) {
            assertThat(answer.statusCode()).isIn(200, 204);
        }
    }

    @Test
    void aSessionEndsByItselfAndHoldsAtAnyInstanceWithTheSameTokens() {
        Access one = new Access(Stand.settings("OPERATOR_TOKEN", OPERATOR), clock);
        Access other = new Access(Stand.settings("OPERATOR_TOKEN", OPERATOR), clock);
        Access changed = new Access(Stand.settings("OPERATOR_TOKEN", OPERATOR + "2"), clock);
        String session = one.open(Role.OPERATOR);

        assertThat(other.caller(session, "")).isNotNull();
        assertThat(changed.caller(session, "")).isNull();
        assertThat(other.caller(session.replace("OPERATOR", "READER"), "")).isNull();
        clock.now = clock.now.plus(Duration.ofHours(13));
        assertThat(other.caller(session, "")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, http://evil.example, 403",
        "Origin, null, 403",
        "Sec-Fetch-Site, cross-site, 403",
        "Sec-Fetch-Site, same-site, 403",
        "Sec-Fetch-Site, same-origin, 200"
    })
    void whatAnotherSiteMakesABrowserSendIsRefused(String header, String value, int status) {
        Browser browser = both();

        assertThat(browser.post("/change", "{}", "Authorization", "Bearer " + OPERATOR, header, value)
                        .statusCode())
                .isEqualTo(status);
    }

    @Test
    void bodiesAreJsonAndSmall() {
        Browser browser = both();
        String bearer = "Bearer " + OPERATOR;

        assertThat(browser.post("/change", "{}", "Authorization", bearer, "Content-Type", "text/plain")
                        .statusCode())
                .isEqualTo(415);
        for (int length : new int[] {70_000, 250_000}) {
            assertThat(browser.post("/change", "{\"a\":\"" + "x".repeat(length) + "\"}", "Authorization", bearer)
                            .statusCode())
                    .isEqualTo(413);
        }
        assertThat(browser.post("/session", "{\"token\"").statusCode()).isEqualTo(400);
        assertThat(browser.post("/session", "[".repeat(60_000)).statusCode()).isEqualTo(400);
    }

    @Test
    void aForeignHostNameIsRefusedSoThatNoPageCanBindItsNameToThisAddress() {
        Browser browser = start("NAMES", "console.example");

        assertThat(browser.raw("GET /api/v1/text HTTP/1.1\r\nHost: evil.example\r\n"))
                .startsWith("HTTP/1.1 403");
        assertThat(browser.raw("GET /api/v1/text HTTP/1.1\r\nHost: console.example:8443\r\n"))
                .startsWith("HTTP/1.1 200");
        assertThat(browser.raw("GET /api/v1/text HTTP/1.1\r\nHost: localhost\r\n"))
                .startsWith("HTTP/1.1 200");
        assertThat(browser.raw("GET /api/v1/text HTTP/1.0\r\n")).startsWith("HTTP/1.1 403");
    }

    @Test
    void tooManyRequestsAreToldWhenToComeAgain() {
        Browser browser = start("RATE", "1");
        List<Integer> codes = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            codes.add(browser.get("/text").statusCode());
        }
        assertThat(codes).containsExactly(200, 200, 200, 200, 429);
        clock.now = clock.now.plusSeconds(1);
        assertThat(browser.get("/text").statusCode()).isEqualTo(200);
    }

    @Test
    void everyAnswerTellsBrowsersWhatToRefuse() {
        Browser browser = start();
        for (String path : List.of("/api/v1/text", "/api/v1/nothing", "/nothing.html")) {
            HttpResponse<String> answer = browser.send("GET", path, "");
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("default-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
            assertThat(answer.headers().firstValue("Server")).isEmpty();
        }
    }

    @Test
    void markupIsTextOfAJsonAnswer() {
        HttpResponse<String> answer = start().get("/text");

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json; charset=utf-8");
        assertThat(Browser.json(answer).get("title").textValue()).startsWith("<script>");
    }

    @Test
    void answersAreTaggedAndCompressed() throws IOException {
        Browser browser = start();
        HttpResponse<String> plain = browser.get("/text");
        String tag = plain.headers().firstValue("ETag").orElseThrow();

        assertThat(browser.get("/text", "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(browser.get("/text", "If-None-Match", "\"other\"").statusCode())
                .isEqualTo(200);
        String zipped = browser.raw("GET /api/v1/text HTTP/1.0\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n");
        assertThat(zipped).contains("Content-Encoding: gzip", "-gz\"", "Vary: Accept-Encoding");
        assertThat(zipped.length()).isLessThan(plain.body().length() / 2 + 1_000);
        Packed packed = Packed.of(Answer.ok(Json.object().put("title", "x".repeat(5_000))));
        assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.zipped())).readAllBytes())
                .isEqualTo(packed.answer().body());
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/nothing, 404, not_found",
        "POST, /api/v1/text, 405, method_not_allowed",
        "PUT, /index.html, 405, method_not_allowed",
        "GET, /api/v1/text?x=1, 400, bad_request",
        "GET, /api/v1/text?q=1&q=2, 400, bad_request",
        "GET, /api/v1/lists/%00, 400, bad_request",
        "GET, /../../etc/passwd, 400, bad_request",
        "GET, /js/..%2F..%2Fopenapi.json, 404, not_found",
        "GET, /api/v1/down, 503, unavailable",
        "GET, /api/v1/fault, 500, failed"
    })
    void whatCannotBeDoneIsToldInJsonAndInOneLine(String method, String path, int status, String code) {
        String answer = start().raw(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n");

        assertThat(answer).startsWith("HTTP/1.1 " + status).contains("\"code\":\"" + code + "\"");
        assertThat(answer).doesNotContain("db.internal", "secret of the inside");
        assertThat(stand.log.list).hasSize(1);
        assertThat(stand.log.list.get(0).getFormattedMessage())
                .contains(String.valueOf(status))
                .doesNotContain("q=1");
    }

    @Test
    void idsMayHoldSlashesPlainAndEncoded() {
        Browser browser = start();

        assertThat(browser.json("/lists/a/b//c").get("name").textValue()).isEqualTo("a/b//c");
        assertThat(browser.json("/lists/a%2Fb%2F%2Fc").get("name").textValue()).isEqualTo("a/b//c");
        assertThat(browser.json("/lists/100%25%20+").get("name").textValue()).isEqualTo("100% +");
    }

    @Test
    void secretsNeverReachTheLog() {
        Browser browser = both();
        browser.post("/session", "{\"token\":\"" + OPERATOR + "x\"}");
        browser.get("/text?token=" + OPERATOR, "Authorization", "Bearer " + READER + "x");

        assertThat(stand.log.list)
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.getFormattedMessage()).doesNotContain(OPERATOR, READER));
    }

    @Test
    void withAKeystoreItSpeaksHttpsOnlyAndTheCookieIsSecure() throws Exception {
        Path keystore = folder.resolve("console.p12");
        certificate(keystore);
        start("TLS_KEYSTORE", keystore.toString(), "TLS_PASSWORD", "changeit", "OPERATOR_TOKEN", OPERATOR);
        HttpClient client =
                HttpClient.newBuilder().sslContext(trusting(keystore)).build();
        URI session = URI.create("https://localhost:" + stand.port() + "/api/v1/session");

        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(session)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"token\":\"" + OPERATOR + "\"}"))
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow()).contains("; Secure");
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
    }

    private static void certificate(Path keystore) throws IOException, InterruptedException {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process process = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "console",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        keystore.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    private static SSLContext trusting(Path keystore) throws Exception {
        KeyStore store = KeyStore.getInstance(keystore.toFile(), "changeit".toCharArray());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("console", store.getCertificate("console"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
