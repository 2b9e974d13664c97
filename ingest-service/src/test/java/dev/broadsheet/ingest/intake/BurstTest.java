package dev.broadsheet.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.broadsheet.contracts.Topic;
import dev.broadsheet.contracts.Topics;
import dev.broadsheet.ingest.IngestMain;
import dev.broadsheet.testsupport.EmbeddedBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many files at once into an intake with a small heap: {@code -Dbroadsheet.burst=50000} for the figure of the README; CI
 * drops fewer, into the same heap.
 */
@Tag("backend")
class BurstTest {
    private static final int FILES = Integer.getInteger("broadsheet.burst", 2_000);
    private static final String HEAP = "-Xmx96m";
    private static final Topics TOPICS = new Topics("b.", 12);

    @TempDir
    Path home;

    @Test
    void everyFileOfABurstIsOnTheTopicOnceAndTheHeapStaysSmall() throws Exception {
        Path drop = Files.createDirectories(home.resolve("drop"));
        Path done = home.resolve("done");
        try (EmbeddedBroker broker = new EmbeddedBroker(home.resolve("kafka"))) {
            Process intake = start(broker, drop, done);
            try {
                await().atMost(Duration.ofSeconds(90)).until(() -> log().contains("feed.default is up"));
                long from = System.nanoTime();
                burst(drop);
                long dropped = System.nanoTime();
                await().atMost(Duration.ofSeconds(60 + FILES / 50))
                        .pollInterval(Duration.ofSeconds(1))
                        .until(() -> !intake.isAlive() || count(done) == FILES);
                assertThat(intake.isAlive()).as(log()).isTrue();
                System.out.printf(
                        "%d files dropped in %d ms, on the topic %d ms later, heap %s%n",
                        FILES, (dropped - from) / 1_000_000, (System.nanoTime() - dropped) / 1_000_000, HEAP);
                assertThat(records(broker)).isEqualTo(FILES);
                intake.destroy();
                assertThat(intake.waitFor(30, TimeUnit.SECONDS)).isTrue();
                assertThat(log()).doesNotContain("OutOfMemory", "ERROR");
            } finally {
                intake.destroyForcibly();
            }
        }
    }

    private Process start(EmbeddedBroker broker, Path drop, Path done) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-XX:+ExitOnOutOfMemoryError",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        IngestMain.class.getName()))
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("intake.log").toFile());
        builder.environment()
                .putAll(Map.of(
                        "BROADSHEET_KAFKA_BOOTSTRAP_SERVERS", broker.address(),
                        "BROADSHEET_REGISTRY_URL", "mock://burst",
                        "BROADSHEET_REGISTRY_AUTO_REGISTER_SCHEMAS", "true",
                        "BROADSHEET_TOPIC_PREFIX", TOPICS.prefix(),
                        "BROADSHEET_TOPIC_REPLICATION", "1",
                        "BROADSHEET_INGEST_ROLES", "intake",
                        "BROADSHEET_INGEST_DROP", drop.toString(),
                        "BROADSHEET_INGEST_DONE", done.toString(),
                        "BROADSHEET_HTTP_PORT", "0"));
        return builder.start();
    }

    private void burst(Path drop) throws IOException {
        Path beside = Files.createDirectories(home.resolve("beside"));
        for (int i = 0; i < FILES; i++) {
            String name = "page-" + i + ".txt";
            Path file = Files.writeString(beside.resolve(name), "青川新区第" + i + "条公路开工\n\n本报讯 昨日上午，公路开工。\n");
            Files.move(file, drop.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private String log() throws IOException {
        return Files.readString(home.resolve("intake.log"));
    }

    private static long count(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    private static long records(EmbeddedBroker broker) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.address()))) {
            Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
            for (int partition = 0; partition < TOPICS.partitions(); partition++) {
                ends.put(new TopicPartition(TOPICS.name(Topic.ISSUES), partition), OffsetSpec.latest());
            }
            return admin.listOffsets(ends).all().get().values().stream()
                    .mapToLong(end -> end.offset())
                    .sum();
        }
    }
}
