package dev.broadsheet.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraceSettingsTest {
    @Test
    void tracesAreOffUntilACollectorIsNamed() {
        assertThat(TraceSettings.read(new SettingsReader(Map.of()))).isEqualTo(TraceSettings.OFF);
        assertThat(TraceSettings.read(new SettingsReader(
                        Map.of("BROADSHEET_TRACES", "http://collector:4318/", "BROADSHEET_TRACES_RATIO", "0.25"))))
                .isEqualTo(new TraceSettings(URI.create("http://collector:4318"), 0.25));
    }

    @ParameterizedTest
    @CsvSource({
        "BROADSHEET_TRACES, true",
        "BROADSHEET_TRACES, collector:4317",
        "BROADSHEET_TRACES, http://collector:4318/v1/traces",
        "BROADSHEET_TRACES, http://user:hunter2@collector:4318",
        "BROADSHEET_TRACES, http://a b",
        "BROADSHEET_TRACES_RATIO, 1.5",
        "BROADSHEET_TRACES_RATIO, NaN",
        "BROADSHEET_TRACES_RATIO, half"
    })
    void whatIsNoCollectorOrNoShareIsAProblem(String key, String value) {
        SettingsReader reader = new SettingsReader(Map.of(key, value));
        TraceSettings.read(reader);

        assertThatThrownBy(reader::finish)
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(key)
                .message()
                .doesNotContain("hunter2");
    }
}
