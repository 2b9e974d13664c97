package dev.broadsheet.enrich.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Holds the plain figures of QUALITY.md on the pages labelled here. Runs with {@code -Dbroadsheet.shared=DIR}. */
@EnabledIfSystemProperty(
        named = "broadsheet.shared",
        matches = ".+",
        disabledReason = "needs -Dbroadsheet.shared=DIR, the folder with pages/, gold/ and eval/")
class OwnLabelsTest {
    @TempDir
    Path gold;

    @TempDir
    Path reports;

    @Test
    @DisplayName("entities and figures of the eight pages labelled here are found as well as QUALITY.md says")
    void reachesTheFloors() throws IOException, InterruptedException {
        Path shared = Path.of(System.getProperty("broadsheet.shared", ""));
        OwnLabels.write(shared, gold);
        for (String page : OwnLabels.PAGES) {
            LabelledPages.report(shared, page, Extractors.SHARED, reports);
        }
        JsonNode score = Scorer.score(shared, gold, reports, OwnLabels.PAGES);
        assertThat(score.at("/invariant.evidence").asDouble()).isEqualTo(1.0);
        assertThat(score.at("/entity.all/f1").asDouble()).isGreaterThanOrEqualTo(0.9);
        assertThat(score.at("/metric.detected/f1").asDouble()).isGreaterThanOrEqualTo(0.94);
        assertThat(score.at("/metric.record/f1").asDouble()).isGreaterThanOrEqualTo(0.75);
    }
}
