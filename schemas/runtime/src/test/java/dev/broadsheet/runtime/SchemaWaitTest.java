package dev.broadsheet.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.broadsheet.contracts.Topics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.errors.InterruptException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Against a registry that is asked over HTTP and knows either every schema or none. */
@Timeout(60)
class SchemaWaitTest {
    private static final String NOBODY = "http://127.0.0.1:1";

    private final Health health = new Health();
    private final HttpServer registry = registry();
    private final String url = "http://127.0.0.1:" + registry.getAddress().getPort();
    private volatile boolean registered;
    private volatile int refusal;

    @AfterEach
    void stop() {
        registry.stop(0);
    }

    @Test
    void schemasThatNobodyHasRegisteredAreNamedAndWaitedFor() {
        registry.start();
        CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> until(Map.of()));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(health.reasons().get("registry"))
                        .startsWith("waiting for schemas that are not registered: t.issues-value, t.pages-value")
                        .endsWith("deploy/broadsheet schemas register does it"));
        assertThat(waiting).isNotDone();

        registered = true;
        waiting.join();
        assertThat(health.ready()).isTrue();
    }

    @Test
    void aRegistryThatDoesNotAnswerIsNamedAndTheWaitingCanBeEnded() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> until(Map.of("schema.registry.url", NOBODY))).isInstanceOf(InterruptException.class);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(health.reasons())
                .containsExactly(Map.entry("registry", "waiting for the schema registry at " + NOBODY));
    }

    @Test
    void aRegistryThatRefusesIsQuoted() {
        refusal = 401;
        registry.start();
        CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> until(Map.of()));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(health.reasons().get("registry"))
                        .startsWith("waiting for the schema registry at " + url + ", which refuses: ")
                        .contains("401"));

        refusal = 0;
        registered = true;
        waiting.join();
        assertThat(health.ready()).isTrue();
    }

    @Test
    void clientsThatRegisterThemselvesWaitForNothing() {
        until(Map.of("auto.register.schemas", "true"));

        assertThat(health.reasons()).containsOnlyKeys("service");
    }

    private void until(Map<String, String> more) {
        Map<String, String> settings = new TreeMap<>(Map.of("schema.registry.url", url));
        settings.putAll(more);
        CommonSettings common = new CommonSettings(
                "ingest",
                "ingest-1",
                Map.of(),
                settings,
                new Topics("t.", 12),
                false,
                (short) -1,
                HttpSettings.local(0),
                LogFormat.TEXT,
                TraceSettings.OFF);
        SchemaWait.until(common, health, new Backoff(Duration.ofMillis(20), Duration.ofMillis(50)));
    }

    private HttpServer registry() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", this::answer);
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            // No version before the one that is looked up, also where that is registered between two questions.
            boolean known = registered && exchange.getRequestMethod().equals("POST");
            byte[] body = (known
                            ? "{\"subject\":\"any\",\"version\":1,\"id\":7,\"schema\":\"\\\"string\\\"\"}"
                            : "{\"error_code\":40401,\"message\":\"not found\"}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/vnd.schemaregistry.v1+json");
            exchange.sendResponseHeaders(refusal > 0 ? refusal : known ? 200 : 404, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
