package dev.broadsheet.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.broadsheet.standalone.Backends;
import dev.broadsheet.standalone.Child;
import dev.broadsheet.standalone.Ports;
import dev.broadsheet.standalone.Standalone;
import dev.broadsheet.standalone.StandaloneSettings;
import dev.broadsheet.system.TraceCollector.Kept;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Broker, registry and database die one after the other while pages come in; each comes back, nothing is lost, and every page's trace is whole. */
class OutageTest {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    @TempDir
    Path home;

    @Test
    void whateverDiesEveryPageIsStoredOnceAndFollowedWholeAndNothingIsADeadLetter() throws Exception {
        try (TraceCollector collector = new TraceCollector();
                Standalone standalone = new Standalone(
                        new StandaloneSettings(
                                home.resolve("data"), Ports.ANY, Map.of("BROADSHEET_TRACES", collector.address())),
                        Clock.systemUTC())) {
            standalone.start();
            Path drop = Path.of(Objects.requireNonNull(standalone.endpoints().dropFolder()));
            List<String> names = new ArrayList<>(drop(drop, 0));
            awaitStored(standalone, names);
            int round = 1;
            Backends backends = standalone.backends();
            for (Child child : List.of(backends.registry(), backends.database(), backends.broker())) {
                child.kill();
                names.addAll(drop(drop, round++));
                awaitStored(standalone, names);
            }
            try (Database store = new Database(addresses(standalone))) {
                assertThat(store.number("select count(*) from pages")).isEqualTo(names.size());
                assertThat(store.number("select count(*) from articles where state = 'CURRENT'"))
                        .isEqualTo(4L * names.size());
                assertThat(store.number("select count(*) from receipts where state in ('FAILED', 'DUPLICATE')"))
                        .isZero();
            }
            Reconciled.withoutDifference(home.resolve("data"));
            Awaitility.await("traces")
                    .atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertWhole(collector.spans(), names.size()));
        }
    }

    /** One trace a page: from the intake through each stage to the store, article by article, and nothing whose step before is unknown. */
    private static void assertWhole(Set<Kept> spans, int pages) {
        Map<String, List<Kept>> traces = spans.stream()
                .filter(span -> !span.name().equals("store batch"))
                .collect(Collectors.groupingBy(Kept::trace));
        assertThat(traces).hasSize(pages);
        assertThat(traces.values()).allSatisfy(trace -> {
            assertThat(trace)
                    .extracting(span -> span.service() + " " + span.name())
                    .containsExactlyInAnyOrder(
                            "broadsheet-ingest intake",
                            "broadsheet-ingest split",
                            "broadsheet-ingest guard",
                            "broadsheet-enrich enrich",
                            "broadsheet-enrich enrich",
                            "broadsheet-enrich enrich",
                            "broadsheet-enrich enrich",
                            "broadsheet-sink store",
                            "broadsheet-sink store",
                            "broadsheet-sink store",
                            "broadsheet-sink store",
                            "broadsheet-sink store",
                            "broadsheet-sink page whole");
            Set<String> ids = trace.stream().map(Kept::id).collect(Collectors.toSet());
            assertThat(trace)
                    .filteredOn(span -> !ids.contains(span.parent()))
                    .extracting(Kept::name)
                    .containsExactly("intake");
        });
    }

    private static List<String> drop(Path folder, int round) throws java.io.IOException {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            names.add("round-" + round + "-" + i + ".txt");
            Pages.drop(folder, names.get(i), Pages.text(round * 100 + i));
        }
        return names;
    }

    // The database itself may be the one that is down.
    private static void awaitStored(Standalone standalone, List<String> names) {
        Awaitility.await("stored")
                .atMost(LIMIT)
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptions()
                .until(() -> {
                    try (Database store = new Database(addresses(standalone))) {
                        return store.storedFiles().containsAll(names);
                    }
                });
    }

    private static Deployment.Addresses addresses(Standalone standalone) {
        return Deployment.Addresses.of(new ObjectMapper().valueToTree(standalone.endpoints()));
    }
}
