package dev.broadsheet.runtime;

import dev.broadsheet.contracts.SchemaCatalog;
import dev.broadsheet.contracts.SchemaCatalog.Finding;
import dev.broadsheet.contracts.SchemaCatalog.Verdict;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.List;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits, before a service begins, until the schema registry answers and knows this version's schemas: without them every
 * record would be a dead letter. Readiness says what is awaited. Not asked where the clients register schemas themselves.
 */
final class SchemaWait {
    private static final Logger LOG = LoggerFactory.getLogger(SchemaWait.class);
    private static final String COMPONENT = "registry";

    private final CommonSettings common;
    private final Health health;

    private SchemaWait(CommonSettings common, Health health) {
        this.common = common;
        this.health = health;
    }

    /** Throws {@link SettingsException} where schemas are incompatible, and Kafka's InterruptException when interrupted. */
    static void until(CommonSettings common, Health health, Backoff backoff) {
        if (!Boolean.parseBoolean(common.registry().getOrDefault("auto.register.schemas", "false"))) {
            new SchemaWait(common, health).until(backoff);
        }
    }

    private void until(Backoff backoff) {
        while (!known()) {
            if (!backoff.pause()) {
                throw new InterruptException("stopped while waiting for the schema registry at " + url());
            }
        }
        health.up(COMPONENT);
    }

    private boolean known() {
        try (SchemaCatalog catalog = new SchemaCatalog(common.topics(), common.registry())) {
            List<Finding> findings = catalog.check();
            refuse(findings);
            List<String> missing = findings.stream()
                    .filter(finding -> finding.verdict() != Verdict.SAME)
                    .map(Finding::subject)
                    .toList();
            if (!missing.isEmpty()) {
                health.down(
                        COMPONENT,
                        "waiting for schemas that are not registered: " + String.join(", ", missing)
                                + "; deploy/broadsheet schemas register does it");
            }
            return missing.isEmpty();
        } catch (IOException e) {
            LOG.debug("{}", url(), e);
            health.down(
                    COMPONENT,
                    "waiting for the schema registry at " + url() + refusal(e)); // the same words, so logged once
            return false;
        }
    }

    // A registry that answers, but not what is asked, is an operator's to mend: a wrong password, a missing right.
    private static String refusal(IOException failure) {
        return Causes.root(failure) instanceof RestClientException refused
                ? ", which refuses: " + refused.getMessage()
                : "";
    }

    private static void refuse(List<Finding> findings) {
        List<String> problems = findings.stream()
                .filter(finding -> finding.verdict() == Verdict.INCOMPATIBLE)
                .map(finding -> "the schema of " + finding.subject() + " is incompatible with the registry's "
                        + finding.reasons()
                        + "; use the version of Broadsheet that registered it, or another topic prefix")
                .toList();
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
    }

    private String url() {
        return common.registry().getOrDefault("schema.registry.url", "(none given)");
    }
}
