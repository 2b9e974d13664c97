package dev.broadsheet.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is lost behind Broadsheet's back is named; while pages flow nothing is said to be missing that is on its way. */
abstract class ReconcileSuite extends RunSuite {
    private static final int PAGES = 40;

    @Test
    void aLostArticleIsNamedAndPagesOnTheirWayAreNot() throws Exception {
        String since = Instant.now().toString();
        try (Database store = store()) {
            List<String> names = drop("reconciled", PAGES);
            Reconciled.withoutDifference(running().data());
            PipelineSuite.awaitStored(store, names);
            JsonNode whole = Reconciled.withoutDifference(running().data(), "--since", since);
            assertThat(whole.get("pages").asInt()).isEqualTo(PAGES);
            assertThat(whole.get("pending").asInt()).isZero();

            String article = store.column(
                            "with lost as (delete from articles where article_id = (select min(article_id) from articles"
                                    + " where file_name = ?) returning article_id) select article_id from lost",
                            names.get(0))
                    .get(0);

            Commands.Result lost = Reconciled.run(running().data(), "--settle", "2s");
            assertThat(lost.exitCode()).isEqualTo(1);
            JsonNode report = new ObjectMapper().readTree(lost.out());
            assertThat(report.at("/counts/lost").asInt()).isEqualTo(1);
            assertThat(report.get("total").asInt()).isEqualTo(1);
            assertThat(report.at("/differences/0/articleId").asText()).isEqualTo(article);
            assertThat(report.at("/differences/0/place").asText()).isEqualTo("postgresql");
            assertThat(Reconciled.run(running().data(), "--since", "0s").exitCode())
                    .isZero();
        }
    }
}
