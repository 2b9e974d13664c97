package dev.broadsheet.cli;

import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Which letters something is decided about: by id, by filter, or all of them. */
final class DecisionOptions {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec command;

    @Parameters(arity = "0..*", paramLabel = "ID", description = "Letters by id, as list prints it.")
    private List<String> ids = List.of();

    @Mixin
    private DeadLetterFilter filter = new DeadLetterFilter();

    @Option(names = "--all", description = "Every letter that is DEAD; needed where neither ids nor filters are given.")
    private boolean all;

    @Option(names = "--again", description = "With ids: also letters that were replayed or discarded before.")
    private boolean again;

    @Option(names = "--dry-run", description = "Tell what would be done, and write nothing.")
    private boolean dryRun;

    List<String> ids() {
        return ids;
    }

    DeadLetterFilter filter() {
        return filter;
    }

    boolean again() {
        return again;
    }

    boolean dryRun() {
        return dryRun;
    }

    /** Refuses options that do not go together. */
    void check() {
        if (!ids.isEmpty() && (all || !filter.isEmpty())) {
            throw misuse("name letters either by id or by filter");
        }
        if (ids.isEmpty() && all && !filter.isEmpty()) {
            throw misuse("--all is every letter; leave it out to act on what the filters leave");
        }
        if (ids.isEmpty() && again) {
            throw misuse("--again is for letters named by id");
        }
        if (ids.isEmpty() && !all && filter.isEmpty()) {
            throw misuse(
                    "which letters? Give ids, filters (--stage, --cause, --since, --until, --issue), or --all; dead-letters list shows them");
        }
    }

    private ParameterException misuse(String message) {
        return new ParameterException(command.commandLine(), message);
    }
}
