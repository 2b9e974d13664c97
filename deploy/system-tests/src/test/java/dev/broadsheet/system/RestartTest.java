package dev.broadsheet.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C, kill -9 and the same folder again: nothing is lost, nothing comes twice. */
class RestartTest {
    private static final List<String> TABLES = List.of("pages", "articles", "entities", "metrics");
    private static final int SEEN = 11;
    private static final int UNDER_WAY = 60;

    @TempDir
    Path home;

    @Test
    void afterAStopAndAfterAKillEveryPageIsStoredOnce() throws Exception {
        Map<String, Long> before;
        try (Embedded first = start();
                Database store = new Database(first.addresses())) {
            PipelineSuite.awaitStored(store, drop(first, "first", 0, SEEN));
            before = counts(store);
        }
        assertThat(home.resolve("data/endpoints.json")).doesNotExist();

        List<String> late;
        Embedded second = start();
        try (Database store = new Database(second.addresses())) {
            List<String> again = drop(second, "again", 0, SEEN);
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(store.number(
                                    "select count(*) from receipts where state = 'DUPLICATE' and file_name = any (?)",
                                    (Object) again.toArray(String[]::new)))
                            .isEqualTo(SEEN));
            assertThat(counts(store)).isEqualTo(before);

            late = drop(second, "late", 100, UNDER_WAY);
            await("some stand, others are under way")
                    .atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> store.number("select count(*) from pages") > SEEN);
        } finally {
            ProcessHandle.of(second.pid()).ifPresent(ProcessHandle::destroyForcibly);
        }

        try (Embedded third = start();
                Database store = new Database(third.addresses())) {
            PipelineSuite.awaitStored(store, late);

            int pages = SEEN + UNDER_WAY;
            assertThat(store.number("select count(*) from pages")).isEqualTo(pages);
            assertThat(store.number("select count(*) from articles")).isEqualTo(4L * pages);
            assertThat(store.number("select count(distinct delivery_id) from receipts where state = 'SPLIT'"))
                    .isEqualTo(pages);
            assertThat(store.number("select count(*) from receipts where state = 'DUPLICATE'"))
                    .isEqualTo(SEEN);
            assertThat(store.number("select count(*) from receipts where state = 'FAILED'"))
                    .isZero();
            Reconciled.withoutDifference(third.data());
        }
    }

    private Embedded start() throws IOException {
        return Embedded.start(home.resolve("data"), home.resolve("run.log"));
    }

    private static List<String> drop(Embedded running, String prefix, int first, int count) throws IOException {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add(prefix + "-" + i + ".txt");
            Pages.drop(running.drop(), names.get(i), Pages.text(first + i));
        }
        return names;
    }

    private static Map<String, Long> counts(Database store) throws Exception {
        Map<String, Long> counts = new TreeMap<>();
        for (String table : TABLES) {
            counts.put(table, store.number("select count(*) from " + table));
        }
        return counts;
    }
}
