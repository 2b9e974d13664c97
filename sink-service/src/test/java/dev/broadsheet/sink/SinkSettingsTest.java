package dev.broadsheet.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.runtime.SettingsException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SinkSettingsTest {
    private final Map<String, String> environment = new HashMap<>(Map.of(
            "BROADSHEET_KAFKA_BOOTSTRAP_SERVERS", "localhost:9092",
            "BROADSHEET_REGISTRY_URL", "http://localhost:8081",
            "BROADSHEET_JDBC_URL", "jdbc:postgresql://localhost/broadsheet",
            "BROADSHEET_JDBC_PASSWORD", "secret"));

    @Test
    void theDriversOwnPropertiesAreSpeltAsItSpellsThem() {
        environment.put("BROADSHEET_JDBC_SOCKETTIMEOUT", "7");
        SinkSettings settings = SinkSettings.read(environment);

        assertThat(settings.jdbc().properties())
                .containsEntry("socketTimeout", "7")
                .containsEntry("password", "secret");
        assertThat(settings.toString()).doesNotContain("secret");
    }

    @Test
    void withoutAPortThereIsNoConsoleAndTheRoleConsoleAloneIsRefused() {
        assertThat(SinkSettings.read(environment).console()).isNull();
        environment.put("BROADSHEET_SINK_ROLES", "console");

        assertThatThrownBy(() -> SinkSettings.read(environment))
                .hasMessageContaining("BROADSHEET_CONSOLE_PORT is missing");
        environment.put("BROADSHEET_CONSOLE_PORT", "0");
        assertThat(SinkSettings.read(environment).console()).isNotNull();
    }

    @Test
    void everyProblemIsToldAtOnce() {
        environment.put("BROADSHEET_JDBC_URL", "jdbc:mysql://localhost/broadsheet");
        environment.put("BROADSHEET_JDBC_SOCKETTIMOUT", "7");
        environment.put("BROADSHEET_SINK_BATCH", "0");

        assertThatThrownBy(() -> SinkSettings.read(environment))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("BROADSHEET_JDBC_URL")
                .hasMessageContaining("BROADSHEET_JDBC_SOCKETTIMOUT")
                .hasMessageContaining("BROADSHEET_SINK_BATCH");
    }
}
