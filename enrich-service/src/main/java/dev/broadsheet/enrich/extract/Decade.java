package dev.broadsheet.enrich.extract;

import dev.broadsheet.enrich.extract.PeriodMeaning.Scope;
import org.jspecify.annotations.Nullable;

/** Reads decades with their century: 20世纪90年代, 上世纪八十年代. Stateless. */
final class Decade {
    private static final int CENTURY = 100;
    private static final int DECADE = 10;

    private Decade() {}

    /** The time at {@code start}, or null; looks at nothing before {@code floor} or from {@code limit} on. */
    static @Nullable WrittenPeriod at(String text, int start, int floor, int limit) {
        boolean last = text.startsWith("上世纪", start);
        int numberEnd = last ? start + 1 : DateNumbers.smallEnd(text, start, limit);
        if (numberEnd == start || !text.startsWith("世纪", numberEnd) || numberEnd + 2 > limit) {
            return null;
        }
        int century = last ? -1 : DateNumbers.small(text, start, numberEnd);
        int from = numberEnd + 2;
        int end = DateNumbers.smallEnd(text, from, limit);
        int decade = end > from ? DateNumbers.small(text, from, end) : -1;
        if (decade < 0 || end + 2 > limit || !text.startsWith("年代", end)) {
            return null;
        }
        if (last || century < 1 || decade % DECADE != 0) {
            // 上世纪 said of the year 2000 is a matter of taste, and no figure hangs on it.
            return period(text, start, end + 2, floor, limit, PeriodMeaning.NONE);
        }
        int year = (century - 1) * CENTURY + decade;
        PeriodMeaning years = PeriodMeaning.of(Scope.WITHIN, Stretch.years(year, year + DECADE - 1));
        return period(text, start, end + 2, floor, limit, years);
    }

    private static WrittenPeriod period(String text, int start, int end, int floor, int limit, PeriodMeaning meaning) {
        return new WrittenPeriod(
                new Span(start, end), meaning, ComparedTime.reach(text, start, end, floor, limit), false);
    }
}
