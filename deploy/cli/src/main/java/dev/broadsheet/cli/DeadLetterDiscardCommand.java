package dev.broadsheet.cli;

import dev.broadsheet.contracts.DeadLetterState;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Puts letters aside. */
@Command(
        name = "discard",
        mixinStandardHelpOptions = true,
        description = {
            "Puts letters aside: they stay readable, and are no longer listed as waiting.",
            "dead-letters replay ID --again takes it back."
        })
final class DeadLetterDiscardCommand implements Callable<Integer> {
    @Mixin
    private EndpointOptions endpoints = new EndpointOptions();

    @Mixin
    private DecisionOptions options = new DecisionOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (!options.misuse().isEmpty()) {
            throw new ParameterException(spec.commandLine(), options.misuse());
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        return new DeadLetterDecision(DeadLetterState.DISCARDED, options, out, System.err)
                .run(endpoints.read(), Clock.systemUTC());
    }
}
