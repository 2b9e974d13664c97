package dev.broadsheet.enrich.extract;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** First and last day of a time; null where the text does not tell, both of a date that the calendar does not have. */
record Days(@Nullable LocalDate from, @Nullable LocalDate to) {
    static final Days UNKNOWN = new Days(null, null);
    private static final int LAST_YEAR = 9_999;

    /** From the first day of month {@code first} to the last of month {@code last}. */
    static Days ofMonths(int year, int first, int last) {
        return isYear(year) && first >= 1 && first <= last && last <= 12
                ? new Days(
                        LocalDate.of(year, first, 1), YearMonth.of(year, last).atEndOfMonth())
                : UNKNOWN;
    }

    static Days ofYears(int first, int last) {
        return isYear(first) && isYear(last) && first <= last
                ? new Days(LocalDate.of(first, 1, 1), LocalDate.of(last, 12, 31))
                : UNKNOWN;
    }

    static Days ofDays(int year, int month, int first, int last) {
        boolean sound = isYear(year)
                && month >= 1
                && month <= 12
                && first >= 1
                && first <= last
                && last <= YearMonth.of(year, month).lengthOfMonth();
        return sound ? new Days(LocalDate.of(year, month, first), LocalDate.of(year, month, last)) : UNKNOWN;
    }

    /** The last day of these alone. */
    Days end() {
        return new Days(to, to);
    }

    private static boolean isYear(int year) {
        return year >= 1 && year <= LAST_YEAR;
    }
}
