package dev.broadsheet.ingest.feed;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
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

    public boolean isOpen(Instant now, ZoneId zone) {
        LocalTime time = now.atZone(zone).toLocalTime();
        return windows.isEmpty() || windows.stream().anyMatch(window -> window.holds(time));
    }
}
