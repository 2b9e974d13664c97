package dev.broadsheet.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.broadsheet.enrich.EnrichService;
import dev.broadsheet.enrich.EnrichSettings;
import dev.broadsheet.ingest.IngestService;
import dev.broadsheet.ingest.IngestSettings;
import dev.broadsheet.runtime.Service;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every deployment promises, told through its drop folder and its store alone. */
abstract class PipelineSuite {
    private static final Duration SOON = Duration.ofSeconds(90);

    @TempDir
    Path folder;

    abstract Deployment deployment();

    @Test
    void aDroppedPageStandsInTheStoreWithEvidenceForEveryFact() throws Exception {
        String name = drop(1).get(0);
        try (Database store = new Database(deployment().addresses())) {
            awaitStored(store, List.of(name));

            String page = store.column("select page_id from pages where file_name = ?", name)
                    .get(0);
            assertThat(store.number("select count(*) from articles where page_id = ?", page))
                    .isEqualTo(4);
            assertThat(store.number(
                            "select count(*) from metrics join articles using (article_id) where page_id = ?", page))
                    .isGreaterThan(8);
            assertThat(store.number(
                            "select count(*) from metrics m join articles a using (article_id) where page_id = ? and"
                                    + " substr(a.blocks -> m.block ->> 'text', m.start_at + 1, m.end_at - m.start_at) <> m.quote",
                            page))
                    .as("figures whose quote does not stand where they say")
                    .isZero();
            assertThat(store.number(
                            "select count(*) from entities e join articles a using (article_id) where page_id = ? and"
                                    + " substr(a.blocks -> e.block ->> 'text', e.start_at + 1, e.end_at - e.start_at) <> e.text",
                            page))
                    .as("names that do not stand where they say")
                    .isZero();
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(store.states(name))
                            .containsExactlyInAnyOrder("RECEIVED", "SPLIT", "ENRICHED", "STORED"));
        }
    }

    @Test
    void newestFiguresAndProjectsGoBackWhenAPageIsReplacedAndGoWhenNoneIsLeft() throws Exception {
        String older = "青川晚报_2024-03-08_B" + Pages.freshNumber() % 100 + ".txt";
        String newer = "青川晚报_2024-03-15_B" + Pages.freshNumber() % 100 + ".txt";
        try (Database store = new Database(deployment().addresses())) {
            Pages.drop(deployment().drop(), older, Pages.harvest("31.5", "青禾水库项目已开工,总投资20亿元"));
            awaitNewest(store, "315000 青川晚报/2024-03-08", "STARTED 2000000000 1");
            Pages.drop(deployment().drop(), newer, Pages.harvest("33.8", "青禾水库项目已竣工,总投资22亿元"));
            awaitNewest(store, "338000 青川晚报/2024-03-15", "COMPLETED 2200000000 2");

            Pages.drop(deployment().drop(), newer, Pages.fresh());
            awaitNewest(store, "315000 青川晚报/2024-03-08", "STARTED 2000000000 1");
            Pages.drop(deployment().drop(), older, Pages.fresh());
            awaitNewest(store);
        }
    }

    /** The newest harvest (figure and page) and the project (stage, total, articles) of {@link Pages#harvest}; nothing where no page tells. */
    private static void awaitNewest(Database store, String... harvestThenProject) {
        await("newest figure and project")
                .atMost(SOON)
                .untilAsserted(() -> assertThat(store.column("""
                        select normalized_value || ' ' || publication || '/' || issue_date from metric_latest
                            where indicator like '%粮食%' and region_name like '青川%'
                        union all
                        select stage || ' ' || total_value || ' ' || articles from project_overview where name like '%青禾水库项目'
                        """)).containsExactlyInAnyOrder(harvestThenProject));
    }

    @Test
    void thePageAgainUnderAnotherNameIsADuplicateAndChangesNothing() throws Exception {
        int number = Pages.freshNumber();
        Pages.drop(deployment().drop(), "first-" + number + ".txt", Pages.text(number));
        try (Database store = new Database(deployment().addresses())) {
            awaitStored(store, List.of("first-" + number + ".txt"));
            long articles = store.number("select count(*) from articles");

            Pages.drop(deployment().drop(), "again-" + number + ".txt", Pages.text(number));

            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(store.states("again-" + number + ".txt"))
                            .containsExactlyInAnyOrder("RECEIVED", "DUPLICATE"));
            assertThat(store.number("select count(*) from articles")).isEqualTo(articles);
        }
    }

    @Test
    void badFilesEndInReceiptsThatSayWhyAndHoldUpNothing() throws Exception {
        int number = Pages.freshNumber();
        Path drop = deployment().drop();
        Map<String, byte[]> bad = Map.of(
                "empty-" + number + ".txt", new byte[0],
                "binary-" + number + ".txt", binary(number),
                "broken-" + number + ".txt", broken(number),
                "large-" + number + ".txt", "长".repeat(50 * 1024 * 1024 / 3).getBytes(StandardCharsets.UTF_8));
        for (Map.Entry<String, byte[]> file : bad.entrySet()) {
            Pages.drop(drop, file.getKey(), file.getValue());
        }
        String nul = "nul-" + number + ".txt";
        Pages.drop(drop, nul, Pages.fresh().replace("举行", "举\u0000行"));
        String good = "good-" + number + ".txt";
        Pages.drop(drop, good, Pages.fresh().getBytes(Charset.forName("GB18030")));

        try (Database store = new Database(deployment().addresses())) {
            awaitStored(store, List.of(good));
            for (String name : bad.keySet()) {
                await(name)
                        .atMost(SOON)
                        .untilAsserted(() -> assertThat(store.states(name)).containsExactly("REJECTED"));
                assertThat(store.column("select reason from receipts where file_name = ?", name)
                                .get(0))
                        .isNotBlank();
            }
            await(nul)
                    .atMost(SOON)
                    .untilAsserted(() -> assertThat(store.states(nul)).contains("FAILED"));
        }
    }

    @Test
    void twoInstancesShareTheWorkAndAStoppedOnesPartitionsMove() throws Exception {
        try (Database store = new Database(deployment().addresses())) {
            try (Service split = moreSplit();
                    Service enrich = moreEnrich()) {
                split.start();
                enrich.start();
                await("both ready")
                        .atMost(SOON)
                        .until(() -> split.health().ready() && enrich.health().ready());
                List<String> batch = drop(60);
                awaitStored(store, batch);
                assertThat(instances(store, "SPLIT", batch)).hasSize(2).contains("more-split");
                assertThat(instances(store, "ENRICHED", batch)).hasSize(2).contains("more-enrich");
            }
            List<String> after = drop(30);
            awaitStored(store, after);
            assertThat(instances(store, "SPLIT", after)).hasSize(1).doesNotContain("more-split");
            assertThat(instances(store, "ENRICHED", after)).hasSize(1).doesNotContain("more-enrich");
        }
    }

    private Service moreSplit() {
        Map<String, String> environment = deployment().addresses().environment("more-split", folder);
        environment.put("BROADSHEET_INGEST_ROLES", "split");
        return new IngestService(IngestSettings.read(environment), Clock.systemUTC());
    }

    private Service moreEnrich() {
        Map<String, String> environment = deployment().addresses().environment("more-enrich", folder);
        return new EnrichService(EnrichSettings.read(environment), Clock.systemUTC());
    }

    private List<String> drop(int count) throws IOException {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int number = Pages.freshNumber();
            names.add("page-" + number + ".txt");
            Pages.drop(deployment().drop(), names.get(i), Pages.text(number));
        }
        return names;
    }

    static void awaitStored(Database store, List<String> names) {
        await("stored")
                .atMost(SOON)
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> assertThat(store.storedFiles()).containsAll(names));
    }

    // The store's own copy of the receipts may be a moment behind its pages.
    private static List<String> instances(Database store, String state, List<String> names) throws SQLException {
        String[] files = names.toArray(String[]::new);
        await(state)
                .atMost(SOON)
                .until(() -> store.number(
                                "select count(*) from receipts where state = ? and file_name = any (?)", state, files)
                        >= files.length);
        return store.column(
                "select distinct instance from receipts where state = ? and file_name = any (?)", state, files);
    }

    private static byte[] binary(int number) {
        byte[] bytes = new byte[4096];
        new java.util.Random(number).nextBytes(bytes);
        java.util.Arrays.fill(bytes, 100, 900, (byte) 0);
        return bytes;
    }

    /** UTF-8 with a mark that says so, and a byte that is not. */
    private static byte[] broken(int number) {
        byte[] bytes = ("\uFEFF" + Pages.text(number)).getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length / 2] = (byte) 0xFF;
        return bytes;
    }
}
