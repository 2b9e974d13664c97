package dev.broadsheet.sink.operations;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.broadsheet.contracts.DeadLetterState;
import dev.broadsheet.sink.console.Answer;
import dev.broadsheet.sink.console.ApiRequest;
import dev.broadsheet.sink.console.Json;
import dev.broadsheet.sink.repair.DeadLetterDecision;
import dev.broadsheet.sink.repair.DeadLetterDecision.Choice;
import dev.broadsheet.sink.repair.Installation;
import dev.broadsheet.sink.repair.PageSelection;
import dev.broadsheet.sink.repair.Reprocessing;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Replay, discard and reprocess, by the code that the command line runs; one line in the log each. Any thread. */
final class Repairs {
    private static final Logger LOG = LoggerFactory.getLogger(Repairs.class);
    private static final int ACCEPTED = 202;
    private static final int MOST = 1_000;

    private final Installation where;
    private final Clock clock;

    Repairs(Installation where, Clock clock) {
        this.where = where;
        this.clock = clock;
    }

    Answer replay(ApiRequest request) {
        return decide(request, DeadLetterState.REPLAYED);
    }

    Answer discard(ApiRequest request) {
        return decide(request, DeadLetterState.DISCARDED);
    }

    private Answer decide(ApiRequest request, DeadLetterState state) {
        Choice choice = DeadLetterDecision.named(request.texts("ids", MOST), request.flag("again"));
        boolean dryRun = request.flag("dryRun");
        String by = request.caller().by();
        DeadLetterDecision decision = new DeadLetterDecision(state, where, clock, LOG::warn);
        DeadLetterDecision.Outcome outcome =
                Brokers.ask(() -> dryRun ? decision.rehearse(choice) : decision.decide(choice, by, false));
        LOG.info(
                "{} {} {} dead letters, {} refused{}",
                by,
                state.name().toLowerCase(Locale.ROOT),
                outcome.decided().size(),
                outcome.refused().size(),
                dryRun ? " (dry run)" : "");
        ObjectNode answer = Json.object().put("decided", outcome.decided().size());
        var refused = answer.putArray("refused");
        outcome.refused().forEach(one -> refused.addObject().put("id", one.id()).put("reason", one.reason()));
        return Answer.ok(answer);
    }

    Answer reprocess(ApiRequest request) {
        List<String> issues = request.texts("issues", MOST);
        boolean dryRun = request.flag("dryRun");
        PageSelection selection = new PageSelection(issues, null, null);
        Reprocessing.Outcome outcome = Brokers.ask(
                () -> dryRun ? Reprocessing.rehearse(where, selection) : Reprocessing.run(where, selection));
        LOG.info(
                "{} reprocesses {} pages as generation {}, {} refused{}",
                request.caller().by(),
                outcome.handedOn().size(),
                outcome.generation(),
                outcome.refused().size(),
                dryRun ? " (dry run)" : "");
        ObjectNode answer = Json.object()
                .put("generation", outcome.generation())
                .put("handedOn", outcome.handedOn().size());
        var refused = answer.putArray("refused");
        outcome.refused()
                .forEach(one -> refused.addObject().put("issue", one.issue()).put("reason", one.reason()));
        return Answer.of(ACCEPTED, answer);
    }
}
