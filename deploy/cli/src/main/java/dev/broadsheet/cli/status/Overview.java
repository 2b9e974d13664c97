package dev.broadsheet.cli.status;

import dev.broadsheet.sink.postgresql.StoreActivity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An installation at one moment. A part whose source did not answer is null, and {@code troubles} says why.
 *
 * @param services of this machine
 * @param groups consumer groups of the stages, in the order of the flow
 * @param reconciliation the last one of this machine's sink; null also where there was none yet
 * @param troubles what needs somebody, a sentence each; empty where all is well
 */
public record Overview(
        Instant at,
        List<ServiceState> services,
        @Nullable List<Group> groups,
        @Nullable StoreActivity store,
        @Nullable Letters deadLetters,
        @Nullable Reconciliation reconciliation,
        List<String> troubles) {

    /** {@code why} it is not ready, or null. */
    public record ServiceState(
            String name, boolean ready, @Nullable String why) {}

    /** Records {@code behind} the end of what the group reads, and the instances' threads that share the work. */
    public record Group(String name, long behind, int members) {}

    /** Letters that wait for a decision, and how many of each stage. */
    public record Letters(long waiting, Map<String, Long> byStage) {}

    /** When it began and how many differences it found. */
    public record Reconciliation(Instant at, long differences) {}
}
