package dev.broadsheet.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** With a time that is set, and counts that are done when the test says. */
class WaitingCountTest {
    private final Queue<Runnable> begun = new ArrayDeque<>();
    private final List<Long> told = new ArrayList<>();
    private final List<Throwable> faults = new ArrayList<>();
    private long files = 7;
    private int counts;
    private long now;

    private final WaitingCount count = new WaitingCount(
            begun::add,
            () -> {
                counts++;
                if (files < 0) {
                    throw new IOException("the mount is gone");
                }
                return new WaitingFiles(files, Optional.empty());
            },
            waiting -> told.add(waiting.files()),
            faults::add,
            () -> now);

    @Test
    void aCountThatTakesLongHoldsUpNothingAndNoOtherIsBegunBesideIt() {
        count.look();
        now = 60_000;
        count.look();

        assertThat(begun).as("it goes on").hasSize(1);
        assertThat(told).isEmpty();

        begun.remove().run();
        assertThat(told).containsExactly(7L);
        count.look();
        assertThat(begun).as("a second has not passed").isEmpty();
        now = 61_000;
        count.look();
        assertThat(begun).hasSize(1);
    }

    @Test
    void manyFilesAreCountedMoreSeldomAndAFolderThatCannotBeReadIsTriedAgain() {
        files = 1_001;
        lookAt(0);
        lookAt(9_999);
        assertThat(counts).isEqualTo(1);

        files = -1;
        lookAt(10_000);
        files = 3;
        lookAt(11_000);

        assertThat(told).containsExactly(1_001L, 3L);
        assertThat(counts).isEqualTo(3);
        assertThat(faults).isEmpty();
    }

    private void lookAt(long millis) {
        now = millis;
        count.look();
        while (!begun.isEmpty()) {
            begun.remove().run();
        }
    }
}
