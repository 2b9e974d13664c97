package dev.broadsheet.cli.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.broadsheet.cli.status.Overview.Reconciliation;
import dev.broadsheet.cli.status.Overview.ServiceState;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServicesLookTest {
    private static final String METRICS = """
        # TYPE broadsheet_reconcile_differences gauge
        broadsheet_reconcile_differences{instance="sink-1",kind="missing",place="any",service="sink"} 2.0
        broadsheet_reconcile_differences{instance="sink-1",kind="missing",place="pages",service="sink"} 2.0
        broadsheet_reconcile_differences{instance="sink-1",kind="foreign",place="any",service="sink"} 1.0
        # TYPE broadsheet_reconcile_last_run_seconds gauge
        broadsheet_reconcile_last_run_seconds{instance="sink-1",service="sink"} 1.7E9
        """;

    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        page("/ready", 503, "{\"status\":\"down\",\"reasons\":{\"database\":\"refused\",\"kafka\":\"away\"}}");
        page("/metrics", 200, METRICS);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aServiceTellsWhatItWaitsForAndOneThatIsAwayIsSaidSo() {
        int port = server.getAddress().getPort();

        assertThat(new ServicesLook(Map.of("sink", port, "enrich", 1)).services())
                .containsExactly(
                        new ServiceState("enrich", false, "does not answer on port 1"),
                        new ServiceState("sink", false, "database: refused; kafka: away"));
    }

    @Test
    void theSinkTellsOfItsLastReconciliation() {
        int port = server.getAddress().getPort();

        assertThat(new ServicesLook(Map.of("sink", port)).reconciliation())
                .contains(new Reconciliation(Instant.ofEpochSecond(1_700_000_000), 3));
        assertThat(new ServicesLook(Map.of("sink", 1)).reconciliation()).isEmpty();
        assertThat(ServicesLook.reconciliation("# nothing yet\n")).isEmpty();
    }

    private void page(String path, int status, String body) {
        server.createContext(path, exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }
}
