package dev.broadsheet.sink.reconcile;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is believed so far: sums and differences. One thread. */
final class Findings {
    private final Tally tally = new Tally();
    private final Map<String, Long> causes = new TreeMap<>();
    private final Map<Kind, Map<String, Long>> counts = new EnumMap<>(Kind.class);
    private final List<Difference> differences = new ArrayList<>();

    Findings(String store) {
        DeliveryAudit.equations(tally);
        PageAudit.equations(tally, store);
    }

    void believe(Verdict verdict) {
        tally.add(verdict.tally());
        verdict.causes().forEach(cause -> causes.merge(cause, 1L, Long::sum));
        verdict.differences().forEach(this::believe);
    }

    void believe(Difference difference) {
        counts.computeIfAbsent(difference.kind(), kind -> new TreeMap<>()).merge(difference.place(), 1L, Long::sum);
        if (differences.size() < Report.MOST) {
            differences.add(difference);
        }
    }

    List<Equation> equations() {
        return tally.equations();
    }

    /** What is waited for, and by how many pages and deliveries. */
    Map<String, Long> causes() {
        return causes;
    }

    Map<Kind, Map<String, Long>> counts() {
        return counts;
    }

    List<Difference> differences() {
        return differences;
    }
}
