package dev.broadsheet.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandaloneEndpointsTest {
    @TempDir
    Path folder;

    @Test
    void theFileHoldsWhatOtherProgramsNeed() throws IOException {
        Path file = folder.resolve("endpoints.json");

        new StandaloneEndpoints(
                        "127.0.0.1:1",
                        "http://127.0.0.1:2/apis/ccompat/v7",
                        "jdbc:postgresql://127.0.0.1:3/broadsheet",
                        "postgres",
                        "postgres",
                        "broadsheet.",
                        "/data/drop",
                        Map.of("ingest", 4, "enrich", 5, "sink", 6),
                        "http://127.0.0.1:8/",
                        7)
                .write(file);

        JsonNode written = new ObjectMapper().readTree(file.toFile());
        assertThat(written.get("bootstrapServers").asText()).isEqualTo("127.0.0.1:1");
        assertThat(written.get("schemaRegistryUrl").asText()).isEqualTo("http://127.0.0.1:2/apis/ccompat/v7");
        assertThat(written.get("jdbcUrl").asText()).isEqualTo("jdbc:postgresql://127.0.0.1:3/broadsheet");
        assertThat(written.get("jdbcUser").asText()).isEqualTo("postgres");
        assertThat(written.get("topicPrefix").asText()).isEqualTo("broadsheet.");
        assertThat(written.get("dropFolder").asText()).isEqualTo("/data/drop");
        assertThat(written.get("httpPorts").get("sink").asInt()).isEqualTo(6);
        assertThat(written.get("consoleUrl").asText()).isEqualTo("http://127.0.0.1:8/");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }
}
