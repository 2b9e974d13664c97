package dev.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.broadsheet.cli.status.Overview;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against an installation that is away; a sound one is looked at in the system tests. */
class StatusCommandTest {
    @TempDir
    Path data;

    @Test
    void whatIsAwayIsSaidAndEndsWithOne() throws IOException {
        Files.writeString(data.resolve("endpoints.json"), """
            {"bootstrapServers": "127.0.0.1:1", "schemaRegistryUrl": "http://127.0.0.1:1",
             "kafka": {"default.api.timeout.ms": "1000", "request.timeout.ms": "500"},
             "jdbcUrl": "jdbc:postgresql://127.0.0.1:1/broadsheet", "httpPorts": {"sink": 1}}
            """);

        Command status = Command.run("status", "--json", "--data", data.toString());

        assertThat(status.exitCode()).isEqualTo(1);
        JsonNode overview = new ObjectMapper().readTree(status.out());
        assertThat(overview.get("troubles"))
                .extracting(JsonNode::asText)
                .satisfiesExactly(
                        kafka -> assertThat(kafka).startsWith("Kafka at 127.0.0.1:1 does not answer"),
                        store -> assertThat(store).startsWith("PostgreSQL").contains("refused"),
                        sink -> assertThat(sink).isEqualTo("sink is not ready: does not answer on port 1"));
        assertThat(Instant.parse(overview.get("at").asText())).isBeforeOrEqualTo(Instant.now());
        assertThat(overview.get("groups").isNull()).isTrue();
    }

    @Test
    void aMissingInstallationIsOneSentence() {
        Command status = Command.run("status", "--data", data.toString());

        assertThat(status.exitCode()).isEqualTo(1);
        assertThat(status.err().lines()).hasSize(1);
    }

    @Test
    void aScreenIsWrittenOverTheLastOneAndEndsWhereTheTerminalDoes() {
        Overview overview = new Overview(Instant.EPOCH, List.of(), null, null, null, null, List.of());

        assertThat(StatusCommand.screen(overview, 80, 3))
                .isEqualTo("\033[HBroadsheet at 1970-01-01 00:00:00 UTC: all is well\033[K\r\n\033[K\r\n"
                        + "services      none on this machine\033[K\033[J");
    }
}
