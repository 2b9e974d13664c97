package dev.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BroadsheetMainTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "run",
                "submit",
                "receipts",
                "tail",
                "dead-letters",
                "reprocess",
                "reconcile",
                "doctor",
                "inspect",
                "schemas"
            })
    void everyCommandHasHelp(String name) {
        Command help = Command.run(name, "--help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.out()).contains("Usage: broadsheet " + name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unknown",
                "demo extra",
                "run --data",
                "run --kafka-port 65536",
                "run --kafka-port -1",
                "submit",
                "tail",
                "tail articles --limit many",
                "reconcile page",
                "reconcile --since yesterday",
                "reconcile --since 2024-13-01",
                "reconcile --settle soon",
                "reconcile --limit many",
                "inspect",
                "inspect --view --vocabulary . a.txt",
                "receipts a b",
                "schemas drop"
            })
    void wrongUseEndsWithTwoAndSaysWhyOnStandardError(String line) {
        Command wrong = Command.run(line.split(" "));

        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err()).isNotBlank();
        assertThat(wrong.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"submit FILE", "receipts", "tail articles", "reconcile", "schemas check"})
    void whereNothingRunsItIsOneSentence(String line) {
        Command refused = Command.run((line + " --data " + folder).split(" "));

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err().lines())
                .singleElement()
                .asString()
                .startsWith("broadsheet: there is no " + folder.resolve("endpoints.json"));
    }

    @Test
    void anEndpointsFileOfAnotherKindIsOneSentence() throws IOException {
        Path file = Files.writeString(folder.resolve("e.json"), "{\"bootstrapServers\": \"localhost:1\"}");

        Command refused = Command.run("receipts", "--endpoints", file.toString());

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err().lines())
                .singleElement()
                .asString()
                .startsWith("broadsheet: " + file + " is no endpoints file: ")
                .contains("schemaRegistryUrl");
    }

    @Test
    void aTakenFolderIsOneSentenceAndExitCodeOne() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        Command refused = Command.run("run", "--data", file.toString());

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("broadsheet: " + file + " cannot be used: ");
    }
}
