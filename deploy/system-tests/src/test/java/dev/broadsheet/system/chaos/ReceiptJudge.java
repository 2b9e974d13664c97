package dev.broadsheet.system.chaos;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.broadsheet.contracts.Article;
import dev.broadsheet.contracts.Page;
import dev.broadsheet.contracts.Receipt;
import dev.broadsheet.contracts.ReceiptState;
import dev.broadsheet.system.chaos.Delivery.Kind;
import dev.broadsheet.system.chaos.Findings.Breach;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Whether every delivery has the receipts that it has to have, and none twice. RECEIVED and REJECTED of the intake and all of
 * the sink may come again after a crash with the same bytes: they are counted, not held against the run.
 */
final class ReceiptJudge {
    private static final Set<ReceiptState> OUTCOMES =
            Set.of(ReceiptState.SPLIT, ReceiptState.DUPLICATE, ReceiptState.REJECTED, ReceiptState.FAILED);

    private final Feed feed;
    private final Evidence evidence;
    private final Expected expected;
    private final Findings findings;
    private final Map<String, List<Receipt>> byFile;

    ReceiptJudge(Feed feed, Evidence evidence, Expected expected, Findings findings) {
        this.feed = feed;
        this.evidence = evidence;
        this.expected = expected;
        this.findings = findings;
        this.byFile = withoutRepeats().stream().collect(groupingBy(Receipt::getFileName));
    }

    void judge() {
        Map<String, Integer> splits = new HashMap<>();
        for (Delivery delivery : feed.deliveries()) {
            outcome(delivery);
            if (delivery.kind() != Kind.REJECTED
                    && delivery.kind() != Kind.SPLIT_FAILS
                    && delivery.kind() != Kind.TRUNCATED) {
                splits.merge(Expected.issueId(delivery), count(delivery.fileName(), ReceiptState.SPLIT), Integer::sum);
            }
        }
        splits.forEach((issue, times) -> times("SPLIT of issue " + issue, times, 1));
        expected.pages.values().forEach(this::versions);
        expected.late.forEach(page -> {
            times("LATE of " + page.getDelivery().getFileName(), of(page, ReceiptState.LATE), 1);
            times("ENRICHED of the late " + page.getDelivery().getFileName(), of(page, ReceiptState.ENRICHED), 0);
        });
    }

    /** Exactly one a delivery; a file that was cut off may be two deliveries. */
    private void outcome(Delivery delivery) {
        List<Receipt> all = byFile.getOrDefault(delivery.fileName(), List.of());
        Map<String, Long> outcomes = all.stream()
                .filter(receipt -> receipt.getService().equals("ingest") && OUTCOMES.contains(receipt.getState()))
                .collect(groupingBy(Receipt::getDeliveryId, counting()));
        Set<String> deliveries = all.stream()
                .map(Receipt::getDeliveryId)
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        if (deliveries.isEmpty()) {
            findings.add(Breach.STRANDED, delivery.fileName() + " has no receipt");
        }
        for (String id : deliveries) {
            receivedOnce(delivery, id, all);
            times("outcome of " + delivery.fileName() + " " + id, outcomes.getOrDefault(id, 0L), 1);
        }
        if (delivery.kind() != Kind.TRUNCATED) {
            times("deliveries of " + delivery.fileName(), deliveries.size(), 1);
            for (Receipt receipt : all) {
                if (receipt.getService().equals("ingest")
                        && !allowed(delivery.kind()).contains(receipt.getState())) {
                    findings.add(Breach.WRONG, delivery.fileName() + " (" + delivery.kind() + ") has " + receipt);
                }
            }
        }
    }

    /** A file that is rejected never was; whether one that was cut off is, is for the moment of the cut to say. */
    private void receivedOnce(Delivery delivery, String id, List<Receipt> all) {
        long received = all.stream()
                .filter(receipt -> receipt.getState() == ReceiptState.RECEIVED
                        && receipt.getDeliveryId().equals(id))
                .count();
        boolean readable = delivery.kind() != Kind.REJECTED && delivery.kind() != Kind.TRUNCATED;
        if (readable || received > 1) {
            times("RECEIVED of " + delivery.fileName() + " " + id, received, 1);
        }
    }

    private static Set<ReceiptState> allowed(Kind kind) {
        return switch (kind) {
            case REJECTED -> Set.of(ReceiptState.REJECTED);
            case SPLIT_FAILS -> Set.of(ReceiptState.RECEIVED, ReceiptState.FAILED);
            case VERSION ->
                Set.of(ReceiptState.RECEIVED, ReceiptState.SPLIT, ReceiptState.SUPERSEDED, ReceiptState.LATE);
            case PAGE, DUPLICATE -> Set.of(ReceiptState.RECEIVED, ReceiptState.SPLIT, ReceiptState.DUPLICATE);
            default -> Set.of(ReceiptState.RECEIVED, ReceiptState.SPLIT);
        };
    }

    private void versions(List<Page> versions) {
        for (Page page : versions) {
            String file = page.getDelivery().getFileName();
            boolean newest = page.equals(versions.get(versions.size() - 1));
            long dead = expected.unenriched.stream()
                    .map(Article::getVersion)
                    .filter(page.getVersion()::equals)
                    .count();
            boolean refused = DeadLetterJudge.refused(page);
            times("ENRICHED of " + file, of(page, ReceiptState.ENRICHED), dead == 0 ? 1 : 0);
            times("SUPERSEDED of " + file, of(page, ReceiptState.SUPERSEDED), newest ? 0 : 1);
            long stored = of(page, ReceiptState.STORED);
            if (newest) {
                times("STORED of " + file, stored, dead == 0 && !refused ? 1 : 0);
            } else if (stored > 1) {
                findings.add(Breach.DUPLICATED, "STORED of the superseded " + file + ", " + stored + " times");
            }
        }
    }

    private long of(Page page, ReceiptState state) {
        return byFile.getOrDefault(page.getDelivery().getFileName(), List.of()).stream()
                .filter(receipt -> receipt.getState() == state
                        && page.getVersion().getIssueId().equals(receipt.getIssueId()))
                .count();
    }

    private int count(String file, ReceiptState state) {
        return (int) byFile.getOrDefault(file, List.of()).stream()
                .filter(receipt -> receipt.getState() == state)
                .count();
    }

    private void times(String what, long times, long wanted) {
        if (times < wanted) {
            findings.add(Breach.STRANDED, what + ": " + times + " instead of " + wanted);
        } else if (times > wanted) {
            findings.add(wanted == 0 ? Breach.WRONG : Breach.DUPLICATED, what + ": " + times + " instead of " + wanted);
        }
    }

    private List<Receipt> withoutRepeats() {
        Set<String> seen = new HashSet<>();
        return evidence.receipts().stream()
                .map(Kept::some)
                .filter(receipt -> {
                    boolean again = !seen.add(identity(receipt));
                    if (again) {
                        findings.again("receipts " + receipt.getState() + " of " + receipt.getService(), 1);
                    }
                    return !again;
                })
                .toList();
    }

    /** The same bytes are the same receipt where the edge is at-least-once; those of the streams are never the same. */
    private static String identity(Receipt receipt) {
        boolean intake = receipt.getState() == ReceiptState.RECEIVED || receipt.getState() == ReceiptState.REJECTED;
        return intake || receipt.getService().equals("sink")
                ? receipt.toString()
                : String.valueOf(System.identityHashCode(receipt)) + receipt;
    }
}
