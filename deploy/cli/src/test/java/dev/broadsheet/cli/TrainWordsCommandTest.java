package dev.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainWordsCommandTest {
    @TempDir
    private Path folder;

    @Test
    @DisplayName("writes a row for each word that is met often enough, with its four classes")
    void writes() throws IOException {
        Files.writeString(folder.resolve("one.txt"), "# {PLACE:青河县}备耕忙\n{PLACE:青河县}{PERSON:罗桂芝}说，种子够了。\n");
        Path file = folder.resolve("classes.tsv");

        Command trained = train("--out", file.toString());

        assertThat(trained.exitCode()).isZero();
        assertThat(trained.out()).isEmpty();
        assertThat(Files.readAllLines(file))
                .hasSizeGreaterThan(20_000)
                .anyMatch(row -> row.matches("种子(\t\\d+){4}"))
                .noneMatch(row -> row.contains("罗桂芝") || row.contains("##"));
    }

    @Test
    @DisplayName("a folder that is missing and a mark that cannot be read are told in a sentence")
    void refuses() throws IOException {
        assertThat(Command.run("train-words", "--marked", folder.resolve("none").toString())
                        .err())
                .contains("none: there is no such file or folder");
        Files.writeString(folder.resolve("one.txt"), "# 备耕忙\n{PLAC:青河县}备耕。\n");
        Command bad = train();
        assertThat(bad.exitCode()).isEqualTo(1);
        assertThat(bad.err()).contains("one.txt:1").contains("PLAC");
    }

    private Command train(String... more) {
        String[] arguments = new String[more.length + 3];
        arguments[0] = "train-words";
        arguments[1] = "--marked";
        arguments[2] = folder.toString();
        System.arraycopy(more, 0, arguments, 3, more.length);
        return Command.run(arguments);
    }
}
