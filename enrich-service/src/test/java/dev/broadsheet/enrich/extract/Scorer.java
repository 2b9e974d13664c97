package dev.broadsheet.enrich.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs the scorer beside the project. */
final class Scorer {
    private Scorer() {}

    /** The figures of {@code pages}; labels in {@code gold}, issue reports in {@code reports}. */
    static JsonNode score(Path shared, Path gold, Path reports, List<String> pages)
            throws IOException, InterruptedException {
        Path json = reports.resolve("score.out");
        Path log = reports.resolve("score.log");
        Process process = new ProcessBuilder(
                        "python3",
                        shared.resolve("eval/score.py").toString(),
                        gold.toString(),
                        reports.toString(),
                        "--pages",
                        shared.resolve("pages").toString(),
                        "--only",
                        String.join(",", pages),
                        "--json",
                        json.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor()).as(Files.readString(log)).isZero();
        return new ObjectMapper().readTree(json.toFile());
    }
}
