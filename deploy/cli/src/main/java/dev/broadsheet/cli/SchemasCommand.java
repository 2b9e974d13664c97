package dev.broadsheet.cli;

import dev.broadsheet.contracts.SchemaCatalog;
import dev.broadsheet.contracts.SchemaCatalog.Finding;
import dev.broadsheet.contracts.SchemaCatalog.Verdict;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** In production the services do not register schemas; an operator does, with these. */
@Command(
        name = "schemas",
        mixinStandardHelpOptions = true,
        description = "Compares the contracts with a schema registry, or registers them.")
final class SchemasCommand {
    /** What talks to the catalogue of a registry. */
    private interface Work<R> {
        R on(SchemaCatalog catalog) throws IOException;
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = {
                "Compares every subject with the registry and writes nothing.",
                "Exit code 1 where one is incompatible or not registered."
            })
    int check(@Mixin EndpointOptions endpoints) {
        List<Finding> findings = with(endpoints.read(), SchemaCatalog::check);
        boolean ready = true;
        for (Finding finding : findings) {
            System.out.printf("%-12s %s%n", finding.verdict(), finding.subject());
            finding.reasons().forEach(reason -> System.out.println("    " + reason));
            ready &= finding.verdict() == Verdict.SAME;
        }
        if (!ready) {
            System.err.println(
                    "Not every subject is registered as it stands here; deploy/broadsheet schemas register does it.");
        }
        return ready ? 0 : 1;
    }

    @Command(
            name = "register",
            mixinStandardHelpOptions = true,
            description = {
                "Registers every subject that is new or compatible and sets " + SchemaCatalog.COMPATIBILITY + " on it.",
                "Repeatable. Exit code 1, and nothing is written, where one is incompatible."
            })
    int register(@Mixin EndpointOptions endpoints) {
        Endpoints where = endpoints.read();
        List<Finding> broken = with(where, SchemaCatalog::check).stream()
                .filter(finding -> finding.verdict() == Verdict.INCOMPATIBLE)
                .toList();
        if (!broken.isEmpty()) {
            broken.forEach(finding -> System.err.println(finding.subject() + ": " + finding.reasons()));
            throw new UserException(
                    "nothing was registered: " + broken.size() + " subjects are incompatible with the registry's");
        }
        with(where, SchemaCatalog::register).forEach(subject -> System.out.println("registered " + subject));
        return 0;
    }

    private static <R> R with(Endpoints where, Work<R> work) {
        try (SchemaCatalog catalog = new SchemaCatalog(where.topics(), where.registryClient())) {
            return work.on(catalog);
        } catch (IOException e) {
            throw new UserException(
                    "the schema registry at " + where.schemaRegistryUrl() + " cannot be used: " + e.getMessage());
        }
    }
}
