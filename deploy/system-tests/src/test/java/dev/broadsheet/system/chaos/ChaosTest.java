package dev.broadsheet.system.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Nothing lost, nothing twice, nothing left behind, whatever dies. Without properties it is the short form; the README tells
 * how to run it for longer, or one seed again. Each seed is a test of its own, so that one that fails hides no other. Logs of services
 * and actions are kept under {@code target/chaos}.
 */
@Timeout(value = 1, unit = TimeUnit.HOURS) // a seed
class ChaosTest {
    /** Beyond what {@link Recovery} wants: for machines that others use, too. */
    private static final long RECOVERY_SLACK_MS = Long.getLong("chaos.recovery.slack.ms", 25_000);

    private static final Path HOME = Path.of("target/chaos").toAbsolutePath();

    private static final ChaosSettings SETTINGS = ChaosSettings.read();

    static LongStream seeds() {
        return LongStream.range(SETTINGS.seed(), SETTINGS.seed() + SETTINGS.runs());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whateverDiesNothingIsLostOrDoubledOrLeftBehind(long seed) throws Exception {
        System.out.println("chaos seed " + seed + " begins; again with -Dchaos.seed=" + seed);
        Path home = HOME.resolve("seed-" + seed + "-" + System.currentTimeMillis());
        Files.createDirectories(home);
        Report report = new Run(SETTINGS, seed, home).run();
        report.lines().forEach(System.out::println);
        List<String> breaches = new ArrayList<>(report.findings().lines());
        report.recoveries().stream()
                .filter(recovery -> recovery.alone() && !recovery.within(RECOVERY_SLACK_MS))
                .forEach(recovery -> breaches.add("too slow: " + recovery));
        assertThat(breaches).isEmpty();
    }
}
