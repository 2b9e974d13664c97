package dev.broadsheet.cli;

import dev.broadsheet.contracts.DeadLetter;
import dev.broadsheet.contracts.DeadLetterState;
import dev.broadsheet.sink.repair.DeadLetterEntry;
import dev.broadsheet.sink.repair.DeadLetterTopic;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which letters there are. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = {
            "Letters oldest first, one a line, then how many there are of each stage and cause.",
            "Without --state those that wait: what replay and discard act on with the same filters."
        })
final class DeadLetterListCommand implements Callable<Integer> {
    /** Which states are shown. */
    enum Shown {
        DEAD,
        REPLAYED,
        DISCARDED,
        ALL
    }

    @Mixin
    private EndpointOptions endpoints = new EndpointOptions();

    @Mixin
    private DeadLetterFilter filter = new DeadLetterFilter();

    @Option(names = "--state", paramLabel = "STATE", defaultValue = "DEAD", description = "${COMPLETION-CANDIDATES}.")
    private Shown state = Shown.DEAD;

    @Option(names = "--json", description = "One JSON document a line; the counts go to standard error.")
    private boolean json;

    @Override
    public Integer call() {
        Endpoints where = endpoints.read();
        Predicate<DeadLetter> wanted = filter.predicate(where).and(this::isShown);
        try (DeadLetterTopic letters = new DeadLetterTopic(where, DeadLetterLines::tell)) {
            List<DeadLetterEntry> found = letters.standing().stream()
                    .filter(entry -> wanted.test(entry.letter()))
                    .toList();
            PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            found.forEach(
                    entry -> out.println(json ? DeadLetterLines.json(entry) : DeadLetterLines.line(entry.letter())));
            DeadLetterLines.counts(found, json ? System.err : out);
        }
        return 0;
    }

    private boolean isShown(DeadLetter letter) {
        return state == Shown.ALL || letter.getState() == DeadLetterState.valueOf(state.name());
    }
}
