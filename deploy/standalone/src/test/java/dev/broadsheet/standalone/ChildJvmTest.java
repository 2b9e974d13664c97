package dev.broadsheet.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against real JVMs, small ones. */
class ChildJvmTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private Path home = Path.of("");
    private ChildLog log = new ChildLog(home);
    private ChildJvm child = new ChildJvm("the child", home, log);

    @BeforeEach
    void create() {
        home = folder.resolve("home");
        log = new ChildLog(folder.resolve("logs/child.log"));
        child = new ChildJvm("the child", home, log);
    }

    @AfterEach
    void close() {
        child.close();
    }

    private void start(String... arguments) {
        Path serving = folder.resolve("serving");
        List<String> command = new ArrayList<>(List.of(
                "-XX:TieredStopAtLevel=1",
                "-Xmx32m",
                "-cp",
                System.getProperty("java.class.path"),
                ChildJvmTestMain.class.getName(),
                serving.toString()));
        command.addAll(List.of(arguments));
        child.start(command, LIMIT, () -> Files.exists(serving));
    }

    private ProcessHandle process() {
        return Orphan.find(home.resolve("pid"), Orphan.marker(home)).orElseThrow();
    }

    @Test
    void startReturnsWhenTheChildServesAndCloseEndsItInOrder() throws IOException {
        start();
        ProcessHandle process = process();

        child.close();

        assertThat(process.isAlive()).isFalse();
        assertThat(log.file()).content().contains("hooks were run");
        assertThat(home.resolve("pid")).doesNotExist();
    }

    @Test
    void aChildIgnoresTheInterruptThatReachesTheWholeTerminal() throws Exception {
        start();
        ProcessHandle process = process();

        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();

        await().during(Duration.ofMillis(500)).atMost(Duration.ofSeconds(5)).until(process::isAlive);
    }

    @Test
    void aChildThatEndsWhileStartingIsOneSentenceWithItsLastTrouble() {
        assertThatThrownBy(() -> start("fail"))
                .isInstanceOf(StandaloneException.class)
                .hasMessage("the child ended while starting (exit code 1): Exception in thread \"main\""
                        + " java.lang.IllegalStateException: no luck; see " + log.file());
    }

    @Test
    void aChildOfAKilledRunIsEndedBeforeTheNextIsStarted() {
        start();
        ProcessHandle left = process();
        ChildJvm next = new ChildJvm("the next", home, log);

        Orphan.end(left, Duration.ZERO);

        assertThat(left.isAlive()).isFalse();
        next.close();
    }

    @Test
    void aProcessThatOnlyHasTheNumberIsLeftAlone() throws IOException {
        Orphan.remember(home, ProcessHandle.current().pid());

        assertThat(Orphan.find(home.resolve("pid"), Orphan.marker(home))).isEmpty();
    }

    @Test
    void aKilledChildIsSeenToHaveEnded() {
        start();

        child.kill();

        assertThat(child.ended().join()).isNotNull();
    }
}
