package dev.broadsheet.runtime;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * The one HTTP endpoint of a service: /live and /ready answer 200 or 503 with JSON {@code {"status","reasons"}},
 * /metrics Prometheus text. GET and HEAD only; no body is read. Where there is a token, /metrics wants it, and without it
 * /live and /ready give no reasons. Threads of its own, so that a slow scrape does not hide liveness.
 */
public final class HttpEndpoint implements AutoCloseable {
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;
    private static final int NOT_ALLOWED = 405;
    private static final int TOO_MANY = 429;
    private static final int HEADERS_TOO_LARGE = 431;
    private static final int UNAVAILABLE = 503;
    private static final int THREADS = 4;
    private static final int MOST_SCRAPES_A_SECOND = 20;
    private static final int MOST_HEADER_CHARACTERS = 8 * 1024;
    /** Seconds within which a request has to be sent: a caller that stalls must not hold a thread. */
    private static final String REQUEST_SECONDS = "10";

    private static final String LIVE = "/live";
    private static final String READY = "/ready";
    private static final String METRICS = "/metrics";
    private static final Set<String> PAGES = Set.of(LIVE, READY, METRICS);
    private static final String JSON = "application/json; charset=utf-8";
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    private final ObjectMapper json = new ObjectMapper();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, DaemonThreads.named("http"));
    private final HttpSettings settings;
    private final HttpGate gate;
    private final Health health;
    private final Telemetry telemetry;
    private @Nullable HttpServer server;

    private record Answer(int status, String type, String body) {}

    public HttpEndpoint(HttpSettings settings, Health health, Telemetry telemetry) {
        this.settings = settings;
        this.gate = new HttpGate(settings.token(), MOST_SCRAPES_A_SECOND);
        this.health = health;
        this.telemetry = telemetry;
        telemetry.show(health);
    }

    /** Throws {@link SettingsException} where the port is taken or the keystore is no good. */
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
        InetSocketAddress address = new InetSocketAddress(settings.host(), settings.port());
        if (address.isUnresolved()) {
            throw new SettingsException(List.of("BROADSHEET_HTTP_HOST names an unknown host: " + settings.host()));
        }
        // The JDK's server has no other way to be told, and reads it when its first one is made.
        for (String limit : List.of("sun.net.httpserver.maxReqTime", "sun.net.httpserver.maxRspTime")) {
            if (System.getProperty(limit) == null) {
                System.setProperty(limit, REQUEST_SECONDS);
            }
        }
        try {
            return create(address);
        } catch (BindException e) {
            throw new SettingsException(List.of("BROADSHEET_HTTP_PORT: cannot listen on port " + settings.port()
                    + " of " + settings.host() + " (" + e.getMessage() + "); another program may be using it"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private HttpServer create(InetSocketAddress address) throws IOException {
        if (settings.keystore() == null || settings.keystorePassword() == null) {
            return HttpServer.create(address, 0);
        }
        HttpsConfigurator tls = new HttpsConfigurator(TlsContext.of(settings.keystore(), settings.keystorePassword()));
        HttpsServer created = HttpsServer.create(address, 0);
        created.setHttpsConfigurator(tls);
        return created;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = answer(
                    exchange.getRequestMethod(), exchange.getRequestURI().getPath(), exchange.getRequestHeaders());
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            Headers headers = exchange.getResponseHeaders();
            headers.set("Content-Type", answer.type());
            headers.set("X-Content-Type-Options", "nosniff");
            headers.set("Cache-Control", "no-store");
            if (answer.status() == UNAUTHORIZED) {
                headers.set("WWW-Authenticate", "Bearer");
            } else if (answer.status() == TOO_MANY) {
                headers.set("Retry-After", "1");
            }
            if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.sendResponseHeaders(answer.status(), -1);
            } else {
                exchange.sendResponseHeaders(answer.status(), body.length);
                exchange.getResponseBody().write(body);
            }
        }
    }

    private Answer answer(String method, String path, Headers request) {
        if (characters(request) > MOST_HEADER_CHARACTERS) {
            return new Answer(HEADERS_TOO_LARGE, JSON, write(Map.of("mostCharacters", MOST_HEADER_CHARACTERS)));
        }
        if (!PAGES.contains(path)) {
            return new Answer(NOT_FOUND, JSON, write(Map.of("pages", List.of(LIVE, READY, METRICS))));
        }
        if (!method.equals("GET") && !method.equals("HEAD")) {
            return new Answer(NOT_ALLOWED, JSON, write(Map.of("methods", List.of("GET", "HEAD"))));
        }
        boolean known = gate.knows(request);
        return switch (path) {
            case LIVE -> state(health.live(), known);
            case READY -> state(health.ready(), known);
            default -> metrics(known);
        };
    }

    private Answer metrics(boolean known) {
        if (!known) {
            return new Answer(UNAUTHORIZED, JSON, write(Map.of("needs", "Authorization: Bearer TOKEN")));
        }
        if (!gate.admits(System.nanoTime())) {
            return new Answer(TOO_MANY, JSON, write(Map.of("mostASecond", MOST_SCRAPES_A_SECOND)));
        }
        return new Answer(OK, PROMETHEUS, telemetry.scrape());
    }

    private Answer state(boolean good, boolean known) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", good ? "up" : "down");
        if (known) {
            body.put("reasons", health.reasons());
        }
        return new Answer(good ? OK : UNAVAILABLE, JSON, write(body));
    }

    private static int characters(Headers headers) {
        return headers.entrySet().stream()
                .mapToInt(header -> header.getValue().stream()
                        .mapToInt(value -> header.getKey().length() + value.length())
                        .sum())
                .sum();
    }

    private String write(Object body) {
        try {
            return json.writeValueAsString(body) + "\n";
        } catch (IOException e) {
            throw new IllegalStateException("maps of strings can be written", e);
        }
    }
}
