package dev.broadsheet.enrich.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The weights in use are what the pages and the written articles teach. Once a build is enough. */
@Tag("training")
class FigureTrainingTest {
    static final Path CORPUS = Path.of("src/test/resources/dev/broadsheet/enrich/extract/figures");

    @Test
    @EnabledIfSystemProperty(
            named = "broadsheet.shared",
            matches = ".+",
            disabledReason = "needs -Dbroadsheet.shared=DIR, the folder with pages/ and gold/")
    @DisplayName("train-figures writes exactly the weights in use")
    void writesTheWeightsInUse() throws IOException {
        Path shared = Path.of(System.getProperty("broadsheet.shared", ""));
        List<FigureArticle> articles = new ArrayList<>(
                FigureLabels.printed(shared.resolve("pages"), shared.resolve("gold"), OwnLabels.FOLDER));
        articles.addAll(FigureLabels.written(CORPUS));
        try (InputStream in = Objects.requireNonNull(FigureTraining.class.getResourceAsStream("figure-weights.tsv"))) {
            assertThat(new FigureTraining(articles).weights())
                    .isEqualTo(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
