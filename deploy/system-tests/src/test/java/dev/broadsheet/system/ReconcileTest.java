package dev.broadsheet.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is lost behind Broadsheet's back is named; while pages flow nothing is said to be missing that is on its way. */
class ReconcileTest {
    private static final int PAGES = 40;

    @TempDir
    Path home;

    @Test
    void aLostArticleIsNamedAndPagesOnTheirWayAreNot() throws Exception {
        try (Embedded running = Embedded.start(home.resolve("data"), home.resolve("run.log"));
                Database store = new Database(running.addresses())) {
            List<String> names = new ArrayList<>();
            for (int i = 0; i < PAGES; i++) {
                names.add("page-" + i + ".txt");
                Pages.drop(running.drop(), names.get(i), Pages.text(i));
            }
            Reconciled.withoutDifference(running.data());
            PipelineSuite.awaitStored(store, names);
            JsonNode whole = Reconciled.withoutDifference(running.data());
            assertThat(whole.get("pages").asInt()).isEqualTo(PAGES);
            assertThat(whole.get("pending").asInt()).isZero();

            String article = store.column(
                            "with lost as (delete from articles where article_id = (select min(article_id) from articles)"
                                    + " returning article_id) select article_id from lost")
                    .get(0);

            Commands.Result lost = Reconciled.run(running.data(), "--settle", "2s");
            assertThat(lost.exitCode()).isEqualTo(1);
            JsonNode report = new ObjectMapper().readTree(lost.out());
            assertThat(report.at("/counts/lost").asInt()).isEqualTo(1);
            assertThat(report.get("total").asInt()).isEqualTo(1);
            assertThat(report.at("/differences/0/articleId").asText()).isEqualTo(article);
            assertThat(report.at("/differences/0/place").asText()).isEqualTo("postgresql");
            assertThat(Reconciled.run(running.data(), "--since", "0s").exitCode())
                    .isZero();
        }
    }
}
