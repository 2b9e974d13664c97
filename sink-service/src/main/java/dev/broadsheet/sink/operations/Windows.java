package dev.broadsheet.sink.operations;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When a feed's folder is watched, as an intake told it: "05:00-09:30", every day in the feed's zone. */
final class Windows {
    private Windows() {}

    /** Whether it is watched now; null where what was told cannot be understood. */
    static @Nullable Boolean isOpen(List<String> windows, ZoneId zone, Instant now) {
        LocalTime time = now.atZone(zone).toLocalTime();
        try {
            return windows.isEmpty() || windows.stream().anyMatch(window -> holds(window, time));
        } catch (DateTimeException | IndexOutOfBoundsException e) {
            return null;
        }
    }

    // A window whose end is not after its start passes midnight.
    private static boolean holds(String window, LocalTime time) {
        int dash = window.indexOf('-');
        LocalTime from = LocalTime.parse(window.substring(0, dash));
        LocalTime to = LocalTime.parse(window.substring(dash + 1));
        boolean begun = !time.isBefore(from);
        boolean open = time.isBefore(to);
        return from.isBefore(to) ? begun && open : begun || open;
    }
}
