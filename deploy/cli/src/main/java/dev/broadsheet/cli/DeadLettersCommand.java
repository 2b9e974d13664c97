package dev.broadsheet.cli;

import dev.broadsheet.contracts.DeadLetterState;
import dev.broadsheet.sink.repair.DeadLetterDecision;
import dev.broadsheet.sink.repair.DeadLetterDecision.Choice;
import dev.broadsheet.sink.repair.DeadLetterDecision.Outcome;
import dev.broadsheet.sink.repair.DeadLetterDecision.Refusal;
import dev.broadsheet.sink.repair.DeadLetterEntry;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What an operator does with records that a stage gave up. */
@Command(
        name = "dead-letters",
        mixinStandardHelpOptions = true,
        description = {
            "Records that a stage could not process, kept whole: shows them, has them tried again, or puts them aside.",
            "A letter is DEAD until it is replayed or discarded, and DEAD again if its replay fails."
        },
        subcommands = {DeadLetterListCommand.class, DeadLetterShowCommand.class})
final class DeadLettersCommand {
    @Command(
            mixinStandardHelpOptions = true,
            description = {
                "Has letters tried again by the stage that gave them up; no subscriber sees a record twice by it.",
                "A letter whose replay fails is DEAD again, under the same id, with one attempt more."
            })
    int replay(@Mixin EndpointOptions endpoints, @Mixin DecisionOptions options) {
        return decide(DeadLetterState.REPLAYED, endpoints, options);
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = {
                "Puts letters aside: they stay readable, and are no longer listed as waiting.",
                "dead-letters replay ID --again takes it back."
            })
    int discard(@Mixin EndpointOptions endpoints, @Mixin DecisionOptions options) {
        return decide(DeadLetterState.DISCARDED, endpoints, options);
    }

    private static int decide(DeadLetterState state, EndpointOptions endpoints, DecisionOptions options) {
        options.check();
        Endpoints where = endpoints.read();
        boolean named = !options.ids().isEmpty();
        Choice choice = named
                ? DeadLetterDecision.named(options.ids(), options.again())
                : DeadLetterDecision.waiting(options.filter().predicate(where));
        DeadLetterDecision decision = new DeadLetterDecision(state, where, Clock.systemUTC(), DeadLetterLines::tell);
        Outcome outcome = options.dryRun()
                ? decision.rehearse(choice)
                : decision.decide(choice, "cli:" + System.getProperty("user.name"), named);
        List<String> problems = outcome.refused().stream()
                .map(refusal -> sentence(state, refusal))
                .toList();
        if (named && !problems.isEmpty()) {
            throw new UserException("nothing was written: " + String.join("\n", problems));
        }
        problems.forEach(DeadLetterLines::tell);
        print(state, options.dryRun(), outcome.decided());
        return problems.isEmpty() ? 0 : BroadsheetMain.FAILED;
    }

    private static String sentence(DeadLetterState state, Refusal refusal) {
        return refusal.reason()
                + switch (refusal.obstacle()) {
                    case UNKNOWN -> "; dead-letters list --state all shows those that there are";
                    case DECIDED ->
                        "; with --again it is "
                                + (state == DeadLetterState.REPLAYED ? "replayed once more" : "discarded all the same");
                    case IMPOSSIBLE -> "";
                };
    }

    private static void print(DeadLetterState state, boolean dryRun, List<DeadLetterEntry> decided) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        decided.forEach(entry -> out.println(DeadLetterLines.line(entry.letter())));
        out.print(dryRun ? "would be " : "");
        out.print(state == DeadLetterState.REPLAYED ? "replayed: " : "discarded: ");
        DeadLetterLines.counts(decided, out);
    }
}
