package dev.broadsheet.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
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

    @TempDir
    Path home;

    @Test
    void afterAStopTheSamePagesAreDuplicatesAndChangeNothing() throws Exception {
        Map<String, Long> before;
        try (Embedded first = start();
                Database store = new Database(first.addresses())) {
            PipelineSuite.awaitStored(store, drop(first, "first", 11));
            before = counts(store);
        }
        assertThat(home.resolve("data/endpoints.json")).doesNotExist();
        try (Embedded second = start();
                Database store = new Database(second.addresses())) {
            List<String> again = drop(second, "again", 11);

            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(store.number(
                                    "select count(*) from receipts where state = 'DUPLICATE' and file_name = any (?)",
                                    (Object) again.toArray(String[]::new)))
                            .isEqualTo(11));
            assertThat(counts(store)).isEqualTo(before);
            Reconciled.withoutDifference(second.data());
        }
    }

    @Test
    void afterAKillEveryPageIsStoredOnce() throws Exception {
        List<String> names;
        Embedded killed = start();
        try {
            names = drop(killed, "killed", 60);
            Thread.sleep(1500);
        } finally {
            ProcessHandle.of(killed.pid()).ifPresent(ProcessHandle::destroyForcibly);
        }
        try (Embedded second = start();
                Database store = new Database(second.addresses())) {
            PipelineSuite.awaitStored(store, names);

            assertThat(store.number("select count(*) from pages")).isEqualTo(60);
            assertThat(store.number("select count(*) from articles")).isEqualTo(240);
            assertThat(store.number("select count(distinct delivery_id) from receipts where state = 'SPLIT'"))
                    .isEqualTo(60);
            assertThat(store.number("select count(*) from receipts where state in ('DUPLICATE', 'FAILED')"))
                    .isZero();
            Reconciled.withoutDifference(second.data());
        }
    }

    private Embedded start() throws IOException {
        return Embedded.start(home.resolve("data"), home.resolve("run.log"));
    }

    private static List<String> drop(Embedded running, String prefix, int count) throws IOException {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add(prefix + "-" + i + ".txt");
            Pages.drop(running.drop(), names.get(i), Pages.text(i));
        }
        assertThat(Files.isDirectory(running.drop())).isTrue();
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
