package dev.broadsheet.sink.console.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds of the console's page without a browser; {@code ConsoleTest} in system-tests opens it in one. */
class WebPageTest {
    private static final Path WEB = Path.of("src/main/resources/dev/broadsheet/sink/console/web");
    private static final Path TESTS = Path.of("src/test/js");
    private static final int NODE_SECONDS = 60;

    @Test
    void nothingIsReadAsHtmlOrCodeThatThePageDidNotBring() throws IOException {
        for (Path script : files(WEB.resolve("js"))) {
            assertThat(Files.readString(script))
                    .as(script.toString())
                    .doesNotContain(
                            "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function");
        }
        assertThat(Files.readString(WEB.resolve("index.html")))
                .doesNotContain(" style=", "<style", "onclick", "<script>");
    }

    @Test
    void noOtherHostIsNamed() throws IOException {
        for (Path file : files(WEB)) {
            assertThat(Files.readString(file).replace("http://www.w3.org/2000/svg", ""))
                    .as(file.toString())
                    .doesNotContain("http://", "https://", "url(", "@import");
        }
    }

    /** What 500 kB for the first view leaves to the answers; the chart's library is loaded by its view alone. */
    @Test
    void thePageIsSmall() throws IOException {
        long bytes = 0;
        for (Path file : files(WEB)) {
            bytes += Files.size(file);
        }

        assertThat(bytes).isLessThan(200_000);
    }

    @Test
    void theModulesThatNeedNoBrowserPassTheirOwnTests(@TempDir Path copy) throws Exception {
        assumeTrue(nodeIsThere(), "skipped: needs Node");
        for (Path file : files(WEB)) {
            copy(file, copy.resolve(WEB.relativize(file).toString()));
        }
        List<String> command = new ArrayList<>(List.of("node", "--test"));
        for (Path test : files(TESTS)) {
            copy(test, copy.resolve("test").resolve(test.getFileName().toString()));
            command.add("test/" + test.getFileName());
        }
        Files.writeString(copy.resolve("package.json"), "{\"type\": \"module\"}");

        Path told = copy.resolve("told");
        Process node = new ProcessBuilder(command)
                .directory(copy.toFile())
                .redirectErrorStream(true)
                .redirectOutput(told.toFile())
                .start();
        boolean ended = node.waitFor(NODE_SECONDS, TimeUnit.SECONDS);
        node.destroyForcibly();

        assertThat(ended).isTrue();
        assertThat(node.waitFor()).as(Files.readString(told)).isZero();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to);
    }

    private static boolean nodeIsThere() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "node")));
    }
}
