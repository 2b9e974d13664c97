package dev.broadsheet.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** What the services of this machine say of themselves. */
public final class ServicesCheck implements Check {
    private static final String SUBJECT = "services";
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final int READY = 200;

    private final Map<String, Integer> ports;

    /** HTTP ports on the loopback interface by service. */
    public ServicesCheck(Map<String, Integer> ports) {
        this.ports = new TreeMap<>(ports);
    }

    @Override
    public String subject() {
        return SUBJECT;
    }

    @Override
    public void run(Findings findings) {
        HttpClient client = HttpClient.newBuilder().connectTimeout(LIMIT).build();
        ports.forEach((service, port) -> ask(client, service, port, findings));
    }

    private static void ask(HttpClient client, String service, int port, Findings findings) {
        URI ready = URI.create("http://127.0.0.1:" + port + "/ready");
        try {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(ready).timeout(LIMIT).build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == READY) {
                findings.ok(SUBJECT, service + " is ready");
            } else {
                JsonNode reasons = new ObjectMapper().readTree(answer.body()).path("reasons");
                findings.fail(
                        SUBJECT, service + " is not ready: " + reasons, "mend what it waits for; it goes on by itself");
            }
        } catch (IOException e) {
            findings.fail(
                    SUBJECT,
                    service + " does not answer at " + ready + ": " + e,
                    "start it; its log tells why it ended");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            findings.fail(SUBJECT, "interrupted", "ask again");
        }
    }
}
