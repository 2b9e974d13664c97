package dev.broadsheet.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** settings.tsv, the README's table and the code agree. */
class SettingsTableTest {
    private final List<Setting> settings = Catalogue.load().settings();

    @Test
    void theReadmesTableIsTheCatalogue() throws IOException {
        String table = settings.stream()
                .map(setting -> "| `" + setting.key() + (setting.isPrefix() ? "…" : "") + "` | " + setting.service()
                        + " | " + setting.fallback() + " | " + setting.meaning() + " |\n")
                .collect(Collectors.joining());

        assertThat(Files.readString(Path.of("README.md")).replace("\r\n", "\n"))
                .contains("| key | read by | default | meaning |\n|---|---|---|---|\n" + table + "\n");
    }

    @Test
    void everyKeyStandsOnceAndSaysWhatItMeans() {
        assertThat(settings)
                .extracting(Setting::key)
                .doesNotHaveDuplicates()
                .allMatch(key -> key.startsWith("BROADSHEET_"));
        assertThat(settings).extracting(Setting::meaning).noneMatch(String::isBlank);
    }

    @Test
    void theCommonDefaultsAreThoseOfTheCode() {
        Map<String, String> fallbacks = settings.stream()
                .filter(setting -> setting.service().equals("common"))
                .collect(Collectors.toMap(Setting::key, Setting::fallback));
        CommonSettings common = CommonSettings.read("ingest", new SettingsReader(Map.of()));

        assertThat(fallbacks)
                .containsEntry("BROADSHEET_TOPIC_PREFIX", common.topics().prefix())
                .containsEntry(
                        "BROADSHEET_TOPIC_PARTITIONS", "" + common.topics().partitions())
                .containsEntry("BROADSHEET_TOPIC_CREATE", "" + common.createTopics())
                .containsEntry("BROADSHEET_TOPIC_REPLICATION", "" + common.replication())
                .containsEntry("BROADSHEET_HTTP_HOST", common.http().host())
                .containsEntry("BROADSHEET_HTTP_PORT", "" + common.http().port())
                .containsEntry("BROADSHEET_LOG_FORMAT", "text");
    }
}
