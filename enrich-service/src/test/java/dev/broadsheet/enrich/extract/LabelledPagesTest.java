package dev.broadsheet.enrich.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Holds the figures of QUALITY.md: they may rise, not fall. Runs with {@code -Dbroadsheet.shared=DIR}. */
@EnabledIfSystemProperty(
        named = "broadsheet.shared",
        matches = ".+",
        disabledReason = "needs -Dbroadsheet.shared=DIR, the folder with pages/, gold/ and eval/")
class LabelledPagesTest {
    private static final List<String> PAGES = List.of("000", "001", "004");

    @TempDir
    Path reports;

    @Test
    @DisplayName("entities and figures of the labelled pages are found as well as QUALITY.md says")
    void reachesTheFloors() throws IOException, InterruptedException {
        Path shared = Path.of(System.getProperty("broadsheet.shared", ""));
        for (String page : PAGES) {
            LabelledPages.report(shared, page, Extractors.SHARED, reports);
        }
        JsonNode score = Scorer.score(shared, shared.resolve("gold"), reports, PAGES);
        assertThat(score.at("/invariant.evidence").asDouble()).isEqualTo(1.0);
        assertThat(score.at("/entity.all/f1").asDouble()).isGreaterThanOrEqualTo(0.9);
        assertThat(score.at("/metric.detected/f1").asDouble()).isGreaterThanOrEqualTo(0.95);
        assertThat(score.at("/metric.record/f1").asDouble()).isGreaterThanOrEqualTo(0.84);
        assertThat(score.at("/metric.indicator").asDouble()).isGreaterThanOrEqualTo(0.92);
        assertThat(score.at("/metric.subject").asDouble()).isGreaterThanOrEqualTo(0.82);
        assertThat(score.at("/metric.period").asDouble()).isGreaterThanOrEqualTo(0.92);
    }
}
