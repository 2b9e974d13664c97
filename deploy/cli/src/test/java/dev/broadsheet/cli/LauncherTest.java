package dev.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script deploy/broadsheet in a repository of its own, with a Java and a Maven that only say what they were asked. */
class LauncherTest {
    private static final Path SCRIPT = Path.of("../broadsheet").toAbsolutePath().normalize();
    private static final Path SCRIPT_PROGRAM = Path.of("/usr/bin/script");
    private static final Instant LONG_AGO = Instant.parse("2024-01-01T00:00:00Z");

    @TempDir
    Path folder;

    private Path repository = Path.of("");
    private Path launcher = Path.of("");
    private Path built = Path.of("");
    private Path javaHome = Path.of("");
    private Path tools = Path.of("");
    private String locale = "C.UTF-8";

    private record Result(int exitCode, String out, String err) {}

    @BeforeEach
    void layOut() throws IOException {
        repository = folder.resolve("a repository");
        launcher = repository.resolve("deploy/broadsheet");
        built = repository.resolve("deploy/cli/target/built");
        for (String file : List.of(
                "pom.xml",
                "schemas/contracts/src/main/avro/page.avdl",
                "ingest-service/pom.xml",
                "ingest-service/src/main/java/Main.java",
                "ingest-service/src/test/java/MainTest.java",
                "deploy/standalone/pom.xml",
                "deploy/cli/pom.xml")) {
            write(file);
        }
        Files.copy(SCRIPT, launcher);
        javaHome = folder.resolve("jdk");
        program(javaHome.resolve("bin/java"), "echo \"java $*\"");
        javaVersion("17.0.15");
        tools = folder.resolve("tools");
        program(
                tools.resolve("mvn"),
                "echo '[INFO] Building contracts 0.1.0  [2/11]'; mkdir -p deploy/cli/target; touch deploy/cli/target/built");
    }

    private void write(String file) throws IOException {
        Path path = repository.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, "");
        Files.setLastModifiedTime(path, FileTime.from(LONG_AGO));
    }

    private static void program(Path path, String script) throws IOException {
        Files.createDirectories(path.getParent());
        Files.writeString(path, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void javaVersion(String version) throws IOException {
        Files.writeString(javaHome.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    }

    private void markBuilt() throws IOException {
        Files.createDirectories(built.getParent());
        Files.writeString(built, "");
    }

    private Result run(String... arguments) throws IOException, InterruptedException {
        return run(launcher, folder, arguments);
    }

    private Result run(Path script, Path directory, String... arguments) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        int code = start(script, directory, out, err, arguments).waitFor();
        return new Result(code, Files.readString(out), Files.readString(err));
    }

    private Process start(Path script, Path directory, Path out, Path err, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("bash", script.toString()));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("JAVA_HOME", javaHome.toString());
        builder.environment().put("PATH", tools + ":/usr/bin:/bin");
        builder.environment().put("LC_ALL", locale);
        return builder.start();
    }

    @Test
    void theScriptIsWellFormed() throws IOException, InterruptedException {
        Process check = new ProcessBuilder("bash", "-n", SCRIPT.toString())
                .redirectErrorStream(true)
                .start();

        assertThat(new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEmpty();
        assertThat(check.waitFor()).isZero();
    }

    @Test
    void theFirstUseBuildsWithProgressOnStandardErrorOnly() throws IOException, InterruptedException {
        Result first = run("inspect", "a page.txt");

        assertThat(first.exitCode()).isZero();
        assertThat(first.err()).contains("building what is missing", "[2/11] contracts");
        assertThat(first.out().lines())
                .singleElement()
                .asString()
                .startsWith("java ")
                .endsWith("dev.broadsheet.cli.BroadsheetMain inspect a page.txt");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void oneOfTwoThatStartTogetherBuildsAndTheOtherWaitsForIt() throws IOException, InterruptedException {
        Path builds = folder.resolve("builds");
        Path go = folder.resolve("go");
        program(
                tools.resolve("mvn"),
                "echo build >> '" + builds + "'; while [ ! -e '" + go + "' ]; do sleep 0.05; done;"
                        + " mkdir -p deploy/cli/target; touch deploy/cli/target/built");
        Path err = folder.resolve("second");
        Process first = start(launcher, folder, folder.resolve("out"), folder.resolve("first"), "inspect");
        await().until(() -> Files.exists(builds));
        Process second = start(launcher, folder, folder.resolve("out"), err, "inspect");
        await().until(() -> Files.readString(err).contains("waiting for it")
                || Files.readAllLines(builds).size() > 1);
        Files.createFile(go);

        assertThat(List.of(first.waitFor(), second.waitFor())).containsOnly(0);
        assertThat(Files.readAllLines(builds)).containsExactly("build");
    }

    @Test
    void whatIsBuiltStartsAtOnce() throws IOException, InterruptedException {
        run();

        assertThat(run("demo").err()).isEmpty();
    }

    @Test
    void aNewerSourceIsBuiltAgain() throws IOException, InterruptedException {
        markBuilt();
        Path source = repository.resolve("schemas/contracts/src/main/avro/page.avdl");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));

        assertThat(run("demo").err()).contains("building");
    }

    @Test
    void aNewerPomIsBuiltAgain() throws IOException, InterruptedException {
        markBuilt();
        Files.setLastModifiedTime(
                repository.resolve("ingest-service/pom.xml"),
                FileTime.from(Instant.now().plusSeconds(60)));

        assertThat(run("demo").err()).contains("building");
    }

    @Test
    void aNewerTestIsNoReasonToBuild() throws IOException, InterruptedException {
        markBuilt();
        Files.setLastModifiedTime(
                repository.resolve("ingest-service/src/test/java/MainTest.java"),
                FileTime.from(Instant.now().plusSeconds(60)));

        assertThat(run("demo").err()).isEmpty();
    }

    @Test
    void itWorksFromAnyFolderAndThroughALink() throws IOException, InterruptedException {
        markBuilt();
        Path link = Files.createSymbolicLink(folder.resolve("bs"), launcher);

        Result result = run(link, Files.createDirectory(folder.resolve("elsewhere")), "demo", "--once");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out())
                .contains("-Dbroadsheet.deploy=" + repository.resolve("deploy"))
                .endsWith("dev.broadsheet.cli.BroadsheetMain demo --once\n");
    }

    @Test
    void onlyRunIsCompiledForALongLife() throws IOException, InterruptedException {
        markBuilt();

        assertThat(run("run").out()).contains("-Xmx512m").doesNotContain("TieredStopAtLevel");
        assertThat(run("demo").out()).contains("-Xmx512m", "-XX:TieredStopAtLevel=1");
    }

    /** Needs util-linux's script. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void theSizeOfATerminalIsHandedOnAndNothingElsewhere() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(SCRIPT_PROGRAM), "skipped: no " + SCRIPT_PROGRAM + " to make a terminal");
        markBuilt();
        ProcessBuilder terminal = new ProcessBuilder(
                        SCRIPT_PROGRAM.toString(),
                        "-qec",
                        "stty cols 77 rows 33 && bash '" + launcher + "' inspect --view a.txt",
                        "/dev/null")
                .redirectErrorStream(true);
        terminal.environment().put("JAVA_HOME", javaHome.toString());

        Process inside = terminal.start();

        assertThat(new String(inside.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains(" -Dbroadsheet.columns=77 -Dbroadsheet.rows=33 ");
        assertThat(inside.waitFor()).isZero();
        assertThat(run("inspect", "--view", "a.txt").out()).doesNotContain("broadsheet.columns");
    }

    /** Without it Java could not name a Chinese file; a locale that has a charset is the user's to choose. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aLocaleWithoutACharsetBecomesUtf8() throws IOException, InterruptedException {
        markBuilt();
        program(javaHome.resolve("bin/java"), "locale charmap");

        locale = "C";
        assertThat(run("demo").out()).isEqualTo("UTF-8\n");
        program(tools.resolve("locale"), "echo \"${LC_ALL:-GB18030}\"");
        locale = "";
        assertThat(run("demo").out()).isEqualTo("GB18030\n");
    }

    @Test
    void aFailedBuildEndsWithOneAndWhatMavenSaid() throws IOException, InterruptedException {
        program(tools.resolve("mvn"), "echo '[ERROR] no such artifact'; exit 1");

        Result failed = run("demo");

        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.out()).isEmpty();
        assertThat(failed.err())
                .contains("broadsheet: no such artifact")
                .endsWith("the build failed; what Maven said stands above\n");
    }

    @Test
    void anOldJavaIsOneSentence() throws IOException, InterruptedException {
        markBuilt();
        javaVersion("11.0.2");

        Result old = run("demo");

        assertThat(old.exitCode()).isEqualTo(1);
        assertThat(old.err())
                .isEqualTo("broadsheet: " + javaHome.resolve("bin/java")
                        + " is Java 11, but 17 or newer is needed; set JAVA_HOME to a newer JDK\n");
    }

    @Test
    void aJavaHomeWithoutJavaIsOneSentence() throws IOException, InterruptedException {
        Files.delete(javaHome.resolve("bin/java"));

        Result missing = run("demo");

        assertThat(missing.exitCode()).isEqualTo(1);
        assertThat(missing.err())
                .startsWith("broadsheet: JAVA_HOME is " + javaHome)
                .hasLineCount(1);
    }
}
