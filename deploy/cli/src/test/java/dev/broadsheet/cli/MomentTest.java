package dev.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class MomentTest {
    private final Moment moment = new Moment(Clock.fixed(Instant.parse("2026-03-08T06:00:00Z"), ZoneOffset.UTC));

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T08:30:00Z, 2026-03-01T08:30:00Z",
        "2026-03-01T08:30:00.125Z, 2026-03-01T08:30:00.125Z",
        "2026-03-01T08:30Z, 2026-03-01T08:30:00Z",
        "2026-03-01T08:30:00+08:00, 2026-03-01T00:30:00Z",
        "2026-03-01, 2026-03-01T00:00:00Z",
        "2024-02-29, 2024-02-29T00:00:00Z",
        "90s, 2026-03-08T05:58:30Z",
        "30m, 2026-03-08T05:30:00Z",
        "12h, 2026-03-07T18:00:00Z",
        "7d, 2026-03-01T06:00:00Z",
        "0s, 2026-03-08T06:00:00Z",
    })
    void isReadAsOperatorsWriteIt(String text, Instant expected) {
        assertThat(moment.convert(text)).isEqualTo(expected);
    }

    /** Neither Kafka nor PostgreSQL knows a time as old as these. */
    @ParameterizedTest
    @ValueSource(strings = {"999999999d", "1969-12-31", "-9999-01-01", "0001-01-01T00:00:00Z"})
    void isNeverBeforeTheEpoch(String text) {
        assertThat(moment.convert(text)).isEqualTo(Instant.EPOCH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                " 12h",
                "12h ",
                "12",
                "h",
                "12w",
                "12H",
                "-1h",
                "1.5h",
                "1h30m",
                "1234567890s",
                "yesterday",
                "2026-02-30",
                "2026-13-01",
                "2026-3-1",
                "20260301",
                "2026-03-01 08:30:00",
                "2026-03-01T08:30:00",
                "2026-03-01T25:00:00Z",
                "+10000-01-01",
                "+999999999-12-31T23:59:59Z",
            })
    void whatIsNoPointInTimeIsRefusedWithTheFormsThatAre(String text) {
        assertThatThrownBy(() -> moment.convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessage("'" + text + "' is no point in time; write " + Moment.FORMS);
    }
}
