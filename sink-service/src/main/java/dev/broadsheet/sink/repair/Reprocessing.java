package dev.broadsheet.sink.repair;

import dev.broadsheet.sink.repair.PageSelection.Chosen;
import dev.broadsheet.sink.repair.PageSelection.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Has pages that stand read again from the bytes that were received. One run at a time: a newer one ends an older. */
public final class Reprocessing {
    private Reprocessing() {}

    /** What was, or would be, handed on, as which generation. */
    public record Outcome(long generation, List<StandingPage> handedOn, List<Refusal> refused) {}

    /** What {@link #run} would do but for bytes that have expired; writes nothing. */
    public static Outcome rehearse(Installation where, PageSelection selection) {
        StandingPages standing = StandingPages.read(where);
        Chosen chosen = selection.from(standing.pages());
        return new Outcome(standing.highestGeneration() + 1, chosen.pages(), chosen.refused());
    }

    /**
     * Writes the chosen pages' issues on issues.backfill.
     *
     * @throws OvertakenException where another run was begun meanwhile; what this one had handed on is done all the same
     * @throws RepairException where Kafka does not answer or refuses
     */
    public static Outcome run(Installation where, PageSelection selection) {
        // The writer first: from then on no other run can take a generation that this one does not see.
        try (BackfillWriter writer = BackfillWriter.open(where)) {
            Outcome planned = rehearse(where, selection);
            List<StandingPage> expired = write(where, writer, planned);
            List<Refusal> refused = new ArrayList<>(planned.refused());
            expired.forEach(page -> refused.add(expired(page)));
            Set<StandingPage> left = new HashSet<>(expired);
            return new Outcome(
                    planned.generation(),
                    planned.handedOn().stream()
                            .filter(page -> !left.contains(page))
                            .toList(),
                    refused);
        }
    }

    /** That the bytes of a page are no longer there. */
    public static Refusal expired(StandingPage page) {
        return new Refusal(
                page.issueId(),
                "the bytes of " + page.fileName() + " (page " + page.pageId() + ", issue " + page.issueId()
                        + ") have expired, so it stays as it is; drop the file again, which will be a"
                        + " DUPLICATE but brings its bytes back, and reprocess it then");
    }

    private static List<StandingPage> write(Installation where, BackfillWriter writer, Outcome planned) {
        try (IssueFinder finder = new IssueFinder(where)) {
            List<StandingPage> expired =
                    finder.find(planned.handedOn(), (page, issue) -> writer.write(page, issue, planned.generation()));
            writer.commit();
            return expired;
        }
    }
}
