package dev.broadsheet.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.broadsheet.contracts.Ids;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** What deploy/OPERATIONS.md says of backups: a database that is older than its topics catches up by itself, and one that is gone is filled anew. */
@EnabledIfSystemProperty(
        named = "broadsheet.long",
        matches = "true",
        disabledReason = "takes two minutes: run with -Dbroadsheet.long=true")
class BackupTest {
    private static final Map<String, String> ROWS = Map.of(
            "pages", "select page_id || issue_id || articles || lines::text || (complete_at is not null) from pages",
            "articles", "select article_id || state || coalesce(title, '') || blocks::text from articles",
            "entities", "select mention_id || type || text || coalesce(code, '') from entities",
            "metrics", "select metric_id || quote || coalesce(normalized_value::text, '') || status from metrics",
            "projects", "select project_id || stage || articles from project_overview",
            "metric_latest", "select series_id || coalesce(normalized_value::text, '') from metric_latest",
            "offsets", "select topic || partition || ' ' || next_offset from offsets where topic !~ 'receipts|feeds'");

    private static final Duration QUIET = Duration.ofSeconds(8);

    @TempDir
    Path home;

    @Test
    void aRestoredDatabaseGoesOnFromItsOwnOffsetsAndEndsInTheSameRows() throws Exception {
        Path data = home.resolve("data");
        Path backup = home.resolve("backup");
        try (Embedded first = start(data)) {
            drop(first, "青川晚报_2024-05-01_A", 1);
        }
        copy(data.resolve("postgresql"), backup);
        Map<String, List<String>> rows;
        try (Embedded second = start(data)) {
            drop(second, "青川晚报_2024-05-01_A", 101); // corrects what the backup holds
            drop(second, "青川晚报_2024-05-02_A", 201);
            rows = settled(second);
        }

        remove(data.resolve("postgresql"));
        copy(backup, data.resolve("postgresql"));
        assertCatchesUp(data, rows);

        remove(data.resolve("postgresql"));
        assertCatchesUp(data, rows);
    }

    private void assertCatchesUp(Path data, Map<String, List<String>> rows) throws Exception {
        try (Embedded restored = start(data)) {
            await("the same rows").atMost(Duration.ofSeconds(90)).untilAsserted(() -> {
                Map<String, List<String>> now = rows(restored);
                for (Map.Entry<String, List<String>> table : rows.entrySet()) {
                    assertThat(now.get(table.getKey())).as(table.getKey()).containsExactlyElementsOf(table.getValue());
                }
            });
        }
    }

    private static void drop(Embedded running, String prefix, int number) throws Exception {
        List<String> names = new ArrayList<>();
        List<String> issues = new ArrayList<>();
        for (int i = 1; i <= 9; i++) {
            names.add(prefix + "0" + i + ".txt");
            String text = Pages.text(number + i);
            issues.add(Ids.issueId(text.getBytes(StandardCharsets.UTF_8)));
            Pages.drop(running.drop(), names.get(i - 1), text);
        }
        try (Database store = new Database(running.addresses())) {
            await("stored")
                    .atMost(Duration.ofSeconds(90))
                    .untilAsserted(
                            () -> assertThat(store.column("select issue_id from pages where complete_at is not null"))
                                    .containsAll(issues));
        }
    }

    /** Newest figures and projects follow some commits behind the pages. */
    private static Map<String, List<String>> settled(Embedded running) throws Exception {
        Map<String, List<String>> before = Map.of();
        Map<String, List<String>> now = rows(running);
        while (!now.equals(before)) {
            Thread.sleep(QUIET.toMillis());
            before = now;
            now = rows(running);
        }
        return now;
    }

    private static Map<String, List<String>> rows(Embedded running) throws Exception {
        Map<String, List<String>> rows = new TreeMap<>();
        try (Database store = new Database(running.addresses())) {
            for (Map.Entry<String, String> table : ROWS.entrySet()) {
                rows.put(table.getKey(), store.column(table.getValue() + " order by 1"));
            }
        }
        return rows;
    }

    private Embedded start(Path data) throws IOException {
        return Embedded.start(data, home.resolve("run.log"));
    }

    private static void copy(Path from, Path to) throws Exception {
        assertThat(Commands.run(List.of("cp", "-a", from.toString(), to.toString()))
                        .exitCode())
                .isZero();
    }

    private static void remove(Path folder) throws Exception {
        assertThat(Commands.run(List.of("rm", "-r", folder.toString())).exitCode())
                .isZero();
        assertThat(Files.exists(folder)).isFalse();
    }
}
