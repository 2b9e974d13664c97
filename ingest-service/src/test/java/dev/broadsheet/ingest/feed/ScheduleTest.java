package dev.broadsheet.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Instant MORNING = Instant.parse("2024-03-08T00:30:00Z"); // 08:30 there

    @Test
    void itHasBeenOpenSinceTheWindowBegan() {
        assertThat(schedule("05:00-09:30").openedAt(MORNING, ZONE)).isEqualTo("2024-03-07T21:00:00Z");
        assertThat(schedule("22:00-09:00").openedAt(MORNING, ZONE))
                .as("over midnight")
                .isEqualTo("2024-03-07T14:00:00Z");
        assertThat(schedule("08:00-09:00", "05:00-09:30").openedAt(MORNING, ZONE))
                .as("the first of two that overlap")
                .isEqualTo("2024-03-07T21:00:00Z");
        assertThat(Schedule.ALWAYS.openedAt(MORNING, ZONE)).isEqualTo(Instant.MIN);
    }

    @Test
    void aDailyPaperIsSilentForADayAndAWindowAtMost() {
        assertThat(schedule("05:00-09:30").longestSilence()).isEqualTo(Duration.ofMinutes(28 * 60 + 30));
        assertThat(schedule("23:00-01:00", "12:00-12:10").longestSilence()).isEqualTo(Duration.ofHours(26));
        assertThat(Schedule.ALWAYS.longestSilence()).isZero();
    }

    private static Schedule schedule(String... windows) {
        return new Schedule(Stream.of(windows).map(Schedule.Window::parse).toList());
    }
}
