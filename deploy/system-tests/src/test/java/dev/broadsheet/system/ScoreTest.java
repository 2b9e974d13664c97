package dev.broadsheet.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds `inspect` against hand-made labels: the floors below may rise, never fall. */
class ScoreTest {
    private static final Path SHARED = Path.of(System.getProperty("broadsheet.shared", ""));

    @TempDir
    Path reports;

    @Test
    void inspectReachesItsFloorsOnTheLabelledPages() throws IOException, InterruptedException {
        assumeTrue(
                !SHARED.toString().isEmpty() && Files.isDirectory(SHARED.resolve("gold")),
                "skipped: no labelled pages; give -Dbroadsheet.shared=DIR");
        assumeTrue(Commands.exists("python3"), "skipped: no python3 to run the scorer");
        List<String> inspect = new ArrayList<>(List.of("inspect", "--out", reports.toString()));
        inspect.addAll(pages());
        assertThat(Commands.broadsheet(inspect)).returns(0, Commands.Result::exitCode);

        JsonNode scores = score();

        System.out.println(scores.toPrettyString());
        assertThat(f1(scores, "split.article_exact")).isGreaterThanOrEqualTo(0.75);
        assertThat(scores.get("split.role_accuracy").asDouble()).isGreaterThanOrEqualTo(0.85);
        assertThat(f1(scores, "entity.all")).isGreaterThanOrEqualTo(0.55);
        assertThat(f1(scores, "metric.detected")).isGreaterThanOrEqualTo(0.70);
        assertThat(scores.get("invariant.conservation").asDouble()).isEqualTo(1.0);
        assertThat(scores.get("invariant.evidence").asDouble()).isEqualTo(1.0);
        assertThat(scores.get("invariant.line_twice").asInt()).isZero();
    }

    private static List<String> pages() throws IOException {
        try (Stream<Path> pages = Files.list(SHARED.resolve("pages"))) {
            return pages.sorted().map(Path::toString).toList();
        }
    }

    private JsonNode score() throws IOException, InterruptedException {
        Path out = reports.resolve("scores").toAbsolutePath();
        Commands.Result result = Commands.run(List.of(
                "python3",
                SHARED.resolve("eval/score.py").toString(),
                SHARED.resolve("gold").toString(),
                reports.toString(),
                "--pages",
                SHARED.resolve("pages").toString(),
                "--json",
                out.toString()));
        assertThat(result).returns(0, Commands.Result::exitCode);
        return new ObjectMapper().readTree(out.toFile());
    }

    private static double f1(JsonNode scores, String name) {
        return scores.get(name).get("f1").asDouble();
    }
}
