package dev.broadsheet.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ClosingTest {
    @Test
    void allAreClosedAtTheSameTime() {
        CyclicBarrier all = new CyclicBarrier(8);
        Runnable closing = () -> {
            try {
                all.await(20, TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new IllegalStateException("closed before the others began to", e);
            }
        };

        assertThatCode(() -> Closing.together(Collections.nCopies(8, closing))).doesNotThrowAnyException();
    }

    @Test
    void whatOneThrowsComesOutWhenTheOthersAreClosed() {
        AtomicBoolean other = new AtomicBoolean();
        Runnable bad = () -> {
            throw new IllegalStateException("a bug");
        };

        assertThatThrownBy(() -> Closing.together(List.of(bad, () -> other.set(true))))
                .hasRootCauseMessage("a bug");
        assertThat(other).isTrue();
    }

    @Test
    void nothingIsClosedAtOnce() {
        assertThatCode(() -> Closing.together(List.of())).doesNotThrowAnyException();
    }
}
