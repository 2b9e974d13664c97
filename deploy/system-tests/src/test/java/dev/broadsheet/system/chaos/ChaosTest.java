package dev.broadsheet.system.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Nothing lost, nothing twice, nothing left behind, whatever dies. Without properties it is the short form; the README tells
 * how to run it for longer, or one seed again. Logs of services and actions are kept under {@code target/chaos}.
 */
class ChaosTest {
    /** Wanted is 20 s for a service and 30 s for the broker; the margin is for machines that others use, too. */
    private static final long RECOVERY_LIMIT_MS = Long.getLong("chaos.recovery.limit.ms", 45_000);

    private static final Path HOME = Path.of("target/chaos").toAbsolutePath();

    @Test
    void whateverDiesNothingIsLostOrDoubledOrLeftBehind() throws Exception {
        ChaosSettings settings = ChaosSettings.read();
        List<String> breaches = new ArrayList<>();
        for (int i = 0; i < settings.runs(); i++) {
            long seed = settings.seed() + i;
            System.out.println("chaos seed " + seed + " begins; again with -Dchaos.seed=" + seed);
            Path home = HOME.resolve("seed-" + seed + "-" + System.currentTimeMillis());
            Files.createDirectories(home);
            Report report = new Run(settings, seed, home).run();
            report.lines().forEach(System.out::println);
            report.findings().lines().forEach(line -> breaches.add("seed " + seed + ": " + line));
            report.recoveries().stream()
                    .filter(recovery -> recovery.alone() && !recovery.within(RECOVERY_LIMIT_MS))
                    .forEach(recovery -> breaches.add("seed " + seed + ": too slow: " + recovery));
        }
        assertThat(breaches).isEmpty();
    }
}
