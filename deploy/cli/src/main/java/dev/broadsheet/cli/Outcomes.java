package dev.broadsheet.cli;

import dev.broadsheet.contracts.Receipt;
import dev.broadsheet.contracts.ReceiptState;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What became of the files that were handed in together; a file's first final receipt counts. One thread. */
final class Outcomes {
    private static final Set<ReceiptState> FINAL = Set.of(
            ReceiptState.STORED,
            ReceiptState.DUPLICATE,
            ReceiptState.REJECTED,
            ReceiptState.FAILED,
            ReceiptState.SUPERSEDED,
            ReceiptState.LATE);
    private static final Set<ReceiptState> TROUBLE = Set.of(ReceiptState.REJECTED, ReceiptState.FAILED);

    private final Set<String> open;
    private final Map<String, Receipt> known = new LinkedHashMap<>();

    Outcomes(List<String> names) {
        this.open = new LinkedHashSet<>(names);
    }

    /** True where the receipt settles one of the files. */
    boolean settles(Receipt receipt) {
        if (!FINAL.contains(receipt.getState()) || !open.remove(receipt.getFileName())) {
            return false;
        }
        known.put(receipt.getFileName(), receipt);
        return true;
    }

    /** Files without a final receipt so far. */
    Set<String> open() {
        return open;
    }

    /** Whether every file arrived: stored, superseded by or older than a newer version, or known already. */
    boolean allArrived() {
        return open.isEmpty() && known.values().stream().noneMatch(receipt -> TROUBLE.contains(receipt.getState()));
    }

    static String line(Receipt receipt) {
        StringBuilder line = new StringBuilder(String.format("%-10s %s", receipt.getState(), receipt.getFileName()));
        if (receipt.getArticles() != null) {
            line.append(" (").append(receipt.getArticles()).append(" articles)");
        }
        if (receipt.getReason() != null) {
            line.append(": ").append(receipt.getReason().replaceAll("\\s+", " ")); // one line, whatever a database says
        }
        return line.toString();
    }
}
