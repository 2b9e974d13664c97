package dev.broadsheet.enrich.extract;

import dev.broadsheet.enrich.extract.Stretch.Origin;
import org.jspecify.annotations.Nullable;

/** Reads dates of digits alone: 2021-05-10, 2021.5.1, 2021/5/1. Stateless. */
final class NumericDate {
    private static final String MARKS = "-./";

    private NumericDate() {}

    /** The day at the cursor; null, not moved, where none stands here. */
    static @Nullable Stretch at(DateCursor cursor) {
        String text = cursor.text();
        int limit = cursor.limit();
        int year = DateNumbers.year(text, cursor.at(), limit);
        int month = cursor.at() + 4;
        if (year < 0 || !cursor.is(MARKS, month)) {
            return null;
        }
        int monthEnd = DateNumbers.digitsEnd(text, month + 1, limit);
        if (!cursor.is(text.substring(month, month + 1), monthEnd)) {
            return null;
        }
        int dayEnd = DateNumbers.digitsEnd(text, monthEnd + 1, limit);
        int of = number(text, month + 1, monthEnd);
        int day = number(text, monthEnd + 1, dayEnd);
        // 2021.5.1.2 is the number of a version or a chapter.
        if (of < 1
                || of > 12
                || day < 1
                || day > 31
                || (cursor.is(MARKS, dayEnd) && isDigit(text, dayEnd + 1, limit))) {
            return null;
        }
        cursor.moveTo(dayEnd);
        return Stretch.whole(Origin.YEAR, year).days(of, day, day);
    }

    private static boolean isDigit(String text, int at, int limit) {
        return DateNumbers.digitsEnd(text, at, limit) > at;
    }

    /** Of one or two digits; else -1. */
    private static int number(String text, int from, int end) {
        return end > from && end - from <= 2 ? DateNumbers.small(text, from, end) : -1;
    }
}
