package dev.broadsheet.system.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.contracts.Topic;
import dev.broadsheet.standalone.Backends;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * What exactly-once costs: split, enrich and roll-up as shipped against the same at-least-once with a commit every 30 s, on
 * request. The command is in the README, what was measured in RESULTS.md.
 */
@EnabledIfSystemProperty(named = "broadsheet.load", matches = "true")
class ExactlyOnceLoadTest {
    /** Pages of a backlog; each lane gets four, the first to warm up. */
    private static final int BACKLOG = Integer.getInteger("load.pages", 1_200);
    /** Pages one by one, twice a lane. */
    private static final int SINGLE = Integer.getInteger("load.single", 100);

    private static final long PAUSE_NANOS = 150_000_000;
    private static final long QUIET_NANOS = 2_000_000_000;
    private static final long LIMIT_NANOS = 600_000_000_000L;
    private static final int ISSUE_ID = 64;

    @TempDir
    Path home;

    private int nextPage;

    @Test
    void exactlyOnceReachesFourFifthsOfAtLeastOnce() throws Exception {
        try (Backends backends = Backends.open(home.resolve("data"))) {
            backends.start();
            try (Lane exactly = new Lane("exactly-once", backends, home);
                    Lane atLeast = new Lane("at-least-once", backends, home)) {
                exactly.start(List.of(), ChainMain.class, List.of(), Map.of());
                atLeast.start(List.of(), ChainMain.class, List.of("at-least-once"), Map.of());
                List<Lane> order = List.of(exactly, atLeast, atLeast, exactly);
                seconds(exactly);
                seconds(atLeast);
                Map<Lane, Double> seconds = new HashMap<>();
                for (Lane lane : order) {
                    seconds.merge(lane, seconds(lane), Double::sum);
                }
                Map<Lane, List<Long>> millis = new HashMap<>();
                for (Lane lane : order) {
                    millis.computeIfAbsent(lane, any -> new ArrayList<>()).addAll(latencies(lane));
                }
                millis.values().forEach(list -> list.sort(null));
                for (Lane lane : List.of(exactly, atLeast)) {
                    List<Long> ascending = millis.getOrDefault(lane, List.of());
                    System.out.printf(
                            Locale.ROOT,
                            "%s: %.1f pages/s of a backlog; one page every %d ms from issues to articles.enriched p50 %d ms, p99 %d ms%n",
                            lane.name(),
                            2 * BACKLOG / seconds.getOrDefault(lane, Double.NaN),
                            PAUSE_NANOS / 1_000_000,
                            ascending.get(ascending.size() / 2),
                            ascending.get(ascending.size() * 99 / 100));
                }
                double ratio = seconds.getOrDefault(atLeast, Double.NaN) / seconds.getOrDefault(exactly, Double.NaN);
                System.out.printf(Locale.ROOT, "exactly-once reaches %.2f of at-least-once%n", ratio);
                assertThat(ratio).isGreaterThanOrEqualTo(0.8);
            }
        }
    }

    /** From the first page of a backlog to the last record that comes of it, the roll-up's too. */
    private double seconds(Lane lane) throws IOException {
        try (Work work = new Work(lane);
                Output output = new Output(lane, Topic.ARTICLES_ENRICHED, Topic.PROJECTS, Topic.METRICS_LATEST)) {
            List<ProducerRecord<String, byte[]>> issues = work.issues(take(BACKLOG), BACKLOG);
            String enriched = lane.topics().name(Topic.ARTICLES_ENRICHED);
            int[] articles = {0};
            long[] last = {System.nanoTime()};
            long from = last[0];
            Duration lanes = lane.processorTime();
            Duration brokers = lane.brokerTime();
            work.send(issues);
            while (articles[0] < Work.ARTICLES * BACKLOG || System.nanoTime() - last[0] < QUIET_NANOS) {
                assertThat(System.nanoTime() - from).isLessThan(LIMIT_NANOS);
                output.poll((record, at) -> {
                    articles[0] += record.topic().equals(enriched) ? 1 : 0;
                    last[0] = at;
                });
            }
            double seconds = (last[0] - from) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "%s: %.1f pages/s; processor time a page %.1f ms, the broker's %.1f ms%n",
                    lane.name(),
                    BACKLOG / seconds,
                    lane.processorTime().minus(lanes).toMillis() / (double) BACKLOG,
                    lane.brokerTime().minus(brokers).toMillis() / (double) BACKLOG);
            return seconds;
        }
    }

    /** Milliseconds from each page's record on issues to the moment that a reader of committed records has all its articles. */
    private List<Long> latencies(Lane lane) throws IOException {
        try (Work work = new Work(lane);
                Output output = new Output(lane, Topic.ARTICLES_ENRICHED)) {
            List<ProducerRecord<String, byte[]>> issues = work.issues(take(SINGLE), SINGLE);
            Map<String, Long> sent = new HashMap<>();
            Map<String, Integer> seen = new HashMap<>();
            List<Long> millis = new ArrayList<>();
            long from = System.nanoTime();
            while (millis.size() < SINGLE) {
                long now = System.nanoTime();
                assertThat(now - from).isLessThan(LIMIT_NANOS);
                if (sent.size() < SINGLE && now >= from + sent.size() * PAUSE_NANOS) {
                    ProducerRecord<String, byte[]> issue = issues.get(sent.size());
                    sent.put(issue.key(), now);
                    work.send(issue);
                }
                output.poll((record, at) -> {
                    String issue = record.key().substring(0, ISSUE_ID);
                    if (seen.merge(issue, 1, Integer::sum) == Work.ARTICLES) {
                        millis.add((at - sent.getOrDefault(issue, at)) / 1_000_000);
                    }
                });
            }
            return millis;
        }
    }

    // Both lanes get pages of their own, since a lane splits the same bytes but once.
    private int take(int pages) {
        int first = nextPage;
        nextPage += pages;
        return first;
    }
}
