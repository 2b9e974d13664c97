package dev.broadsheet.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsReaderTest {
    private enum Role {
        INTAKE,
        SPLIT
    }

    @Test
    void anAbsentKeyGivesItsFallback() {
        SettingsReader reader = new SettingsReader(Map.of());

        assertThat(reader.text("BROADSHEET_A", "a")).isEqualTo("a");
        assertThat(reader.optional("BROADSHEET_A")).isNull();
        assertThat(reader.integer("BROADSHEET_A", 7, 0, 9)).isEqualTo(7);
        assertThat(reader.flag("BROADSHEET_A", true)).isTrue();
        assertThat(reader.path("BROADSHEET_A", Path.of("x"))).isEqualTo(Path.of("x"));
        assertThat(reader.duration("BROADSHEET_A", Duration.ZERO)).isEqualTo(Duration.ZERO);
        assertThat(reader.choices("BROADSHEET_A", Role.class, Set.of(Role.SPLIT)))
                .containsExactly(Role.SPLIT);
        assertThatCode(reader::finish).doesNotThrowAnyException();
    }

    @Test
    void aBlankValueCountsAsAbsent() {
        SettingsReader reader = reader("  ");

        assertThat(reader.text("BROADSHEET_A", "a")).isEqualTo("a");
        assertThat(reader.integer("BROADSHEET_A", 7, 0, 9)).isEqualTo(7);
    }

    @Test
    void valuesAreReadAndStripped() {
        assertThat(reader(" b ").text("BROADSHEET_A", "a")).isEqualTo("b");
        assertThat(reader(" 3").integer("BROADSHEET_A", 7, 3, 9)).isEqualTo(3);
        assertThat(reader("False").flag("BROADSHEET_A", true)).isFalse();
        assertThat(reader("intake, SPLIT").choices("BROADSHEET_A", Role.class, Set.of()))
                .containsExactly(Role.INTAKE, Role.SPLIT);
    }

    @ParameterizedTest
    @CsvSource({"500ms,PT0.5S", "2s,PT2S", "5m,PT5M", "1h,PT1H", "7d,PT168H", "PT90S,PT1M30S"})
    void lengthsOfTimeAreWrittenShortOrAsIso(String text, Duration duration) {
        assertThat(reader(text).duration("BROADSHEET_A", Duration.ZERO)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "2 weeks", "-2s", "PT-2S", "soon", "9999999999999999999s", "900000000d"})
    void whatIsNoLengthOfTimeIsAProblem(String text) {
        assertThat(problemsOf(text, reader -> reader.duration("BROADSHEET_A", Duration.ZERO)))
                .singleElement()
                .asString()
                .startsWith("BROADSHEET_A is \"" + text + "\", not a length of time");
    }

    @Test
    void aLimitOfNothingIsAProblem() {
        assertThat(problemsOf("0s", reader -> reader.limit("BROADSHEET_A", Duration.ofSeconds(1))))
                .containsExactly("BROADSHEET_A is \"0s\", not a length of time in which anything could be done");
        assertThat(reader("1ms").limit("BROADSHEET_A", Duration.ofSeconds(1))).hasMillis(1);
        assertThat(reader("soon").limit("BROADSHEET_B", Duration.ofSeconds(1))).hasSeconds(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1.5", "-1", "10", "99999999999"})
    void whatIsNoNumberInRangeIsAProblem(String text) {
        assertThat(problemsOf(text, reader -> reader.integer("BROADSHEET_A", 7, 0, 9)))
                .containsExactly("BROADSHEET_A is \"" + text + "\", not a whole number from 0 to 9");
    }

    @Test
    void whatIsNoFlagIsAProblem() {
        assertThat(problemsOf("yes", reader -> reader.flag("BROADSHEET_A", true)))
                .containsExactly("BROADSHEET_A is \"yes\", not true or false");
    }

    @Test
    void whatIsNoPathIsAProblem() {
        assertThat(problemsOf("a\0b", reader -> reader.path("BROADSHEET_A", Path.of("x"))))
                .singleElement()
                .asString()
                .contains("not a path");
    }

    @ParameterizedTest
    @ValueSource(strings = {"inteke", "intake,", "intake;split"})
    void whatIsNoChoiceIsAProblemThatNamesTheChoices(String text) {
        assertThat(problemsOf(text, reader -> reader.choices("BROADSHEET_A", Role.class, Set.of())))
                .singleElement()
                .asString()
                .contains("one or more of intake, split");
    }

    @Test
    void allProblemsAreToldAtOnceAndInOrder() {
        SettingsReader reader = new SettingsReader(Map.of("BROADSHEET_B", "x", "BROADSHEET_TOPIC_PREFX", "y."));
        reader.required("BROADSHEET_A");
        reader.integer("BROADSHEET_B", 1, 0, 9);
        reader.problem("BROADSHEET_C", "is odd");

        SettingsException thrown = catchThrowableOfType(SettingsException.class, reader::finish);

        assertThat(thrown.problems())
                .containsExactly(
                        "BROADSHEET_A is missing",
                        "BROADSHEET_B is \"x\", not a whole number from 0 to 9",
                        "BROADSHEET_C is odd",
                        "BROADSHEET_TOPIC_PREFX is not a setting; did you mean BROADSHEET_TOPIC_PREFIX?");
    }

    @Test
    void aKeyUnlikeAnyOtherIsRefusedWithoutAGuess() {
        assertThatThrownBy(() -> new SettingsReader(Map.of("BROADSHEET_XYZZY_PLUGH_FROTZ", "1")).finish())
                .hasMessage("BROADSHEET_XYZZY_PLUGH_FROTZ is not a setting");
    }

    @Test
    void keysOfOtherServicesAndOfOtherProgramsAreAccepted() {
        SettingsReader reader = new SettingsReader(Map.of(
                "BROADSHEET_ENRICH_LIMIT",
                "10s",
                "BROADSHEET_KAFKA_SASL_MECHANISM",
                "PLAIN",
                "PATH",
                "/bin",
                "X",
                "y"));

        assertThatCode(reader::finish).doesNotThrowAnyException();
    }

    @Test
    void aPrefixAloneIsNoSetting() {
        assertThatThrownBy(() -> new SettingsReader(Map.of("BROADSHEET_KAFKA_", "x")).finish())
                .isInstanceOf(SettingsException.class);
    }

    @Test
    void aClientsOwnKeysArePassedOn() {
        SettingsReader reader = new SettingsReader(Map.of(
                "BROADSHEET_KAFKA_BOOTSTRAP_SERVERS", "k:9092",
                "BROADSHEET_KAFKA_SSL_TRUSTSTORE_LOCATION", "/t.p12",
                "BROADSHEET_KAFKA_SASL_MECHANISM", "",
                "BROADSHEET_KAFKAESQUE", "no"));

        assertThat(reader.passThrough("BROADSHEET_KAFKA_"))
                .isEqualTo(Map.of("bootstrap.servers", "k:9092", "ssl.truststore.location", "/t.p12"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"BROADSHEET_JDBC_PASSWORD", "BROADSHEET_A_TOKEN", "BROADSHEET_A_SECRET", "BROADSHEET_A_URL"})
    void aSecretIsNotRepeatedInAProblem(String key) {
        SettingsReader reader = new SettingsReader(Map.of(key, "hunter2"));
        reader.integer(key, 1, 0, 9);

        assertThatThrownBy(reader::finish)
                .hasMessageContaining(key + " is (not shown)")
                .hasMessageNotContaining("hunter2");
    }

    private static SettingsReader reader(String value) {
        return new SettingsReader(Map.of("BROADSHEET_A", value));
    }

    private static List<String> problemsOf(String value, java.util.function.Consumer<SettingsReader> read) {
        SettingsReader reader = reader(value);
        read.accept(reader);
        return catchThrowableOfType(SettingsException.class, reader::finish).problems();
    }
}
