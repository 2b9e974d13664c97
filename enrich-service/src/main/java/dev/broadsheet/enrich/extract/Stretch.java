package dev.broadsheet.enrich.extract;

import java.time.YearMonth;

/**
 * A stretch of the calendar as words name it, before the day of the issue is known. Months, days and thirds of a month count from 1.
 *
 * @param number the year of {@code YEAR}; of the other origins how many units behind (-) or ahead of the issue's
 * @param month of {@code DAYS}, {@code THIRD} and {@code END}; 0 where the words leave it to the origin or the context
 * @param first month, day, third or year, as {@code part} says; {@code last} the one it goes to
 */
record Stretch(Origin origin, int number, Part part, int month, int first, int last) {
    /** What tells the year: itself, the issue's date, the context ({@code UNTOLD}), or nothing ever ({@code VAGUE}: 春运). */
    enum Origin {
        YEAR,
        /** Its last two digits, of the issue's century or the one before (07年). */
        SHORT_YEAR,
        /** The century of the issue or so many behind it, of {@code DECADE}s (上世纪80年代). */
        ISSUE_CENTURY,
        ISSUE_YEAR,
        ISSUE_QUARTER,
        ISSUE_MONTH,
        ISSUE_WEEK,
        ISSUE_DAY,
        /** The year that the context names, without one the issue's (年内). */
        TOLD_YEAR,
        UNTOLD,
        VAGUE
    }

    /** {@code THIRD}: 上旬, 中旬, 下旬; {@code END}: the last day of the month (年底, 月底); {@code VAGUE}: whose days no calendar tells (年初, 春季). */
    enum Part {
        WHOLE,
        VAGUE,
        YEARS,
        DECADE,
        MONTHS,
        THIRD,
        DAYS,
        END
    }

    static final Stretch NONE = new Stretch(Origin.VAGUE, 0, Part.WHOLE, 0, 0, 0);

    static Stretch whole(Origin origin, int number) {
        return new Stretch(origin, number, Part.WHOLE, 0, 0, 0);
    }

    static Stretch years(int first, int last) {
        return new Stretch(Origin.YEAR, first, Part.YEARS, 0, first, last);
    }

    /** The ten years from {@code first} on of the century that the origin tells. */
    static Stretch decade(Origin origin, int number, int first) {
        return new Stretch(origin, number, Part.DECADE, 0, first, first + 9);
    }

    Stretch vague() {
        return new Stretch(origin, number, Part.VAGUE, 0, 0, 0);
    }

    Stretch months(int from, int to) {
        return new Stretch(origin, number, Part.MONTHS, 0, from, to);
    }

    Stretch days(int ofMonth, int from, int to) {
        return new Stretch(origin, number, Part.DAYS, ofMonth, from, to);
    }

    Stretch third(int ofMonth, int third) {
        return new Stretch(origin, number, Part.THIRD, ofMonth, third, third);
    }

    Stretch end(int ofMonth) {
        return new Stretch(origin, number, Part.END, ofMonth, 0, 0);
    }

    /** The same with the year, and for bare days the month, of the stretch that it goes on from: 2月22日—|23日|. */
    Stretch after(Stretch before) {
        if (origin != Origin.UNTOLD) {
            return this;
        }
        boolean bare = part == Part.DAYS && month == 0;
        return new Stretch(before.origin, before.number, part, bare ? before.month : month, first, last);
    }

    /** Whether no calendar tells its days. */
    boolean isVague() {
        return origin == Origin.VAGUE || part == Part.VAGUE;
    }

    boolean needsMonth() {
        return origin == Origin.UNTOLD && month == 0 && part == Part.DAYS;
    }

    /** Whether it names its last day: 6月底, 3月5日. */
    boolean isExact() {
        return part == Part.END || part == Part.DAYS;
    }

    /** Its days in that year, and in {@code otherMonth} where it names none. */
    Days in(int year, int otherMonth) {
        int of = month == 0 ? otherMonth : month;
        return switch (part) {
            case WHOLE -> Days.ofMonths(year, 1, 12);
            case VAGUE -> Days.UNKNOWN;
            case YEARS -> Days.ofYears(first, last);
            case DECADE -> Days.ofYears(year, year + last - first);
            case MONTHS -> Days.ofMonths(year, first, last);
            case DAYS -> Days.ofDays(year, of, first, last);
            case END -> Days.ofMonths(year, of, of).end();
            case THIRD -> thirdOf(year, of);
        };
    }

    private Days thirdOf(int year, int of) {
        if (of < 1 || of > 12) {
            return Days.UNKNOWN;
        }
        int last = first == 3 ? YearMonth.of(year, of).lengthOfMonth() : first * 10;
        return Days.ofDays(year, of, first * 10 - 9, last);
    }
}
