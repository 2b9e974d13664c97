package dev.broadsheet.sink.reconcile;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a reconciliation found.
 *
 * @param at when it began
 * @param since pages and deliveries received before were left out; the epoch where none were
 * @param looks how often it looked: once where nothing seemed wrong
 * @param waits what is waited for, in words, and by how many pages and deliveries
 * @param counts differences by kind, then by place; only those that are
 * @param differences the first {@value #MOST}, in the order they were found
 */
public record Report(
        Instant at,
        Instant since,
        Duration took,
        int looks,
        List<Equation> equations,
        Map<String, Long> waits,
        Map<Kind, Map<String, Long>> counts,
        List<Difference> differences) {
    /** Most differences that are told one by one; all are counted. */
    public static final int MOST = 10_000;

    /** Whether there is no difference and every equation holds. */
    public boolean isClean() {
        return total() == 0 && equations.stream().allMatch(equation -> equation.missing() == 0);
    }

    public long total() {
        return counts.values().stream()
                .flatMap(places -> places.values().stream())
                .mapToLong(Long::longValue)
                .sum();
    }

    public long count(Kind kind) {
        return counts.getOrDefault(kind, Map.of()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Pages that were held against topics and store. */
    public long pages() {
        return equation(PageAudit.PAGES).total();
    }

    /** Pages and deliveries that something is still on its way for. */
    public long pending() {
        return equation(PageAudit.PAGES).parts().getOrDefault(Tally.PENDING, 0L)
                + equation(DeliveryAudit.DELIVERIES).parts().getOrDefault(Tally.PENDING, 0L);
    }

    private Equation equation(String name) {
        return equations.stream()
                .filter(equation -> equation.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
