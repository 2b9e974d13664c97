package dev.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainFiguresCommandTest {
    @TempDir
    private Path folder;

    private Path written = Path.of("");

    @BeforeEach
    void writeArticles() throws IOException {
        written = Files.createDirectory(folder.resolve("written"));
        StringBuilder articles = new StringBuilder("[");
        for (String town : List.of("柳林镇", "白河镇", "石桥镇")) {
            articles.append(articles.length() > 1 ? "," : "").append("""
                    {"region": null, "blocks": [{"role": "BODY", "text": "%1$s有学校9所。"}], "metrics": [{"block": 0,
                     "quote": "学校9所", "indicator": "学校", "subject": "%1$s", "value": 9, "unit": "所", "normalized": 9,
                     "normalized_unit": "count", "qualifier": "exact", "period": null, "status": "actual", "kind": "level"}]}
                    """.formatted(town));
        }
        Files.writeString(written.resolve("towns.json"), articles + "]");
    }

    private Command train(Path articles, String... more) {
        List<String> arguments = new ArrayList<>(List.of("train-figures"));
        for (String option : new String[] {"--pages", "--labels", "--offsets"}) {
            arguments.addAll(List.of(option, folder.toString()));
        }
        arguments.addAll(List.of("--written", articles.toString()));
        arguments.addAll(List.of(more));
        return Command.run(arguments.toArray(String[]::new));
    }

    @Test
    void prints_the_weights_or_writes_them_to_a_file() throws IOException {
        Command printed = train(written);
        assertThat(printed.exitCode()).as(printed.err()).isZero();
        assertThat(printed.out()).startsWith("# clue\tweight\n").contains("\nWORDS b #0 #0\t");
        Path file = folder.resolve("weights.tsv");
        assertThat(train(written, "--out", file.toString()).out()).isEmpty();
        assertThat(Files.readString(file)).isEqualTo(printed.out());
    }

    @Test
    void a_page_left_out_is_measured_by_what_the_others_teach() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "柳河镇现有学校9所。\n");
        Files.writeString(
                folder.resolve("a.lines.tsv"), "line\tarticle\trole\tjoins\thead\n1\t1\tbody\t0\t柳河镇现有学校9所。\n");
        Files.writeString(
                folder.resolve("a.articles.json"),
                "[{\"n\":1,\"kind\":\"news\",\"section\":null,\"kicker\":null,\"title\":null,\"subtitle\":null,\"bylines\":[],"
                        + "\"region\":null,\"incomplete\":false}]");
        Files.writeString(folder.resolve("a.facts.json"), """
                {"entities":[],"metrics":[{"article": 1, "line": 1, "quote": "学校9所", "indicator": "学校", "subject": "柳河镇",
                 "value": 9, "unit": "所", "normalized": 9, "normalized_unit": "count", "qualifier": "exact", "period": null,
                 "status": "actual", "kind": "level"}]}
                """);

        Command left = train(written, "--leave-one-out", "a");

        assertThat(left.exitCode()).as(left.err()).isZero();
        assertThat(left.out()).contains("detected F1\t1.000\t1\n", "subject\t1.000\t1\n");
    }

    @Test
    void what_is_no_JSON_is_told_with_its_file() throws IOException {
        Files.writeString(written.resolve("broken.json"), "[{");
        Command refused = train(written);
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("broken.json: is no JSON");
        Files.writeString(written.resolve("broken.json"), "[{\"blocks\": []}]");
        assertThat(train(written).err()).contains("broken.json:1: an article needs blocks and metrics");
    }

    @Test
    void a_folder_that_is_missing_is_named() {
        Command refused = train(folder.resolve("nowhere"));
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("nowhere: there is no such file or folder");
    }
}
