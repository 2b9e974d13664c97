package dev.broadsheet.cli;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.broadsheet.contracts.Topics;
import dev.broadsheet.sink.postgresql.Jdbc;
import dev.broadsheet.sink.repair.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Where a running installation is reached: DIR/endpoints.json of {@code run}, or a file of the same shape for a production
 * cluster, which may add the clients' own settings under "kafka" and "registry", and where PostgreSQL is.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Endpoints(
        @JsonProperty(value = "bootstrapServers", required = true)
        String bootstrapServers,

        @JsonProperty(value = "schemaRegistryUrl", required = true)
        String schemaRegistryUrl,

        @Nullable String topicPrefix,
        @Nullable String dropFolder,
        @Nullable Map<String, String> kafka,
        @Nullable Map<String, String> registry,
        @Nullable String jdbcUrl,
        @Nullable String jdbcUser,
        @Nullable String jdbcPassword,
        @Nullable Map<String, Integer> httpPorts,
        @Nullable Long pid)
        implements Installation {

    /** Throws {@link UserException} where the file is missing or is no endpoints file. */
    static Endpoints read(Path file) {
        if (!Files.exists(file)) {
            throw new UserException("there is no " + file
                    + "; start Broadsheet with deploy/broadsheet run, or name the right folder with --data or"
                    + " file with --endpoints");
        }
        try {
            return new ObjectMapper().readValue(file.toFile(), Endpoints.class);
        } catch (IOException e) {
            throw new UserException(file + " is no endpoints file: "
                    + String.valueOf(e.getMessage()).split("\n", 2)[0]);
        }
    }

    @Override
    public Topics topics() {
        return new Topics(topicPrefix == null ? Topics.DEFAULT_PREFIX : topicPrefix, Topics.DEFAULT_PARTITIONS);
    }

    @Override
    public Properties kafkaClient() {
        Properties client = new Properties();
        if (kafka != null) {
            client.putAll(kafka);
        }
        client.put("bootstrap.servers", bootstrapServers);
        return client;
    }

    /** The same with these settings of Kafka's clients, where it has none of its own for them. */
    Endpoints withKafka(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        if (kafka != null) {
            all.putAll(kafka);
        }
        return new Endpoints(
                bootstrapServers,
                schemaRegistryUrl,
                topicPrefix,
                dropFolder,
                all,
                registry,
                jdbcUrl,
                jdbcUser,
                jdbcPassword,
                httpPorts,
                pid);
    }

    @Override
    public Map<String, String> registryClient() {
        Map<String, String> client = new HashMap<>(registry == null ? Map.of() : registry);
        client.put("schema.registry.url", schemaRegistryUrl);
        return client;
    }

    /** User and password, as PostgreSQL's driver names them. */
    Map<String, String> jdbcClient() {
        Map<String, String> client = new HashMap<>();
        if (jdbcUser != null) {
            client.put("user", jdbcUser);
        }
        if (jdbcPassword != null) {
            client.put("password", jdbcPassword);
        }
        return client;
    }

    /** The store; throws {@link UserException} where the file does not tell of one. */
    Jdbc jdbc() {
        if (jdbcUrl == null) {
            throw new UserException(
                    "the endpoints file does not tell where PostgreSQL is; add \"jdbcUrl\", and \"jdbcUser\" and"
                            + " \"jdbcPassword\" where it asks for them");
        }
        return new Jdbc(jdbcUrl, Map.copyOf(jdbcClient()));
    }
}
