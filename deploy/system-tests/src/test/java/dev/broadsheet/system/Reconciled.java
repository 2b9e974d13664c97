package dev.broadsheet.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The release gate: {@code deploy/broadsheet reconcile} of a running installation. */
final class Reconciled {
    private Reconciled() {}

    /** Nothing differs anywhere, and the command says so by its exit code too. */
    static JsonNode withoutDifference(Path data, String... more) throws IOException, InterruptedException {
        Commands.Result result = run(data, more);
        assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
        JsonNode report = new ObjectMapper().readTree(result.out());
        assertThat(report.get("clean").asBoolean()).isTrue();
        assertThat(report.get("pages").asLong()).isPositive();
        return report;
    }

    static Commands.Result run(Path data, String... more) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("reconcile", "--json", "--data", data.toString()));
        arguments.addAll(List.of(more));
        return Commands.broadsheet(arguments);
    }
}
