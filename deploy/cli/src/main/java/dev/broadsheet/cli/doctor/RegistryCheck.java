package dev.broadsheet.cli.doctor;

import dev.broadsheet.contracts.SchemaCatalog;
import dev.broadsheet.contracts.SchemaCatalog.Finding;
import dev.broadsheet.contracts.SchemaCatalog.Verdict;
import dev.broadsheet.contracts.Topics;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The schema registry: whether it answers, knows this version's schemas, and would refuse incompatible ones. */
public final class RegistryCheck implements Check {
    private static final String SUBJECT = "registry";
    private static final String REGISTER = "deploy/broadsheet schemas register";

    private final Topics topics;
    private final Map<String, String> registry;

    /** {@code registry}: keys of Confluent's client. */
    public RegistryCheck(Topics topics, Map<String, String> registry) {
        this.topics = topics;
        this.registry = Map.copyOf(registry);
    }

    @Override
    public String subject() {
        return SUBJECT;
    }

    @Override
    public void run(Findings findings) {
        try (SchemaCatalog catalog = new SchemaCatalog(topics, registry)) {
            List<Finding> schemas = catalog.check();
            schemas.forEach(schema -> schema(schema, findings));
            if (schemas.stream().allMatch(schema -> schema.verdict() == Verdict.SAME)) {
                findings.ok(SUBJECT, "it answers and knows this version's " + schemas.size() + " schemas");
            }
            guards(catalog.weaklyGuarded(), findings);
        } catch (IOException e) {
            findings.fail(
                    SUBJECT,
                    registry.get("schema.registry.url") + " cannot be used: " + e.getMessage(),
                    "start it, or mend schemaRegistryUrl and the \"registry\" settings of the endpoints file");
        }
    }

    private static void schema(Finding schema, Findings findings) {
        switch (schema.verdict()) {
            case SAME -> {}
            case NEW -> findings.fail(SUBJECT, "subject " + schema.subject() + " is not registered", REGISTER);
            case COMPATIBLE ->
                findings.fail(
                        SUBJECT,
                        "subject " + schema.subject() + " lacks this version's schema, which would be compatible",
                        REGISTER);
            case INCOMPATIBLE ->
                findings.fail(
                        SUBJECT,
                        "this version's schema of " + schema.subject() + " is incompatible with the registry's: "
                                + schema.reasons(),
                        "use the version of Broadsheet that registered it, or another topic prefix");
        }
    }

    private static void guards(Map<String, String> levels, Findings findings) {
        if (levels.isEmpty()) {
            findings.ok(SUBJECT, "every subject is guarded by " + SchemaCatalog.COMPATIBILITY);
        } else {
            findings.warn(
                    SUBJECT,
                    "subjects that would take schemas which readers cannot read: " + levels,
                    REGISTER + " sets " + SchemaCatalog.COMPATIBILITY);
        }
    }
}
