package dev.broadsheet.enrich.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The weights in use are what the pages and the marked texts teach. Minutes on both cores: once a build is enough. */
@Tag("training")
class NameTrainingTest {
    @Test
    @EnabledIfSystemProperty(
            named = "broadsheet.shared",
            matches = ".+",
            disabledReason = "needs -Dbroadsheet.shared=DIR, the folder with pages/ and gold/")
    @DisplayName("train-names writes exactly the weights in use")
    void writesTheWeightsInUse() throws IOException {
        Path shared = Path.of(System.getProperty("broadsheet.shared", ""));
        NameTraining training = new NameTraining(
                PrintedLabels.read(shared.resolve("pages"), shared.resolve("gold"), OwnLabels.FOLDER),
                MarkedTextTest.CORPUS);
        try (InputStream in = Objects.requireNonNull(NameTraining.class.getResourceAsStream("name-weights.tsv"))) {
            assertThat(training.weights()).isEqualTo(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
