package dev.broadsheet.enrich.extract;

import dev.broadsheet.enrich.extract.Stretch.Origin;
import org.jspecify.annotations.Nullable;

/** Reads what part of a month stands at a cursor: 5日, 1、2日, 上旬, 底, 第一周. One object per cursor. */
final class MonthPart {
    private final DateCursor cursor;

    MonthPart(DateCursor cursor) {
        this.cursor = cursor;
    }

    /** What stands behind 月 (month {@code number}) or 上月 (0): a day, days, a week, the end or a third of it; else null. */
    @Nullable
    Stretch of(Stretch year, int number) {
        if (cursor.took("份底") || cursor.took("底") || cursor.took("末")) {
            return year.end(number);
        }
        if (cursor.took("上旬")) {
            return year.third(number, 1);
        }
        if (cursor.took("中旬")) {
            return year.third(number, 2);
        }
        if (cursor.took("下旬")) {
            return year.third(number, 3);
        }
        if (cursor.took("中上旬")
                || cursor.took("中下旬")
                || (!cursor.is("中", cursor.at() + 1) && cursor.took("初"))
                || tookWeekOfMonth()) {
            return year.vague();
        }
        return days(year, number);
    }

    /** Whether a day stands here: behind 1、2月 it makes 1 the number of an item (1、2月5日). */
    boolean isDay() {
        int start = cursor.at();
        boolean day = cursor.number() > 0 && cursor.is("日号", cursor.at());
        cursor.moveTo(start);
        return day;
    }

    private @Nullable Stretch days(Stretch year, int month) {
        int start = cursor.at();
        NumberRun run = NumberRun.at(cursor.text(), start, cursor.limit());
        if (run != null && run.first() > 0 && cursor.is("日", run.end())) {
            cursor.moveTo(run.end() + 1);
            return year.days(month, run.first(), run.last());
        }
        int day = cursor.number();
        if (day > 0 && cursor.is("日号", cursor.at())) {
            cursor.moveTo(cursor.at() + 1);
            return year.days(month, day, day);
        }
        cursor.moveTo(start);
        return null;
    }

    /** A day that leaves its month to the one before it in a range: 5月9号至|15号|, 五月九日到|十五日|; else null, not moved. */
    @Nullable
    Stretch dayOfRange() {
        int start = cursor.at();
        int day = cursor.number();
        if (day > 0 && cursor.is("日号", cursor.at()) && !cursor.is("楼线院", cursor.at() + 1)) {
            cursor.moveTo(cursor.at() + 1);
            if (!isDuration()) {
                return Stretch.whole(Origin.UNTOLD, 0).days(0, day, day);
            }
        }
        cursor.moveTo(start);
        return null;
    }

    /** 5月第一周, 5月第二个星期: which days these are depends on where weeks begin. */
    private boolean tookWeekOfMonth() {
        int start = cursor.at();
        boolean took = cursor.took("第") && cursor.number() > 0 && tookWeek();
        if (!took) {
            cursor.moveTo(start);
        }
        return took;
    }

    /** Moves over 周 or 个星期 behind the number of one. */
    boolean tookWeek() {
        return (cursor.is("周", cursor.at()) && !cursor.is("年期边围", cursor.at() + 1) && cursor.took("周"))
                || cursor.took("个星期");
    }

    /** 3日内, 7日游: how long, not when. */
    boolean isDuration() {
        return cursor.is("内游龄均间之", cursor.at());
    }
}
