package dev.broadsheet.ingest.feed;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;

/**
 * When a feed's folder is watched: every day within the windows, in the feed's time zone; without windows always. Files
 * that arrive outside wait where they are.
 */
public record Schedule(List<Window> windows) {
    /** Always. */
    public static final Schedule ALWAYS = new Schedule(List.of());

    public Schedule {
        windows = List.copyOf(windows);
    }

    /** From (inclusive) to (exclusive); a window whose end is not after its start passes midnight. */
    public record Window(LocalTime from, LocalTime to) {
        /** As in feeds.yaml, "05:00-09:30". */
        @Override
        public String toString() {
            return from + "-" + to;
        }

        boolean holds(LocalTime time) {
            boolean begun = !time.isBefore(from);
            boolean open = time.isBefore(to);
            return from.isBefore(to) ? begun && open : begun || open;
        }

        /** When it last began at or before this moment. */
        Instant begunBefore(ZonedDateTime here) {
            LocalDate today = here.toLocalDate();
            LocalDate day = here.toLocalTime().isBefore(from) ? today.minusDays(1) : today;
            return day.atTime(from).atZone(here.getZone()).toInstant();
        }

        Duration length() {
            Duration length = Duration.between(from, to);
            return from.isBefore(to) ? length : length.plusDays(1);
        }

        /** From "05:00-09:30"; throws IllegalArgumentException with a sentence. */
        static Window parse(String text) {
            int dash = text.indexOf('-');
            try {
                return new Window(
                        LocalTime.parse(text.substring(0, Math.max(dash, 0)).strip()),
                        LocalTime.parse(text.substring(dash + 1).strip()));
            } catch (DateTimeException e) {
                throw new IllegalArgumentException("\"" + text + "\" is no window of the day such as 05:00-09:30", e);
            }
        }
    }

    /** Since when it is open; {@link Instant#MIN} where it is always. Of use only while it is open. */
    public Instant openedAt(Instant now, ZoneId zone) {
        ZonedDateTime here = now.atZone(zone);
        return windows.stream()
                .filter(window -> window.holds(here.toLocalTime()))
                .map(window -> window.begunBefore(here))
                .min(Comparator.naturalOrder())
                .orElse(Instant.MIN);
    }

    /** Longest time between two files of a paper that comes within the windows every day; zero where it may come at any time. */
    Duration longestSilence() {
        return windows.stream()
                .map(window -> window.length().plusDays(1))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    public boolean isOpen(Instant now, ZoneId zone) {
        LocalTime time = now.atZone(zone).toLocalTime();
        return windows.isEmpty() || windows.stream().anyMatch(window -> window.holds(time));
    }
}
