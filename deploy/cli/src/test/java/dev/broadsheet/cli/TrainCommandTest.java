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

class TrainCommandTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void writePages() throws IOException {
        Files.createDirectories(folder.resolve("pages"));
        Files.createDirectories(folder.resolve("labels"));
        for (String name : new String[] {"one", "two"}) {
            Files.writeString(folder.resolve("pages/" + name + ".txt"), "大河镇备足种子化肥\n\n本报讯(记者 田野)大河镇近日备足种子化肥。\n");
            Files.writeString(
                    folder.resolve("labels/" + name + ".lines.tsv"),
                    "line\tarticle\trole\tjoins\thead\n1\t1\ttitle\t0\t大河镇\n3\t1\tbody\t0\t本报讯\n");
        }
    }

    private Command train(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "train",
                "--pages",
                folder.resolve("pages").toString(),
                "--labels",
                folder.resolve("labels").toString(),
                "--invented",
                folder.toString()));
        arguments.addAll(List.of(more));
        return Command.run(arguments.toArray(String[]::new));
    }

    @Test
    void prints_the_weights_or_writes_them_to_a_file() throws IOException {
        Command printed = train();
        assertThat(printed.exitCode()).isZero();
        assertThat(printed.out()).startsWith("trait\tfrom\tto\tweight\n").contains("DATELINE\t-\tD_LEAD\t");
        Path file = folder.resolve("weights.tsv");
        assertThat(train("--out", file.toString()).out()).isEmpty();
        assertThat(Files.readString(file)).isEqualTo(printed.out());
    }

    @Test
    void leaving_each_page_out_writes_its_report() throws IOException {
        Command left = train("--leave-one-out", folder.resolve("reports").toString());
        assertThat(left.exitCode()).isZero();
        assertThat(left.err()).contains("one", "two");
        assertThat(Files.readString(folder.resolve("reports/two.json"))).contains("\"title\":\"大河镇备足种子化肥\"");
    }

    @Test
    void reliability_is_a_table_of_articles_by_stated_confidence() {
        Command table = train("--reliability");
        assertThat(table.exitCode()).isZero();
        assertThat(table.out().lines().toList()).first().isEqualTo("pages\tfrom\tmean\tarticles\texact");
        int printed = table.out()
                .lines()
                .filter(row -> row.startsWith("printed\t"))
                .mapToInt(row -> Integer.parseInt(row.split("\t", -1)[3]))
                .sum();
        assertThat(printed).as("two pages of one article, three ways each").isEqualTo(6);
    }

    @Test
    void a_page_that_the_grammar_cannot_read_is_named() throws IOException {
        Files.writeString(
                folder.resolve("labels/two.lines.tsv"),
                "line\tarticle\trole\tjoins\thead\n1\t1\tsubtitle\t0\t大河镇\n3\t1\tbody\t0\t本报讯\n4\t2\tsubtitle\t0\t副题\n");
        Files.writeString(folder.resolve("pages/two.txt"), "大河镇备足种子化肥\n\n本报讯(记者 田野)大河镇近日备足种子化肥。\n副题一行\n");
        assertThat(train().err())
                .contains("two: a part of it is not learned from")
                .doesNotContain("one:");
    }

    @Test
    void missing_folders_and_labels_are_named_in_one_sentence() throws IOException {
        Files.delete(folder.resolve("labels/two.lines.tsv"));
        Command refused = train();
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("two.lines.tsv").hasLineCount(1);
        Command nowhere = Command.run("train", "--pages", "nowhere", "--labels", "nowhere", "--invented", "nowhere");
        assertThat(nowhere.exitCode()).isEqualTo(1);
        assertThat(nowhere.err()).contains("nowhere: there is no such file or folder");
    }

    @Test
    void pages_labels_and_invented_pages_must_be_given() {
        assertThat(Command.run("train").exitCode()).isEqualTo(2);
    }
}
