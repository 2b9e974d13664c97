package dev.broadsheet.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.ingest.feed.Feed;
import dev.broadsheet.runtime.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestSettingsTest {
    @TempDir
    Path folder;

    @Test
    void withoutFurtherSettingsAllRolesWatchOneDefaultFeed() {
        IngestSettings settings = IngestSettings.read(with(Map.of("BROADSHEET_INGEST_DROP", "/srv/drop")));

        assertThat(settings.roles()).containsExactlyInAnyOrder(IngestRole.values());
        assertThat(settings.feeds())
                .singleElement()
                .returns("default", Feed::name)
                .returns(Path.of("/srv/drop"), Feed::folder)
                .returns(Path.of("/srv/done"), Feed::done)
                .returns(Path.of("/srv/rejected"), Feed::rejected);
        assertThat(settings.splitLimit()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.applicationId(IngestRole.SPLIT)).isEqualTo("broadsheet.split");
    }

    @Test
    void aRoleAloneAndOtherShelvesCanBeChosen() {
        IngestSettings settings = IngestSettings.read(with(Map.of(
                "BROADSHEET_INGEST_ROLES", "split",
                "BROADSHEET_INGEST_DONE", "/a",
                "BROADSHEET_INGEST_REJECTED", "/b",
                "BROADSHEET_TOPIC_PREFIX", "x.")));

        assertThat(settings.roles()).containsExactly(IngestRole.SPLIT);
        assertThat(settings.feeds().get(0)).returns(Path.of("/a"), Feed::done).returns(Path.of("/b"), Feed::rejected);
        assertThat(settings.applicationId(IngestRole.SPLIT)).isEqualTo("x.split");
    }

    @Test
    void everyProblemIsToldAtOnceThoseOfFeedsYamlToo() throws IOException {
        Path feeds = Files.writeString(folder.resolve("feeds.yaml"), "feeds:\n  - {name: a, folder: x, colour: red}\n");

        assertThatThrownBy(() -> IngestSettings.read(with(Map.of(
                        "BROADSHEET_INGEST_FEEDS", feeds.toString(),
                        "BROADSHEET_INGEST_DROP", "/srv/drop",
                        "BROADSHEET_INGEST_ROLES", "sleep",
                        "BROADSHEET_INGEST_THREDS", "2"))))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("unknown key \"colour\"")
                .hasMessageContaining("give one of the two")
                .hasMessageContaining("BROADSHEET_INGEST_ROLES")
                .hasMessageContaining("did you mean BROADSHEET_INGEST_THREADS");
    }

    @Test
    void foldersInWhichWhatIsPutAwayWouldArriveAgainAreRefused() throws IOException {
        assertThatThrownBy(() -> IngestSettings.read(
                        with(Map.of("BROADSHEET_INGEST_DROP", "in", "BROADSHEET_INGEST_DONE", "./x/../in"))))
                .hasMessage("BROADSHEET_INGEST_…: what feed default is through with (done) would go to ./x/../in,"
                        + " from where feed default would take it again; name another folder");

        Path feeds = Files.writeString(
                folder.resolve("feeds.yaml"),
                "feeds:\n  - {name: a, folder: in/rejected/b}\n  - {name: b, folder: in/c}\n");
        assertThatThrownBy(() -> IngestSettings.read(with(Map.of("BROADSHEET_INGEST_FEEDS", feeds.toString()))))
                .hasMessageContaining("feed b is through with (rejected)")
                .hasMessageContaining("feed a would take it");
    }

    private static Map<String, String> with(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("BROADSHEET_KAFKA_BOOTSTRAP_SERVERS", "localhost:9092");
        environment.put("BROADSHEET_REGISTRY_URL", "http://localhost:8081");
        return environment;
    }
}
