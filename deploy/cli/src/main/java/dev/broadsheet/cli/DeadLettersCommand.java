package dev.broadsheet.cli;

import dev.broadsheet.contracts.DeadLetterState;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
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
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        return new DeadLetterDecision(state, options, out, System.err).run(endpoints.read(), Clock.systemUTC());
    }
}
