package dev.broadsheet.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpEndpointTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private final Health health = new Health();
    private final Telemetry telemetry = new Telemetry("ingest", "ingest-1");
    private final HttpEndpoint endpoint = new HttpEndpoint("127.0.0.1", 0, health, telemetry);

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
                HttpEndpoint late = new HttpEndpoint("127.0.0.1", taken.getLocalPort(), health, telemetry)) {
            assertThatThrownBy(late::start)
                    .isInstanceOf(SettingsException.class)
                    .hasMessageContaining("BROADSHEET_HTTP_PORT")
                    .hasMessageContaining(Integer.toString(taken.getLocalPort()));
        }
    }

    @Test
    void anUnknownHostIsASentenceThatNamesTheSetting() {
        try (HttpEndpoint lost = new HttpEndpoint("no-such-host.invalid", 0, health, telemetry)) {
            assertThatThrownBy(lost::start).hasMessageContaining("BROADSHEET_HTTP_HOST");
        }
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
