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

class TrainNamesCommandTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void writeArticles() throws IOException {
        Files.writeString(
                folder.resolve("one.txt"),
                "# {PLACE:青河县}备耕忙\n{PLACE:青河县}{PERSON:罗桂芝}说，种子够了。\n\n{PERSON:钱向东}说，水也够了。\n\n{PERSON:孙有田}说，就等一场雨。\n");
    }

    private Command train(String... more) {
        return train(folder, more);
    }

    private Command train(Path marked, String... more) {
        List<String> arguments = new ArrayList<>(List.of("train-names"));
        for (String option : new String[] {"--pages", "--labels", "--offsets"}) {
            arguments.addAll(List.of(option, folder.toString()));
        }
        arguments.addAll(List.of("--marked", marked.toString()));
        arguments.addAll(List.of(more));
        return Command.run(arguments.toArray(String[]::new));
    }

    @Test
    void prints_the_weights_or_writes_them_to_a_file() throws IOException {
        Command printed = train();
        assertThat(printed.exitCode()).isZero();
        assertThat(printed.out()).startsWith("# clue\tPERSON\tPLACE\t").contains("SPEECH_AFTER #0 #0 #0\t");
        Path file = folder.resolve("weights.tsv");
        assertThat(train("--out", file.toString()).out()).isEmpty();
        assertThat(Files.readString(file)).isEqualTo(printed.out());
    }

    @Test
    void without_printed_pages_there_is_nothing_to_leave_out() {
        Command left = train("--leave-one-out");
        assertThat(left.exitCode()).isZero();
        assertThat(left.out()).endsWith("all\t0.000\t0.000\t0.000\t0\t0\t0\n");
    }

    @Test
    void a_page_left_out_is_read_without_the_words_that_only_it_has() throws IOException {
        page("a", "共产党员网上线。", "{\"article\": 1, \"type\": \"PLATFORM\", \"text\": \"共产党员网\"}");
        page("b", "学习强国上线。", "{\"article\": 1, \"type\": \"PLATFORM\", \"text\": \"学习强国\"}");
        page("bc", "央视频上线。", "{\"article\": 1, \"type\": \"PLATFORM\", \"text\": \"央视频\"}");
        page("bd", "交管12123上线。", "{\"article\": 1, \"type\": \"PLATFORM\", \"text\": \"交管12123\"}");
        Command whole = train("--leave-one-out", "b", "--keep-words");
        assertThat(whole.exitCode()).isZero();
        assertThat(whole.out()).contains("\nPLATFORM\t1.000\t1.000\t1.000\t1\t0\t0\n");
        Path file = folder.resolve("scores.tsv");
        Command withheld = train("--leave-one-out", "b", "--out", file.toString());
        assertThat(withheld.exitCode()).as(withheld.err()).isZero();
        assertThat(withheld.out()).isEmpty();
        assertThat(Files.readString(file)).contains("\nPLATFORM\t0.000\t0.000\t0.000\t0\t0\t1\n");
    }

    private void page(String name, String line, String entity) throws IOException {
        Files.writeString(folder.resolve(name + ".txt"), line + "\n");
        Files.writeString(
                folder.resolve(name + ".lines.tsv"), "line\tarticle\trole\tjoins\thead\n1\t1\tbody\t0\t" + line + "\n");
        Files.writeString(
                folder.resolve(name + ".articles.json"),
                "[{\"n\":1,\"kind\":\"news\",\"section\":null,\"kicker\":null,\"title\":null,\"subtitle\":null,\"bylines\":[],"
                        + "\"region\":null,\"incomplete\":false}]");
        Files.writeString(folder.resolve(name + ".facts.json"), "{\"entities\":[" + entity + "],\"metrics\":[]}");
    }

    @Test
    void a_bad_mark_is_told_with_its_article() throws IOException {
        Files.writeString(folder.resolve("two.txt"), "{PLACE:青河县}\n\n{RIVER:青河}涨了。\n");
        Command refused = train();
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("two.txt:2: there is no type RIVER");
    }

    @Test
    void a_folder_that_is_missing_is_named() {
        Command refused = train(folder.resolve("nowhere"));
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("nowhere: there is no such file or folder");
    }
}
