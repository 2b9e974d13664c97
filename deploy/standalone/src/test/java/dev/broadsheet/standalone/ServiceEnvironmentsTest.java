package dev.broadsheet.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.enrich.EnrichSettings;
import dev.broadsheet.ingest.IngestSettings;
import dev.broadsheet.sink.SinkSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceEnvironmentsTest {
    private static final Ports PORTS = new Ports(1001, 1002, 1003, 1004, 1005, 1006, 1007, 1008);

    @TempDir
    Path data;

    private @Nullable DataFolder folder;

    @BeforeEach
    void open() {
        folder = DataFolder.open(data);
    }

    @AfterEach
    void close() {
        opened().close();
    }

    private DataFolder opened() {
        if (folder == null) {
            throw new IllegalStateException();
        }
        return folder;
    }

    private ServiceEnvironments environments(Map<String, String> given) {
        return new ServiceEnvironments(opened(), PORTS, new Backends(opened(), PORTS), given);
    }

    @Test
    void everyServiceTakesItsSettings() {
        ServiceEnvironments environments =
                environments(Map.of("BROADSHEET_ENRICH_LIMIT", "3s", "BROADSHEET_VOCABULARY_DIR", data.toString()));

        IngestSettings ingest = IngestSettings.read(environments.ingest());
        EnrichSettings enrich = EnrichSettings.read(environments.enrich());
        SinkSettings sink = SinkSettings.read(environments.sink());

        assertThat(ingest.feeds().get(0).folder()).isEqualTo(data.resolve("drop"));
        assertThat(ingest.common().http().port()).isEqualTo(1005);
        assertThat(enrich.limit()).hasSeconds(3);
        assertThat(enrich.vocabularyDir()).isEqualTo(data);
        assertThat(enrich.stateDir()).isEqualTo(data.resolve("state/enrich"));
        assertThat(enrich.common().kafka()).containsEntry("bootstrap.servers", "127.0.0.1:1001");
        assertThat(sink.common().instance()).isEqualTo("sink-1");
        assertThat(sink.common().registry())
                .containsEntry("schema.registry.url", "http://127.0.0.1:1003/apis/ccompat/v7");
    }

    @Test
    void whatTheRunDecidesWinsOverTheEnvironment() {
        Map<String, String> ingest = environments(Map.of("BROADSHEET_KAFKA_BOOTSTRAP_SERVERS", "elsewhere:9092"))
                .ingest();

        assertThat(ingest).containsEntry("BROADSHEET_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:1001");
    }

    @Test
    void filesAreHandedInWhereTheOneFeedWatches() throws IOException {
        Path feeds = Files.writeString(data.resolve("feeds.yaml"), "feeds:\n  - {name: a, folder: in/a}\n");
        Map<String, String> given = Map.of("BROADSHEET_INGEST_FEEDS", feeds.toString());

        assertThat(dropFolder(Map.of())).isEqualTo(data.resolve("drop").toString());
        assertThat(dropFolder(given)).isEqualTo(data.resolve("in/a").toString());

        Files.writeString(feeds, "  - {name: b, folder: in/b}\n", StandardOpenOption.APPEND);
        assertThat(dropFolder(given)).as("whose file would it be?").isNull();
    }

    @Test
    void aSettingThatIsBlankIsNone() {
        StandaloneSettings settings = new StandaloneSettings(
                data,
                Ports.ANY,
                Map.of(
                        "BROADSHEET_INGEST_FEEDS", "",
                        "BROADSHEET_CONSOLE_OPERATOR_TOKEN", " ",
                        "BROADSHEET_CONSOLE_TLS_KEYSTORE", "",
                        "BROADSHEET_TOPIC_PARTITIONS", ""));
        ServiceEnvironments environments = environments(settings.environment());

        assertThat(dropFolder(settings.environment()))
                .isEqualTo(data.resolve("drop").toString());
        assertThat(environments.sink().get("BROADSHEET_CONSOLE_OPERATOR_TOKEN")).isNotBlank();
        assertThat(environments.consoleUrl(8)).startsWith("http:");
        assertThat(environments.partitions()).isPositive();
    }

    private @Nullable String dropFolder(Map<String, String> given) {
        return Services.dropFolder(
                IngestSettings.read(environments(given).ingest()).feeds());
    }

    @Test
    void theConsoleIsToldWhereItListens() {
        assertThat(consoleUrl(Map.of())).isEqualTo("http://127.0.0.1:8/");
        assertThat(consoleUrl(Map.of("BROADSHEET_CONSOLE_HOST", "0.0.0.0"))).isEqualTo("http://127.0.0.1:8/");
        assertThat(consoleUrl(Map.of("BROADSHEET_CONSOLE_HOST", "192.0.2.7"))).isEqualTo("http://192.0.2.7:8/");
        assertThat(consoleUrl(Map.of(
                        "BROADSHEET_CONSOLE_HOST", "2001:db8::7", "BROADSHEET_CONSOLE_TLS_KEYSTORE", "console.p12")))
                .isEqualTo("https://[2001:db8::7]:8/");
    }

    private String consoleUrl(Map<String, String> given) {
        return environments(given).consoleUrl(8);
    }

    @Test
    void aFeedsFileReplacesTheDropFolder() {
        Map<String, String> ingest = environments(Map.of("BROADSHEET_INGEST_FEEDS", "/etc/feeds.yaml"))
                .ingest();

        assertThat(ingest).doesNotContainKey("BROADSHEET_INGEST_DROP");
    }
}
