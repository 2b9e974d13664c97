package dev.broadsheet.sink.console.read;

import dev.broadsheet.sink.console.ApiRequest;
import dev.broadsheet.sink.console.Cursor;
import dev.broadsheet.sink.console.read.Newest.Place;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cursors of lists in the order of {@link Newest}. */
final class Places {
    private static final int LAST_YEAR = 9999;

    private Places() {}

    static @Nullable Place after(ApiRequest request) {
        List<String> values = request.cursor(2);
        if (values == null) {
            return null;
        }
        try {
            LocalDate date = values.get(0).isEmpty() ? null : LocalDate.parse(values.get(0));
            if (date != null && (date.getYear() < 1 || date.getYear() > LAST_YEAR)) {
                throw Cursor.broken();
            }
            return new Place(date, values.get(1));
        } catch (DateTimeException e) {
            throw Cursor.broken();
        }
    }

    /** Of the page after these, of which one more than {@code limit} was looked for; null where that is not there. */
    static @Nullable String next(List<Place> found, int limit) {
        if (found.size() <= limit) {
            return null;
        }
        Place last = found.get(limit - 1);
        return Cursor.of(last.date() == null ? "" : last.date().toString(), last.key());
    }

    static List<Place> shown(List<Place> found, int limit) {
        return found.subList(0, Math.min(limit, found.size()));
    }
}
