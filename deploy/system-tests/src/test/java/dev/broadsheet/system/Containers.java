package dev.broadsheet.system;

import dev.broadsheet.contracts.SchemaCatalog;
import dev.broadsheet.contracts.Topic;
import dev.broadsheet.contracts.Topics;
import dev.broadsheet.enrich.EnrichService;
import dev.broadsheet.enrich.EnrichSettings;
import dev.broadsheet.ingest.IngestService;
import dev.broadsheet.ingest.IngestSettings;
import dev.broadsheet.runtime.Service;
import dev.broadsheet.sink.SinkService;
import dev.broadsheet.sink.SinkSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** Kafka, a registry and PostgreSQL as containers, and the three services as the objects that run in production. */
final class Containers implements Deployment {
    private static final int REGISTRY_PORT = 8080;

    private final KafkaContainer kafka = new KafkaContainer("apache/kafka:4.3.1")
            .withEnv("KAFKA_MESSAGE_MAX_BYTES", Integer.toString(Topic.Sizes.DEAD_LETTER + 1024 * 1024));
    private final GenericContainer<?> registry = new GenericContainer<>("apicurio/apicurio-registry-mem:2.6.13.Final")
            .withExposedPorts(REGISTRY_PORT)
            .waitingFor(Wait.forHttp("/health/ready"));
    private final PostgreSQLContainer postgresql = new PostgreSQLContainer("postgres:18-alpine");
    private final Path home;
    private List<Service> services = List.of();

    Containers(Path home) {
        this.home = home;
    }

    void start() throws IOException {
        kafka.start();
        registry.start();
        postgresql.start();
        try (SchemaCatalog catalog = new SchemaCatalog(
                new Topics(Topics.DEFAULT_PREFIX, Topics.DEFAULT_PARTITIONS),
                Map.of("schema.registry.url", addresses().registryUrl()))) {
            catalog.register();
        }
        Files.createDirectories(drop());
        Map<String, String> environment = addresses().environment("one", home.resolve("state"));
        environment.put("BROADSHEET_TOPIC_CREATE", "true");
        environment.put("BROADSHEET_INGEST_DROP", drop().toString());
        services = List.of(
                new SinkService(SinkSettings.read(environment), Clock.systemUTC()),
                new EnrichService(EnrichSettings.read(environment), Clock.systemUTC()),
                new IngestService(IngestSettings.read(environment), Clock.systemUTC()));
        services.forEach(Service::start);
        Awaitility.await("services ready")
                .atMost(Duration.ofMinutes(2))
                .until(() ->
                        services.stream().allMatch(service -> service.health().ready()));
    }

    @Override
    public Path drop() {
        return home.resolve("drop");
    }

    @Override
    public Addresses addresses() {
        return new Addresses(
                kafka.getBootstrapServers(),
                "http://" + registry.getHost() + ":" + registry.getMappedPort(REGISTRY_PORT) + "/apis/ccompat/v7",
                postgresql.getJdbcUrl(),
                postgresql.getUsername(),
                postgresql.getPassword());
    }

    @Override
    public void close() {
        for (int i = services.size() - 1; i >= 0; i--) {
            services.get(i).close();
        }
        postgresql.stop();
        registry.stop();
        kafka.stop();
    }
}
