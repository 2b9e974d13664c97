package dev.broadsheet.cli.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;

/** Asks the services of this machine for their readiness, and the sink for its last reconciliation. One thread. */
public final class ServicesLook {
    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final int OK = 200;
    private static final String SINK = "sink";

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(LIMIT).build();
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Integer> ports;

    /** HTTP ports on the loopback interface by service. */
    public ServicesLook(Map<String, Integer> ports) {
        this.ports = new TreeMap<>(ports);
    }

    public List<Overview.ServiceState> services() {
        List<Overview.ServiceState> services = new ArrayList<>();
        ports.forEach((name, port) -> services.add(service(name, port)));
        return services;
    }

    private Overview.ServiceState service(String name, int port) {
        try {
            HttpResponse<String> answer = get(port, "/ready");
            return answer.statusCode() == OK
                    ? new Overview.ServiceState(name, true, null)
                    : new Overview.ServiceState(name, false, reasons(answer.body()));
        } catch (IOException e) {
            return new Overview.ServiceState(name, false, "does not answer on port " + port);
        }
    }

    private String reasons(String body) throws IOException {
        List<String> reasons = new ArrayList<>();
        JsonNode named = json.readTree(body).path("reasons");
        named.properties()
                .forEach(reason ->
                        reasons.add(reason.getKey() + ": " + reason.getValue().asText()));
        return reasons.isEmpty() ? "does not say why" : String.join("; ", reasons);
    }

    /** Empty where there was none since the sink's start, or the sink does not answer: {@link #services} says so. */
    public Optional<Overview.Reconciliation> reconciliation() {
        Integer port = ports.get(SINK);
        try {
            HttpResponse<String> metrics = port == null ? null : get(port, "/metrics");
            return metrics == null || metrics.statusCode() != OK ? Optional.empty() : reconciliation(metrics.body());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** From the text that Prometheus reads. */
    static Optional<Overview.Reconciliation> reconciliation(String metrics) {
        long differences = (long) values(metrics, "broadsheet_reconcile_differences", "place=\"any\"")
                .sum();
        return values(metrics, "broadsheet_reconcile_last_run_seconds", "")
                .mapToObj(seconds -> new Overview.Reconciliation(Instant.ofEpochSecond((long) seconds), differences))
                .findFirst();
    }

    private static DoubleStream values(String metrics, String name, String label) {
        Pattern series = Pattern.compile("(?m)^" + name + "(?:\\{[^\\n]*" + label + "[^\\n]*})? (\\S+)$");
        return series.matcher(metrics).results().mapToDouble(found -> Double.parseDouble(found.group(1)));
    }

    private HttpResponse<String> get(int port, String path) throws IOException {
        URI address = URI.create("http://127.0.0.1:" + port + path);
        try {
            return client.send(
                    HttpRequest.newBuilder(address).timeout(LIMIT).build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
