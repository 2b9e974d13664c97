package dev.broadsheet.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ArrivalsTest {
    private static final long T = 1_000_000;
    private static final Path A = Path.of("a");

    private final Arrivals arrivals = new Arrivals();

    @Test
    void aFileThatWasMovedInIsTakenAtOnce() {
        arrivals.appeared(A);

        assertThat(arrivals.wait(A, 10, T, T)).isEqualTo(50);
        assertThat(arrivals.wait(A, 10, T, T + 50)).isZero();
    }

    @Test
    void aFileThatIsWrittenInPlaceHasToRest() {
        arrivals.appeared(A);
        arrivals.written(A);

        assertThat(arrivals.wait(A, 10, T, T)).isEqualTo(300);
        assertThat(arrivals.wait(A, 10, T, T + 299)).isPositive();
        assertThat(arrivals.wait(A, 10, T, T + 300)).isZero();
    }

    @Test
    void aFileThatWasSeenGrowingHasToRestLonger() {
        arrivals.appeared(A);
        arrivals.written(A);
        arrivals.wait(A, 10, T, T);

        assertThat(arrivals.wait(A, 20, T + 100, T + 300)).isEqualTo(2000);
        assertThat(arrivals.wait(A, 20, T + 100, T + 2299)).isPositive();
        assertThat(arrivals.wait(A, 20, T + 100, T + 2300)).isZero();
    }

    @Test
    void anEmptyFileMayBeOneThatIsJustBeingCreated() {
        arrivals.appeared(A);

        assertThat(arrivals.wait(A, 0, T, T)).isEqualTo(2000);
    }

    @Test
    void aFileThatLayThereBeforeTheStartIsTakenAtOnce() {
        assertThat(arrivals.wait(A, 10, T - 5000, T)).isZero();
        assertThat(arrivals.wait(Path.of("b"), 10, T - 500, T)).isPositive();
    }

    @Test
    void whatIsGoneIsForgotten() {
        arrivals.wait(A, 10, T, T);
        arrivals.beginLook();
        arrivals.endLook();

        assertThat(arrivals.wait(A, 20, T, T + 300)).isEqualTo(300);
    }

    @Test
    void whatALookComesAcrossIsRemembered() {
        arrivals.wait(A, 10, T, T);
        arrivals.beginLook();
        arrivals.wait(A, 10, T, T + 100);
        arrivals.endLook();

        assertThat(arrivals.wait(A, 10, T, T + 300)).isZero();
    }

    @Test
    void aFileThatAppearedBeforeHintsWereLostHasToRest() {
        arrivals.appeared(A);
        arrivals.doubt();

        assertThat(arrivals.wait(A, 10, T, T)).isEqualTo(300);
    }

    @Test
    void filesBeyondTheMostWaitTheirTurnAndOldOnesNeedNone() {
        for (int i = 0; i < Arrivals.MOST; i++) {
            arrivals.wait(Path.of("f" + i), 10, T, T);
        }

        assertThat(arrivals.wait(Path.of("beyond"), 10, T, T)).isPositive();
        assertThat(arrivals.wait(Path.of("beyond"), 10, T, T + 300))
                .as("it was not remembered")
                .isPositive();
        assertThat(arrivals.wait(Path.of("old"), 10, T - 5000, T)).isZero();

        arrivals.forget(Path.of("f0"));
        assertThat(arrivals.wait(Path.of("beyond"), 10, T, T + 300)).isEqualTo(300);
        assertThat(arrivals.wait(Path.of("beyond"), 10, T, T + 600)).isZero();
    }
}
