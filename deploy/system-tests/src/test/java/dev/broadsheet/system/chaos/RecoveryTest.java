package dev.broadsheet.system.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a recovery has to wait for, and what is no excuse. */
class RecoveryTest {
    private static final Instant KILLED = Instant.parse("2026-03-08T10:00:20Z");
    private static final Recovery ENRICH = new Recovery("KILL_ENRICH enrich-1", KILLED, 24_000, "");

    @Test
    void aPageThatHungInTheInstanceThatTakesOverIsNamed() {
        assertThat(ENRICH.beside(List.of(hang("enrich-2", 12))))
                .hasToString("KILL_ENRICH enrich-1: 24.0 s (with a page that hung in enrich-2)");
        assertThat(ENRICH.beside(List.of(hang("enrich-1", 30))).alone())
                .as("after its return")
                .isFalse();
        assertThat(new Recovery("KILL_BROKER", KILLED, -1, "")
                        .beside(List.of(hang("ingest-1", 90)))
                        .alone())
                .as("a backend needs all of them")
                .isFalse();
    }

    @Test
    void aPageThatHungElsewhereBeforeOrAfterIsNoExcuse() {
        assertThat(ENRICH.beside(List.of(
                                hang("ingest-1", 25), hang("enrich-2", 9), hang("enrich-2", 45), hang("enrich-1", 15)))
                        .alone())
                .isTrue();
        assertThat(new Recovery(ENRICH.what(), KILLED, 24_000, Recovery.ANOTHER_FAULT)
                        .beside(List.of(hang("enrich-2", 12)))
                        .beside())
                .isEqualTo(Recovery.ANOTHER_FAULT);
    }

    @Test
    void aServiceHasTwentySecondsAndABackendThirty() {
        assertThat(ENRICH.within(0)).isFalse();
        assertThat(ENRICH.within(4_000)).isTrue();
        assertThat(new Recovery("KILL_BROKER", KILLED, 30_000, "").within(0)).isTrue();
        assertThat(new Recovery("KILL_BROKER", KILLED, -1, "").within(99_000)).isFalse();
    }

    @Test
    void hangsAreReadFromTheServicesLogsWhateverElseStandsThere(@TempDir Path logs) throws IOException {
        Files.write(logs.resolve("enrich-2.log"), new byte[] {'o', 'k', '\n', (byte) 0xE4, '\n'});
        Files.writeString(logs.resolve("sink-1.log"), "12:00:00 INFO ready\n" + Marks.HANGING + KILLED + "\n");

        assertThat(Hang.in(logs)).containsExactly(new Hang("sink-1", KILLED));
    }

    private static Hang hang(String service, int second) {
        return new Hang(service, Instant.parse("2026-03-08T10:00:00Z").plusSeconds(second));
    }
}
