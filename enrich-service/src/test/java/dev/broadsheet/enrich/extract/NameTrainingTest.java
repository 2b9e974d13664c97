package dev.broadsheet.enrich.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The weights in use are what the pages and the marked texts teach. */
class NameTrainingTest {
    /** In percent, what another order of adding up, and the places that are written, may change. */
    private static final double ROUNDING = 5e-5;

    @Nested
    @Tag("training")
    @EnabledIfSystemProperty(
            named = "broadsheet.shared",
            matches = ".+",
            disabledReason = "needs -Dbroadsheet.shared=DIR, the folder with pages/ and gold/")
    class TheWeightsInUse {
        @Test
        @DisplayName("rest among their articles, and were written beside just these")
        void belongToTheirArticles() throws IOException {
            NameTraining training = training();
            double pull = training.pull(weights(inUse()));

            assertThat(pull).as("learn again: train-names").isCloseTo(told(inUse()), withinPercentage(ROUNDING));
            assertThat(pull).isLessThan(training.pull(Map.of()) / 100);
        }

        @Test
        @EnabledIfSystemProperty(
                named = "broadsheet.long",
                matches = "true",
                disabledReason = "takes minutes: run with -Dbroadsheet.long=true")
        @DisplayName("are exactly what train-names writes")
        void areWhatIsLearned() throws IOException {
            assertThat(training().weights()).isEqualTo(inUse());
        }

        private NameTraining training() throws IOException {
            Path shared = Path.of(System.getProperty("broadsheet.shared", ""));
            return new NameTraining(
                    PrintedLabels.read(shared.resolve("pages"), shared.resolve("gold"), OwnLabels.FOLDER),
                    MarkedTextTest.CORPUS);
        }

        private String inUse() throws IOException {
            try (InputStream in = Objects.requireNonNull(NameTraining.class.getResourceAsStream("name-weights.tsv"))) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }

    /** That one change is seen. */
    @Nested
    class ThePull {
        @TempDir
        Path folder;

        private String learned = "";

        @BeforeEach
        void learn() throws IOException {
            for (int i = 0; i < 6; i++) {
                write(i);
            }
            learned = training().weights();
        }

        @Test
        @DisplayName("is told beside the weights")
        void isTold() throws IOException {
            assertThat(training().pull(weights(learned))).isCloseTo(told(learned), withinPercentage(ROUNDING));
        }

        @Test
        @DisplayName("is another one if one weight is moved by the least, is missing or is too much")
        void tellsOfEachWeight() throws IOException {
            Map<Long, float[]> moved = weights(learned);
            moved.values().iterator().next()[2] += 0.01f;
            assertAnother(moved);
            Map<Long, float[]> less = weights(learned);
            less.remove(less.keySet().iterator().next());
            assertAnother(less);
            Map<Long, float[]> more = weights(learned);
            more.put(Clue.LENGTH.of(999), new float[] {0, 0.01f, 0, 0, 0, 0, 0});
            assertAnother(more);
        }

        @Test
        @DisplayName("is another one if an article comes in, goes or is marked otherwise")
        void tellsOfEachArticle() throws IOException {
            write(6);
            assertAnother(weights(learned));
            Files.delete(file(6));
            Files.delete(file(5));
            assertAnother(weights(learned));
            write(5);
            Files.writeString(file(5), Files.readString(file(5)).replace("{PERSON:钱向东}", "钱向东"));
            assertAnother(weights(learned));
        }

        private void assertAnother(Map<Long, float[]> weights) throws IOException {
            assertThat(training().pull(weights)).isNotCloseTo(told(learned), withinPercentage(1e-4));
        }

        private NameTraining training() throws IOException {
            return new NameTraining(List.of(), folder);
        }

        private void write(int number) throws IOException {
            List<String> towns = List.of("青河县", "柳林镇", "白河镇", "石桥镇", "云台乡", "桃源县", "南湖乡");
            Files.writeString(file(number), """
                    # {PLACE:%1$s}备耕忙
                    {PLACE:%1$s}{PERSON:罗桂芝}说，种子够了。{PERSON:钱向东}在{ORGANIZATION:%1$s种子公司}说，水也够了。
                    """.formatted(towns.get(number)));
        }

        private Path file(int number) {
            return folder.resolve(number + ".txt");
        }
    }

    private static double told(String table) {
        return table.lines()
                .filter(line -> line.startsWith("# pull\t"))
                .mapToDouble(line -> Double.parseDouble(line.substring("# pull\t".length())))
                .findFirst()
                .orElseThrow();
    }

    private static Map<Long, float[]> weights(String table) {
        Map<Long, float[]> weights = new HashMap<>();
        table.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            String[] cells = line.split("\t", -1);
            float[] vector = new float[NameWeights.TYPES];
            for (int t = 0; t < vector.length; t++) {
                vector[t] = Float.parseFloat(cells[t + 1]);
            }
            weights.put(Clue.parse(cells[0]), vector);
        });
        return weights;
    }
}
