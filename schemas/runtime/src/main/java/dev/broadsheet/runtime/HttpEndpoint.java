package dev.broadsheet.runtime;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one HTTP endpoint of a service: /live and /ready answer 200 or 503 with JSON {@code {"status","reasons"}},
 * /metrics Prometheus text. GET and HEAD only. Two threads of its own, so that a slow scrape does not hide liveness.
 */
public final class HttpEndpoint implements AutoCloseable {
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int NOT_ALLOWED = 405;
    private static final int UNAVAILABLE = 503;
    private static final int THREADS = 2;
    private static final String JSON = "application/json; charset=utf-8";
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    private final ObjectMapper json = new ObjectMapper();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, DaemonThreads.named("http"));
    private final Map<String, Supplier<Answer>> pages = new LinkedHashMap<>();
    private final String host;
    private final int wanted;
    private @Nullable HttpServer server;

    private record Answer(int status, String type, String body) {}

    /** Port 0 takes any free port. */
    public HttpEndpoint(String host, int port, Health health, Telemetry telemetry) {
        this.host = host;
        this.wanted = port;
        pages.put("/live", () -> state(health.live(), health));
        pages.put("/ready", () -> state(health.ready(), health));
        pages.put(
                "/metrics",
                () -> new Answer(OK, PROMETHEUS, telemetry.registry().scrape()));
    }

    /** Throws {@link SettingsException} where the port is taken. */
    public synchronized void start() {
        HttpServer created = bind();
        created.setExecutor(threads);
        created.createContext("/", this::answer);
        created.start();
        server = created;
    }

    /** The port in use, once started. */
    public synchronized int port() {
        if (server == null) {
            throw new IllegalStateException("the HTTP endpoint has not been started");
        }
        return server.getAddress().getPort();
    }

    @Override
    public synchronized void close() {
        if (server != null) {
            server.stop(0);
        }
        threads.shutdownNow();
    }

    private HttpServer bind() {
        InetSocketAddress address = new InetSocketAddress(host, wanted);
        if (address.isUnresolved()) {
            throw new SettingsException(List.of("BROADSHEET_HTTP_HOST names an unknown host: " + host));
        }
        try {
            return HttpServer.create(address, 0);
        } catch (BindException e) {
            throw new SettingsException(List.of("BROADSHEET_HTTP_PORT: cannot listen on port " + wanted + " of " + host
                    + " (" + e.getMessage() + "); another program may be using it"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer =
                    answer(exchange.getRequestMethod(), exchange.getRequestURI().getPath());
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.sendResponseHeaders(answer.status(), -1);
            } else {
                exchange.sendResponseHeaders(answer.status(), body.length);
                exchange.getResponseBody().write(body);
            }
        }
    }

    private Answer answer(String method, String path) {
        Supplier<Answer> page = pages.get(path);
        if (page == null) {
            return new Answer(NOT_FOUND, JSON, write(Map.of("pages", pages.keySet())));
        }
        if (!method.equals("GET") && !method.equals("HEAD")) {
            return new Answer(NOT_ALLOWED, JSON, write(Map.of("methods", List.of("GET", "HEAD"))));
        }
        return page.get();
    }

    private Answer state(boolean good, Health health) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", good ? "up" : "down");
        body.put("reasons", health.reasons());
        return new Answer(good ? OK : UNAVAILABLE, JSON, write(body));
    }

    private String write(Object body) {
        try {
            return json.writeValueAsString(body) + "\n";
        } catch (IOException e) {
            throw new IllegalStateException("maps of strings can be written", e);
        }
    }
}
