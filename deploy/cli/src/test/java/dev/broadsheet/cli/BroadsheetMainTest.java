package dev.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class BroadsheetMainTest {
    @TempDir
    Path folder;

    static Set<String> commands() {
        return BroadsheetMain.commandLine().getSubcommands().keySet();
    }

    @ParameterizedTest
    @MethodSource("commands")
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
                "submit FILE --limit -1",
                "submit FILE --limit 0",
                "reprocess --all --limit -1",
                "reprocess --all --limit 99999999999",
                "tail articles --limit many",
                "tail articles --limit -1",
                "tail articles --limit 0",
                "reconcile page",
                "reconcile --since yesterday",
                "reconcile --since 2024-13-01",
                "reconcile --settle soon",
                "reconcile --limit many",
                "reconcile --limit -1",
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

    @ParameterizedTest
    @ValueSource(
            strings = {"receipts", "tail articles", "dead-letters list", "dead-letters replay --all", "reprocess --all"
            })
    void whatKafkaRefusesIsOneSentenceWithItsCause(String line) throws IOException {
        Path file = Files.writeString(
                folder.resolve("e.json"),
                "{\"bootstrapServers\": \"nowhere\", \"schemaRegistryUrl\": \"mock://none\"}");

        Command refused = Command.run((line + " --endpoints " + file).split(" "));

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err().lines())
                .singleElement()
                .asString()
                .startsWith("broadsheet: Failed to construct kafka ")
                .contains("bootstrap.servers: nowhere")
                .contains("deploy/broadsheet doctor");
    }

    @Test
    void tooLittleMemoryIsOneSentenceAndExitCodeOne() {
        StringWriter err = new StringWriter();
        CommandLine hungry = new CommandLine(new Hungry()).setErr(new PrintWriter(err));

        assertThat(BroadsheetMain.execute(hungry)).isEqualTo(1);

        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .startsWith("broadsheet: ")
                .contains("MiB of memory are not enough");
    }

    @Test
    void whatCannotBeWrittenToStandardOutputIsAFailureUnlessNobodyWantsMore() {
        StringWriter err = new StringWriter();
        CommandLine command = BroadsheetMain.commandLine().setErr(new PrintWriter(err));
        PrintStream full = new PrintStream(
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("No space left on device");
                    }
                },
                true,
                StandardCharsets.UTF_8);
        new PrintStream(full, true, StandardCharsets.UTF_8).println("{}");

        assertThat(BroadsheetMain.ended(0, full, true, command)).isZero();
        assertThat(err.toString()).isEmpty();
        assertThat(BroadsheetMain.ended(0, full, false, command)).isEqualTo(1);
        assertThat(err.toString()).startsWith("broadsheet: standard output could not be written");
        assertThat(BroadsheetMain.ended(2, full, false, command)).isEqualTo(2);
        assertThat(BroadsheetMain.ended(
                        0, new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8), false, command))
                .isZero();
    }

    @CommandLine.Command
    private static final class Hungry implements Callable<Integer> {
        @Override
        public Integer call() {
            throw new OutOfMemoryError("Java heap space");
        }
    }

    @Test
    void aRunTellsWhatTheConsolesOperatorsSignInWith() {
        Path token = folder.resolve("console-token");

        assertThat(RunCommand.console("http://127.0.0.1:8/", token, Map.of()))
                .endsWith("; operators sign in with what " + token + " holds.");
        assertThat(RunCommand.console(
                        "http://127.0.0.1:8/", token, Map.of("BROADSHEET_CONSOLE_OPERATOR_TOKEN", "some long text")))
                .endsWith("; operators sign in with BROADSHEET_CONSOLE_OPERATOR_TOKEN.");
    }

    @Test
    void aTakenFolderIsOneSentenceAndExitCodeOne() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        Command refused = Command.run("run", "--data", file.toString());

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("broadsheet: " + file + " cannot be used: ");
    }
}
