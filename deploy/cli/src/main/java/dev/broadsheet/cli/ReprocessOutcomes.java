package dev.broadsheet.cli;

import dev.broadsheet.contracts.Receipt;
import dev.broadsheet.contracts.ReceiptState;
import dev.broadsheet.sink.repair.StandingPage;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What became of the pages of one reprocessing run; a page's first final receipt counts. LATE and SUPERSEDED: a corrected
 * page came meanwhile and stands. One thread.
 */
final class ReprocessOutcomes {
    private static final Set<ReceiptState> FINAL =
            Set.of(ReceiptState.STORED, ReceiptState.FAILED, ReceiptState.LATE, ReceiptState.SUPERSEDED);

    private final long generation;
    private final Map<String, StandingPage> open = new HashMap<>();
    private final Map<ReceiptState, Integer> counts = new EnumMap<>(ReceiptState.class);

    ReprocessOutcomes(Collection<StandingPage> pages, long generation) {
        pages.forEach(page -> open.put(page.issueId(), page));
        this.generation = generation;
    }

    /** True where the receipt settles one of the pages; that of a run that overtook this one does too. */
    boolean settles(Receipt receipt) {
        if (!FINAL.contains(receipt.getState())
                || receipt.getGeneration() < generation
                || receipt.getIssueId() == null
                || open.remove(receipt.getIssueId()) == null) {
            return false;
        }
        counts.merge(receipt.getState(), 1, Integer::sum);
        return true;
    }

    /** Pages without a final receipt so far. */
    Collection<StandingPage> open() {
        return open.values();
    }

    boolean allStand() {
        return open.isEmpty() && !counts.containsKey(ReceiptState.FAILED);
    }

    /** For example "24 STORED, 1 LATE". */
    String totals() {
        String settled = counts.entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey())
                .collect(Collectors.joining(", "));
        String still = open.isEmpty() ? "" : open.size() + " without an outcome";
        return settled + (settled.isEmpty() || still.isEmpty() ? "" : ", ") + still;
    }
}
