package dev.broadsheet.sink.reconcile;

import static dev.broadsheet.sink.reconcile.Tally.PENDING;

import dev.broadsheet.sink.reconcile.Fact.IssueFact;
import java.util.List;
import java.util.Locale;

/** Holds a delivery to {@code deliveries = split + duplicate + rejected + failed + pending}. Pure. */
final class DeliveryAudit {
    static final String DELIVERIES = "deliveries";

    private static final String FAILED = "FAILED";
    /** Outcomes, the one that counts first: what failed and was replayed is split. */
    private static final List<String> OUTCOMES = List.of("SPLIT", "DUPLICATE", FAILED, "REJECTED");

    private DeliveryAudit() {}

    static void equations(Tally tally) {
        tally.with(DELIVERIES, "split", "duplicate", "rejected", "failed", PENDING);
    }

    static Verdict of(DeliveryStory story, Knowledge known) {
        Verdict verdict = new Verdict();
        verdict.tally().total(DELIVERIES, 1);
        String outcome = OUTCOMES.stream().filter(story::has).findFirst().orElse(null);
        boolean open = outcome == null || outcome.equals(FAILED);
        Fate fate = open ? fate(story, known, verdict) : Fate.NONE;
        boolean kept = !story.receivedAt().isBefore(known.issuesKeptSince());
        if (story.has("RECEIVED") && kept && story.issue() == null && fate == Fate.NONE) {
            tell(verdict, story, known, Kind.LOST, "issues", "it was received, but its bytes are not there");
        }
        if (story.issue() != null && !story.has("RECEIVED")) {
            tell(verdict, story, known, Kind.LOST, "receipts", "its bytes are there, but no RECEIVED receipt");
        }
        if (outcome == null || open) {
            open(verdict, story, known, fate);
        } else {
            part(verdict, outcome);
        }
        return verdict;
    }

    /** Of a delivery that came to no end but, at most, a failure. */
    private static void open(Verdict verdict, DeliveryStory story, Knowledge known, Fate fate) {
        IssueFact issue = story.issue();
        if (fate == Fate.WAITING) {
            verdict.tally().part(DELIVERIES, PENDING, 1);
        } else if (fate == Fate.REPLAYED) {
            String what = story.has(FAILED) ? "it failed and was replayed" : "its dead letter was replayed";
            tell(verdict, story, known, Kind.STRANDED, "receipts", what + ", but has no outcome since");
        } else if (fate == Fate.DEAD || story.has(FAILED)) {
            part(verdict, FAILED);
        } else if (issue != null && !known.progress().passed("issues", issue.partition(), issue.offset())) {
            verdict.pending(Knowledge.SPLIT, "issues");
            verdict.tally().part(DELIVERIES, PENDING, 1);
        } else {
            tell(verdict, story, known, Kind.STRANDED, "receipts", "it was received, but nothing became of it");
        }
    }

    private static Fate fate(DeliveryStory story, Knowledge known, Verdict verdict) {
        String issueId = story.issueId();
        if (issueId == null) {
            return Fate.NONE;
        }
        Fate own =
                known.fateOf(Work.ofDelivery(Knowledge.SPLIT, story.deliveryId(), issueId), version -> true, verdict);
        // Of bytes that nobody can read the key tells the issue, not the delivery.
        Fate fate = own == Fate.NONE
                ? known.fateOf(new Work(Knowledge.SPLIT, "issues", issueId), version -> true, verdict)
                : own;
        return fate == Fate.NONE && isForgotten(story, known) ? Fate.DEAD : fate;
    }

    /** Whether the letter may be gone that told why nothing became of it. */
    private static boolean isForgotten(DeliveryStory story, Knowledge known) {
        IssueFact issue = story.issue();
        return story.receivedAt().isBefore(known.lettersKeptSince())
                && (issue == null || known.progress().passed("issues", issue.partition(), issue.offset()));
    }

    private static void part(Verdict verdict, String outcome) {
        verdict.tally().part(DELIVERIES, outcome.toLowerCase(Locale.ROOT), 1);
    }

    private static void tell(
            Verdict verdict, DeliveryStory story, Knowledge known, Kind kind, String place, String what) {
        verdict.difference(new Difference(
                kind,
                place,
                story.deliveryId(),
                story.issueId(),
                null,
                story.fileName(),
                what,
                Advice.of(kind, place, known.store(), story.issueId())));
    }
}
