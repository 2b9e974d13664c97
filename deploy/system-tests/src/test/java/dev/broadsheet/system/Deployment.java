package dev.broadsheet.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A running Broadsheet that tests talk to from outside: its drop folder and its addresses. */
public interface Deployment extends AutoCloseable {
    /** Where files are dropped. */
    Path drop();

    Addresses addresses();

    @Override
    void close();

    /** Where Kafka, the registry and PostgreSQL are reached. */
    record Addresses(
            String bootstrapServers, String registryUrl, String jdbcUrl, String jdbcUser, String jdbcPassword) {

        public static Addresses of(JsonNode endpoints) {
            return new Addresses(
                    endpoints.get("bootstrapServers").asText(),
                    endpoints.get("schemaRegistryUrl").asText(),
                    endpoints.get("jdbcUrl").asText(),
                    endpoints.path("jdbcUser").asText("postgres"),
                    endpoints.path("jdbcPassword").asText("postgres"));
        }

        /** As an endpoints file of the commands; returns it. */
        Path write(Path file) throws IOException {
            Map<String, String> endpoints = Map.of(
                    "bootstrapServers", bootstrapServers,
                    "schemaRegistryUrl", registryUrl,
                    "jdbcUrl", jdbcUrl,
                    "jdbcUser", jdbcUser,
                    "jdbcPassword", jdbcPassword);
            return Files.write(file, new ObjectMapper().writeValueAsBytes(endpoints));
        }

        /** Settings of one more instance of a service beside those that run. */
        public Map<String, String> environment(String instance, Path state) {
            Map<String, String> environment = new HashMap<>();
            environment.put("BROADSHEET_INSTANCE", instance);
            environment.put("BROADSHEET_KAFKA_BOOTSTRAP_SERVERS", bootstrapServers);
            environment.put("BROADSHEET_REGISTRY_URL", registryUrl);
            environment.put("BROADSHEET_JDBC_URL", jdbcUrl);
            environment.put("BROADSHEET_JDBC_USER", jdbcUser);
            environment.put("BROADSHEET_JDBC_PASSWORD", jdbcPassword);
            environment.put("BROADSHEET_HTTP_PORT", "0");
            environment.put("BROADSHEET_TOPIC_REPLICATION", "1");
            environment.put("BROADSHEET_STATE_DIR", state.resolve(instance).toString());
            return environment;
        }
    }
}
