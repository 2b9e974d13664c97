package dev.broadsheet.enrich.extract;

import dev.broadsheet.enrich.extract.Stretch.Origin;
import org.jspecify.annotations.Nullable;

/** Reads the stretch of the calendar that stands at a position: 2023年, 去年12月, 前三季度, 3月底, 2月22日, 上周六. One object per place of a text. */
final class StretchReader {
    /** Behind a year of two digits these make another word as often as a part of it: 10年底蕴, 10年后. */
    private static final String NO_SHORT_YEAR = "底末初后头";

    private final DateCursor cursor;
    private final MonthPart days;
    private final YearPart parts;
    private final String text;
    private final int limit;

    StretchReader(String text, int from, int limit) {
        this.cursor = new DateCursor(text, from, limit);
        this.days = new MonthPart(cursor);
        this.parts = new YearPart(cursor, days);
        this.text = text;
        this.limit = limit;
    }

    /** Where the reading stands: behind what was read last. */
    int at() {
        return cursor.at();
    }

    /** Behind the sign of a range at {@code from} (至, —), or {@code from} where there is none. */
    int rangeEnd(int from) {
        return cursor.rangeEnd(from);
    }

    void moveTo(int position) {
        cursor.moveTo(position);
    }

    /** The stretch here, or null; then the position has not moved. */
    @Nullable
    Stretch read() {
        Stretch day = NumericDate.at(cursor);
        if (day != null) {
            return day;
        }
        Stretch year = year();
        if (year != null) {
            Stretch part = parts.of(year);
            return part == null ? year : part;
        }
        Stretch month = named(PeriodWords.MONTHS);
        if (month != null) {
            Stretch part = days.of(month, 0);
            return part == null ? month : part;
        }
        Stretch week = named(PeriodWords.WEEKS);
        if (week != null) {
            return Weekdays.of(week, cursor);
        }
        Stretch part = inShortYear();
        return part == null ? parts.of(Stretch.whole(Origin.UNTOLD, 0)) : part;
    }

    /** The stretch here behind the sign of a range that {@code first} opens, or null. */
    @Nullable
    Stretch readLast(Stretch first) {
        Stretch day = first.part() == Stretch.Part.DAYS ? days.dayOfRange() : null;
        return day == null ? read() : day;
    }

    private @Nullable Stretch year() {
        int at = cursor.at();
        int year = DateNumbers.year(text, at, limit);
        if (year > 0) {
            int next = cursor.rangeEnd(at + 4);
            int second = next > at + 4 ? DateNumbers.year(text, next, limit) : -1;
            int end = second > 0 ? next + 4 : at + 4;
            if (!cursor.is("年", end) || cursor.is("代", end + 1) || PeriodEdges.isAge(text, at, end + 1, year, limit)) {
                return null;
            }
            cursor.moveTo(end + 1);
            cursor.skip('度');
            return second > 0 ? Stretch.years(year, second) : Stretch.whole(Origin.YEAR, year);
        }
        Stretch named = named(PeriodWords.YEARS);
        if (named != null) {
            cursor.skip('度');
        }
        return named;
    }

    /** 07年第三季度, 九七年3月: two digits are a year only where a part of it follows; 15年 is as often how long. */
    private @Nullable Stretch inShortYear() {
        int start = cursor.at();
        int year = DateNumbers.shortYear(text, start, limit);
        if (year < 0
                || !cursor.is("年", start + 2)
                || cursor.is(NO_SHORT_YEAR, start + 3)
                || PeriodEdges.isCounted(text, start, start + 3, limit)) {
            return null;
        }
        cursor.moveTo(start + 3);
        Stretch part = parts.of(Stretch.whole(Origin.SHORT_YEAR, year));
        if (part == null || part.isVague()) {
            cursor.moveTo(start);
            return null;
        }
        return part;
    }

    private @Nullable Stretch named(PeriodWords words) {
        int at = cursor.at();
        int length = words.length(text, at, limit);
        if (length == 0 || !PeriodEdges.isWord(text, at, at + length, limit)) {
            return null;
        }
        cursor.moveTo(at + length);
        return words.meaning(text, at, length).first();
    }
}
