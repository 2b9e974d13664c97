package dev.broadsheet.standalone;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where other programs reach a running installation: the content of endpoints.json, which is there while it runs.
 *
 * @param jdbcPassword any text would do: PostgreSQL trusts whoever reaches the loopback interface
 * @param dropFolder where page files are handed in; null where several feeds have a folder each
 * @param httpPorts of /live, /ready and /metrics by service
 * @param consoleUrl the console's page; its API is below api/v1
 * @param pid the process to stop with SIGTERM
 */
@JsonPropertyOrder({
    "bootstrapServers",
    "schemaRegistryUrl",
    "jdbcUrl",
    "jdbcUser",
    "jdbcPassword",
    "topicPrefix",
    "dropFolder",
    "httpPorts",
    "consoleUrl",
    "pid"
})
public record StandaloneEndpoints(
        String bootstrapServers,
        String schemaRegistryUrl,
        String jdbcUrl,
        String jdbcUser,
        String jdbcPassword,
        String topicPrefix,
        @Nullable String dropFolder,
        Map<String, Integer> httpPorts,
        String consoleUrl,
        long pid) {
    public StandaloneEndpoints {
        httpPorts = Map.copyOf(httpPorts);
    }

    /** Never half written: whoever sees the file can read it. */
    void write(Path file) throws IOException {
        Path whole = file.resolveSibling(file.getFileName() + ".part");
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(whole.toFile(), this);
        try {
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
