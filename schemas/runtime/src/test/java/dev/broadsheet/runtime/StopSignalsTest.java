package dev.broadsheet.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With a real process: signals and the end of a JVM cannot be faked. */
class StopSignalsTest {
    private Process process = process();

    @AfterEach
    void end() {
        process.destroyForcibly();
    }

    @ParameterizedTest
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    @CsvSource({"TERM, TERM, 143", "INT, TERM, 143", "TERM, INT, 130"})
    void theFirstSignalDrainsAndTheSecondEndsAtOnce(String first, String second, int code) throws Exception {
        assumeTrue(!isIgnored(first) && !isIgnored(second), "this test run was started with signals ignored");
        BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
        assertThat(said.readLine()).isEqualTo("started");

        signal(first);
        assertThat(said.readLine()).as("readiness while it closes").contains("lifecycle=is stopping");
        assertThat(process.waitFor(300, TimeUnit.MILLISECONDS))
                .as("still draining")
                .isFalse();

        long from = System.nanoTime();
        signal(second);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(ServiceMain.CLOSE_LIMIT.dividedBy(3));
        assertThat(process.exitValue()).isEqualTo(code);
        assertThat(process.errorReader(StandardCharsets.UTF_8).lines())
                .anyMatch(line -> line.contains("stuck ends at once"));
    }

    // A command in the background of a script ignores SIGINT, and so does all that it starts.
    private static boolean isIgnored(String name) throws IOException {
        Process shell = new ProcessBuilder("sh", "-c", "kill -" + name + " $$; echo ignored").start();
        return shell.inputReader().readLine() != null;
    }

    private void signal(String name) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
        assertThat(kill.waitFor()).isZero();
    }

    private static Process process() {
        try {
            return new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            StuckService.class.getName()))
                    .start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
