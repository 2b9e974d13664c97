package dev.broadsheet.system.console;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Answers for {@code /operations/**} in place of the server, so that the page is tried without Kafka: a feed, a receipt and a dead letter
 * that can be replayed. What the server does with such requests is held by the tests of the endpoints. One thread, the browser's.
 */
final class Operations {
    static final String LETTER = "broadsheet.pages-0-7-enrich";

    /** Method, path, CSRF header and body of each request that changes something. */
    final List<String> written = new ArrayList<>();

    private boolean replayed;
    private boolean paused;

    void answer(Page page) {
        page.route("**/api/v1/operations/**", route -> {
            Request request = route.request();
            String path =
                    request.url().replaceFirst(".*/api/v1/operations/", "").replaceFirst("\\?.*", "");
            if (request.method().equals("POST")) {
                String csrf = request.headers().getOrDefault("x-broadsheet-csrf", "");
                written.add(path + (csrf.isEmpty() ? " without" : " with") + " csrf " + request.postData());
            }
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("application/json")
                    .setBody(body(path)
                            .replace("AGO", Instant.now().minusSeconds(20).toString())));
        });
    }

    private String body(String path) {
        return switch (path) {
            case "overview" -> overview();
            case "receipts" -> receipts();
            case "dead-letters" -> letters();
            case "dead-letters/replay" -> {
                replayed = true;
                yield "{\"decided\": 1, \"refused\": []}";
            }
            default -> {
                paused = path.endsWith("/pause");
                yield feed();
            }
        };
    }

    private String overview() {
        return """
                {"at": "AGO", "feeds": [%s], "stages": [%s, %s, %s, %s], "unfinished": 2, "oldestUnfinishedAt": "AGO",
                 "deadLetters": %d, "store": {"name": "postgresql", "pages": 9, "articles": 34, "ready": true}}""".formatted(
                        feed(), stage("intake"), stage("split"), stage("enrich"), stage("store"), replayed ? 0 : 1);
    }

    private String feed() {
        return """
                {"feed": "青川日报", "publication": "青川日报", "zone": "Asia/Shanghai", "windows": ["05:00-09:30"], "open": true, "paused": %s,
                 "pausedBy": null, "pausedReason": null, "pausedAt": null, "lastReceivedAt": "AGO", "receivedToday": 9, "rejectedToday": 1}""".formatted(paused);
    }

    private static String stage(String name) {
        return """
                {"stage": "%s", "lastHour": 120, "lastFiveMinutes": 10, "lastAt": "AGO", "lag": null}""".formatted(name);
    }

    private static String receipts() {
        return """
                {"items": [{"at": "AGO", "state": "STORED", "service": "sink", "instance": "i", "feed": "青川日报",
                 "fileName": "青川日报_2024-03-08_A02.txt", "deliveryId": "d", "issueId": "%s", "pageId": "青川日报/2024-03-08/-/A02", "articles": 2,
                 "store": "postgresql", "reason": null, "firstDeliveryId": null, "otherIssueId": null, "generation": 1}], "next": null}""".formatted("a".repeat(64));
    }

    private String letters() {
        String letter = """
                {"id": "%s", "state": "DEAD", "stage": "enrich", "topic": "broadsheet.pages", "partition": 0, "offset": 7, "key": "k", "issueId": null,
                 "pageId": null, "feed": "青川日报", "fileName": "A03.txt", "causeClass": "java.lang.IllegalStateException",
                 "causeMessage": "the page took longer than 10 s", "attempts": 1, "firstFailedAt": "AGO",
                 "lastFailedAt": "AGO", "decidedAt": null, "decidedBy": null}""".formatted(LETTER);
        return """
                {"items": [%s], "next": null,
                 "counts": [{"stage": "enrich", "causeClass": "java.lang.IllegalStateException", "state": "%s", "letters": 1}]}""".formatted(replayed ? "" : letter, replayed ? "REPLAYED" : "DEAD");
    }
}
