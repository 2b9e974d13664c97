package dev.broadsheet.cli;

import dev.broadsheet.contracts.Receipt;
import dev.broadsheet.contracts.ReceiptState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What became of the files that were handed in together; the first final receipt of a file's own delivery counts. One thread. */
final class Outcomes {
    private static final Set<ReceiptState> FINAL = Set.of(
            ReceiptState.STORED,
            ReceiptState.DUPLICATE,
            ReceiptState.REJECTED,
            ReceiptState.FAILED,
            ReceiptState.SUPERSEDED,
            ReceiptState.LATE);
    private static final Set<ReceiptState> TROUBLE = Set.of(ReceiptState.REJECTED, ReceiptState.FAILED);

    private final Map<String, HandedIn> open = new LinkedHashMap<>();
    private final List<Receipt> known = new ArrayList<>();

    /** No two files have the same name. */
    Outcomes(List<HandedIn> files) {
        files.forEach(file -> open.put(file.name(), file));
    }

    /** True where the receipt settles one of the files. */
    boolean settles(Receipt receipt) {
        HandedIn file = open.get(receipt.getFileName());
        if (file == null || !FINAL.contains(receipt.getState()) || !file.isMeantBy(receipt)) {
            return false;
        }
        open.remove(file.name());
        known.add(receipt);
        return true;
    }

    /** Names of the files without a final receipt so far. */
    Set<String> open() {
        return open.keySet();
    }

    /** Whether every file arrived: stored, superseded by or older than a newer version, or known already. */
    boolean allArrived() {
        return open.isEmpty() && known.stream().noneMatch(receipt -> TROUBLE.contains(receipt.getState()));
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
