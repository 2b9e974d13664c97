package dev.broadsheet.sink.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the server does with requests that cannot be read, come slowly, or are under way when it stops; and how it measures. */
class ConsoleLimitsTest {
    private static final String HOST = "Host: localhost\r\n";
    private static final String GET = "GET /api/v1/text HTTP/1.1\r\n" + HOST;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private final Stand stand =
            new Stand(routes -> routes.get("/text", Role.READER, Set.of(), request -> Answer.ok(Json.object()))
                    .get("/texts/{id}", Role.READER, Set.of(), request -> Answer.ok(Json.object()))
                    .get("/slow", Role.READER, Set.of(), request -> slow())
                    .post("/change", Role.NONE, request -> Answer.ok(request.body()))
                    .post("/operate", Role.OPERATOR, request -> Answer.ok(request.body())));
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        release.countDown();
        threads.shutdownNow();
        stand.close();
    }

    private Answer slow() {
        asked.countDown();
        try {
            return release.await(1, TimeUnit.MINUTES) ? Answer.ok(Json.object()) : Answer.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.empty();
        }
    }

    @Test
    void whatCannotBeReadIsAnsweredInJsonWithOneLineInTheLog() {
        Browser browser = stand.start();
        String bomb = browser.raw(GET + headers(1_000));
        assertThat(bomb).startsWith("HTTP/1.1 431").contains("\"status\":431", "Content-Security-Policy");
        String address = browser.raw("GET /api/v1/text?q=" + "x".repeat(10_000) + " HTTP/1.1\r\n" + HOST);
        assertThat(address).startsWith("HTTP/1.1 414").contains("\"code\":\"too_large\"");
        assertThat(browser.raw("GET  /api/v1/text\0 HTTP/1.1\r\n")).contains(" 400 ", "\"code\":\"bad_request\"");
        assertThat(browser.raw("nonsense\r\n")).contains(" 400 ");

        assertThat(stand.log.list).hasSize(4);
    }

    @Test
    void whatCannotBeReadCountsAsAnyRequestAndIsNotLoggedForEver() {
        Browser browser = stand.start("RATE", "1");
        for (int i = 0; i < 4; i++) {
            assertThat(browser.raw(GET + headers(1_000))).startsWith("HTTP/1.1 431");
        }
        assertThat(browser.raw(GET + headers(1_000))).startsWith("HTTP/1.1 429").contains("Retry-After: 1");
        assertThat(browser.raw("nonsense\r\n")).contains(" 429 ");
        assertThat(browser.raw(GET)).startsWith("HTTP/1.1 429");
        assertThat(stand.log.list).hasSize(4);

        stand.clock.now = stand.clock.now.plusSeconds(1);
        assertThat(browser.raw(GET)).startsWith("HTTP/1.1 200");
    }

    private static String headers(int many) {
        return IntStream.range(0, many)
                .mapToObj(i -> "X-" + i + ": 0123456789\r\n")
                .reduce("", String::concat);
    }

    /** Some send a byte now and then, some nothing; eight of them are as many bodies as are read at once. */
    @Test
    void whoSendsABodySlowlyIsToldSoAndHoldsNobodyUpForLong() {
        Browser browser = stand.start();
        List<CompletableFuture<String>> slow = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            boolean silent = i < 4;
            slow.add(CompletableFuture.supplyAsync(() -> body(silent), threads));
        }
        assertThat(slow)
                .allSatisfy(answer -> assertThat(answer.join())
                        .startsWith("HTTP/1.1 408")
                        .contains("\"code\":\"timeout\"", "the body did not come within 5 s"));
        assertThat(browser.post("/change", "{}").statusCode()).isEqualTo(200);
    }

    private String body(boolean silent) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), stand.port())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(("POST /api/v1/change HTTP/1.1\r\n" + HOST
                            + "Content-Type: application/json\r\nContent-Length: 60000\r\nConnection: close\r\n\r\n{")
                    .getBytes(StandardCharsets.UTF_8));
            CompletableFuture<Void> dripping = silent
                    ? CompletableFuture.completedFuture(null)
                    : CompletableFuture.runAsync(() -> drip(out), threads);
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            dripping.cancel(true);
            return answer;
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static void drip(OutputStream out) {
        try {
            while (true) {
                out.write(' ');
                out.flush();
                Thread.sleep(200);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            assertThat(e).isInstanceOf(SocketException.class); // the server has closed it
        }
    }

    /** Clients send a body apart from its headers, and the next request over the same connection. */
    @Test
    void aRefusalWhoseBodyComesLateLeavesTheConnectionToTheNextRequest() throws Exception {
        stand.start();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), stand.port())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(("POST /api/v1/operate HTTP/1.1\r\n" + HOST
                            + "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            await().until(() -> stand.log.list.size() == 1); // it is refused
            out.write(("{}" + GET + "Connection: close\r\n\r\n").getBytes(StandardCharsets.UTF_8));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 401")
                    .contains("HTTP/1.1 200");
        }
    }

    @Test
    void aRequestUnderWayWhenTheServerStopsIsAnswered() throws Exception {
        Browser browser = stand.start();
        CompletableFuture<HttpResponse<String>> answer =
                CompletableFuture.supplyAsync(() -> browser.get("/slow"), threads);
        asked.await();
        CompletableFuture<Void> stopped = CompletableFuture.runAsync(stand::close, threads);
        Thread.sleep(300); // longer than a connection on which nothing is under way is waited for
        assertThat(stopped).isNotDone();
        release.countDown();

        assertThat(answer.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        assertThat(stopped).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void aRequestThatDoesNotEndDoesNotKeepTheServerFromStopping() throws Exception {
        Browser browser = stand.start();
        CompletableFuture<HttpResponse<String>> answer =
                CompletableFuture.supplyAsync(() -> browser.get("/slow"), threads);
        asked.await();

        assertThat(CompletableFuture.runAsync(stand::close, threads)).succeedsWithin(Duration.ofSeconds(10));
        assertThat(answer).failsWithin(Duration.ofSeconds(10));
    }

    @Test
    void requestsAreTimedByRouteAndClassOfStatusWhateverIsAskedFor() {
        Browser browser = stand.start();
        browser.get("/texts/1");
        browser.get("/texts/2");
        browser.get("/texts/2?nonsense=1");
        browser.get("/nowhere/1");
        browser.get("/nowhere/2");
        browser.send("GET", "/nothing.html", "");
        browser.raw("nonsense\r\n");

        assertThat(stand.meters.find("broadsheet.console.request").timers())
                .extracting(timer ->
                        timer.getId().getTag("route") + " " + timer.getId().getTag("status") + " " + timer.count())
                .containsExactlyInAnyOrder(
                        "GET /texts/{id} 2xx 2", "GET /texts/{id} 4xx 1", "none 4xx 3", "page 4xx 1");
    }
}
