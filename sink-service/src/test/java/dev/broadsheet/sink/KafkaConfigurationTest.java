package dev.broadsheet.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.contracts.Topics;
import dev.broadsheet.runtime.CommonSettings;
import dev.broadsheet.runtime.HttpSettings;
import dev.broadsheet.runtime.LogFormat;
import dev.broadsheet.runtime.TraceSettings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KafkaConfigurationTest {
    private final CommonSettings common = new CommonSettings(
            "sink",
            "sink-1",
            Map.of(
                    "bootstrap.servers", "unused:1",
                    "allow.auto.create.topics", "true",
                    "auto.offset.reset", "latest",
                    "session.timeout.ms", "45000"),
            Map.of(),
            new Topics("t.", 12),
            true,
            (short) 1,
            HttpSettings.local(0),
            LogFormat.TEXT,
            TraceSettings.OFF);

    @Test
    void anOperatorsKeysGoOverOursButForWhatTheStoreHangsOn() {
        assertThat(KafkaConfiguration.consumer(common, "postgresql", 500))
                .containsEntry("session.timeout.ms", "45000")
                .containsEntry("auto.offset.reset", "none")
                .containsEntry("group.id", "t.sink-postgresql");
    }

    @Test
    void aTopicThatWasDeletedIsNotMadeAnewByReadingIt() {
        assertThat(KafkaConfiguration.consumer(common, "postgresql", 500))
                .containsEntry("allow.auto.create.topics", false);
    }
}
