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
        boolean kept = !story.receivedAt().isBefore(known.issuesKeptSince());
        if (story.has("RECEIVED") && kept && story.issue() == null && !givenUp(story, known)) {
            tell(verdict, story, known, Kind.LOST, "issues", "it was received, but its bytes are not there");
        }
        if (story.issue() != null && !story.has("RECEIVED")) {
            tell(verdict, story, known, Kind.LOST, "receipts", "its bytes are there, but no RECEIVED receipt");
        }
        OUTCOMES.stream()
                .filter(story::has)
                .findFirst()
                .ifPresentOrElse(outcome -> ended(verdict, story, known, outcome), () -> open(verdict, story, known));
        return verdict;
    }

    private static void ended(Verdict verdict, DeliveryStory story, Knowledge known, String outcome) {
        String issueId = story.issueId();
        if (outcome.equals(FAILED)
                && issueId != null
                && !givenUp(story, known)
                && known.letters().replayed(Knowledge.SPLIT, issueId, null)) {
            tell(
                    verdict,
                    story,
                    known,
                    Kind.STRANDED,
                    "receipts",
                    "it failed and was replayed, but has no outcome since");
        } else {
            verdict.tally().part(DELIVERIES, outcome.toLowerCase(Locale.ROOT), 1);
        }
    }

    private static void open(Verdict verdict, DeliveryStory story, Knowledge known) {
        IssueFact issue = story.issue();
        if (givenUp(story, known)) {
            verdict.tally().part(DELIVERIES, "failed", 1);
        } else if (issue != null && !known.progress().passed("issues", issue.partition(), issue.offset())) {
            verdict.pending();
            verdict.tally().part(DELIVERIES, PENDING, 1);
        } else {
            tell(verdict, story, known, Kind.STRANDED, "receipts", "it was received, but nothing became of it");
        }
    }

    private static boolean givenUp(DeliveryStory story, Knowledge known) {
        String issueId = story.issueId();
        return issueId != null && known.letters().hold(Knowledge.SPLIT, issueId, null);
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
