package dev.broadsheet.sink.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.runtime.SettingsReader;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class AccessTest {
    private static final String OPERATOR = "o".repeat(16);
    private static final String READER = "r".repeat(16);

    @Test
    void aSessionIsGoodForTheRoleItWasOpenedWith() {
        Access access = access(READER, OPERATOR);

        assertThat(Objects.requireNonNull(access.caller(access.open(Role.OPERATOR), "a"))
                        .role())
                .isEqualTo(Role.OPERATOR);
        assertThat(Objects.requireNonNull(access.caller(access.open(Role.READER), "a"))
                        .role())
                .isEqualTo(Role.READER);
    }

    /** Where there is no token the key is known to everybody, or to every reader. */
    @Test
    void nobodyIsWhatNoTokenIsFor() {
        Access open = access("", "");
        Access readers = access(READER, "");

        assertThat(open.caller(open.open(Role.OPERATOR), "a")).isNull();
        assertThat(open.caller(open.open(Role.READER), "a")).isNull();
        assertThat(readers.caller(readers.open(Role.OPERATOR), "a")).isNull();
        assertThat(readers.caller(readers.open(Role.READER), "a")).isNotNull();
    }

    private static Access access(String reader, String operator) {
        Map<String, String> environment = new HashMap<>(Map.of("BROADSHEET_CONSOLE_PORT", "0"));
        if (!reader.isEmpty()) {
            environment.put("BROADSHEET_CONSOLE_READER_TOKEN", reader);
        }
        if (!operator.isEmpty()) {
            environment.put("BROADSHEET_CONSOLE_OPERATOR_TOKEN", operator);
        }
        return new Access(
                Objects.requireNonNull(ConsoleSettings.read(new SettingsReader(environment))), Clock.systemUTC());
    }
}
