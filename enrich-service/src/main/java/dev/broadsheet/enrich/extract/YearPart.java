package dev.broadsheet.enrich.extract;

import dev.broadsheet.enrich.extract.Stretch.Origin;
import org.jspecify.annotations.Nullable;

/** Reads what part of a year stands at a cursor: 上半年, 前三季度, 一、二季度, 最后两个月, 12月, 2月22日, 年底, 春季. One object per cursor. */
final class YearPart {
    private static final int MONTHS = 12;
    private static final int QUARTER = 3;
    private static final int QUARTERS = 4;

    private final DateCursor cursor;
    private final MonthPart month;

    /** @param month of the same cursor */
    YearPart(DateCursor cursor, MonthPart month) {
        this.cursor = cursor;
        this.month = month;
    }

    /** The part of {@code year} here; null, not moved, where none stands here. */
    @Nullable
    Stretch of(Stretch year) {
        boolean bare = year.origin() == Origin.UNTOLD;
        if (year.part() == Stretch.Part.YEARS) {
            return null;
        }
        if (cursor.took("上半年")) {
            return year.months(1, MONTHS / 2);
        }
        if (cursor.took("下半年")) {
            return year.months(MONTHS / 2 + 1, MONTHS);
        }
        if (cursor.tookWord("年底") || cursor.tookWord("年末") || (!bare && (cursor.took("底") || cursor.took("末")))) {
            return year.end(MONTHS);
        }
        if (bare ? cursor.tookWord("全年") : cursor.took("全年")) {
            return year;
        }
        if (cursor.tookWord("年初") || (!bare && !cursor.is("中级", cursor.at() + 1) && cursor.took("初"))) {
            cursor.took("伊始");
            return year.vague();
        }
        return !bare && tookSeason() ? year.vague() : numbered(year, bare);
    }

    /** 春季, 春节; 2021年春 only at the end of a phrase: 春 alone opens other words (春茶). */
    private boolean tookSeason() {
        int at = cursor.at();
        int length = PeriodWords.SEASONS.length(cursor.text(), at, cursor.limit());
        int brief = length > 0 ? 0 : PeriodWords.BRIEF_SEASONS.length(cursor.text(), at, cursor.limit());
        int end = at + brief;
        boolean ends = brief > 0
                && (end >= cursor.limit() || PeriodEdges.isBreak(cursor.text().charAt(end)));
        cursor.moveTo(ends ? end : at + length);
        return ends || length > 0;
    }

    private @Nullable Stretch numbered(Stretch year, boolean bare) {
        if (cursor.took("首季度") || cursor.took("首季") || cursor.took("首个季度")) {
            return quarters(year, 1, 1);
        }
        if (!bare && (cursor.took("首月") || cursor.took("首个月"))) {
            return year.months(1, 1);
        }
        int start = cursor.at();
        Stretch found = led(year, bare);
        if (found == null) {
            cursor.moveTo(start);
        }
        return found;
    }

    private @Nullable Stretch led(Stretch year, boolean bare) {
        if (cursor.took("前") || cursor.took("头")) {
            return opening(year);
        }
        if (cursor.took("最后") || (!bare && cursor.took("后"))) {
            return closing(year, bare);
        }
        return cursor.took("第") ? ordinal(year, bare) : plain(year, bare);
    }

    /** Behind 前: 三季度, 三个季度, 5个月, 4月. */
    private @Nullable Stretch opening(Stretch year) {
        int number = cursor.number();
        if (number < 0) {
            return null;
        }
        return tookQuarter()
                ? quarters(year, 1, number)
                : cursor.took("个月") || cursor.took("月") ? year.months(1, number) : null;
    }

    /** Behind 最后: 一个季度, 两个月. */
    private @Nullable Stretch closing(Stretch year, boolean bare) {
        int number = cursor.number();
        if (number < 1) {
            return null;
        }
        return tookQuarter()
                ? year.months((QUARTERS - number) * QUARTER + 1, MONTHS)
                : !bare && cursor.took("个月") ? year.months(MONTHS - number + 1, MONTHS) : null;
    }

    /** Behind 第: 一季度, 一、二季度, 二个月, 一周. */
    private @Nullable Stretch ordinal(Stretch year, boolean bare) {
        int from = cursor.at();
        NumberRun run = NumberRun.at(cursor.text(), from, cursor.limit());
        if (run != null) {
            cursor.moveTo(run.end());
            if (tookQuarter()) {
                return quarters(year, run.first(), run.last());
            }
            cursor.moveTo(from);
        }
        int number = cursor.number();
        if (number < 0) {
            return null;
        }
        if (tookQuarter()) {
            return quarters(year, number, number);
        }
        return bare ? null : cursor.took("个月") ? year.months(number, number) : month.tookWeek() ? year.vague() : null;
    }

    private @Nullable Stretch plain(Stretch year, boolean bare) {
        int from = cursor.at();
        NumberRun run = NumberRun.at(cursor.text(), from, cursor.limit());
        Stretch several = run == null ? null : several(year, bare, run, from);
        if (several != null) {
            return several;
        }
        cursor.moveTo(from);
        int number = cursor.number();
        if (number < 0) {
            return null;
        }
        return cursor.took("季度") ? quarters(year, number, number) : monthOrDay(year, bare, number, from);
    }

    private @Nullable Stretch several(Stretch year, boolean bare, NumberRun run, int from) {
        cursor.moveTo(run.end());
        if (cursor.took("季度")) {
            return quarters(year, run.first(), run.last());
        }
        if (cursor.took("月")) {
            cursor.skip('份');
            return month.isDay() ? null : year.months(run.first(), run.last());
        }
        boolean days = bare && FlatText.isDigit(cursor.text().charAt(from)) && cursor.took("日");
        return days && !month.isDuration() && !PeriodEdges.isTerm(cursor.text(), from, cursor.at(), cursor.limit())
                ? year.days(0, run.first(), run.last())
                : null;
    }

    private @Nullable Stretch monthOrDay(Stretch year, boolean bare, int number, int numberAt) {
        boolean arabic = FlatText.isDigit(cursor.text().charAt(numberAt));
        if (bare && arabic && cursor.took("日")) {
            if (PeriodEdges.isTerm(cursor.text(), numberAt, cursor.at(), cursor.limit())) {
                return null;
            }
            return month.isDuration() ? Stretch.NONE : year.days(0, number, number);
        }
        if (!cursor.took("月")) {
            return null;
        }
        Stretch part = month.of(year, number);
        if (part != null) {
            return part;
        }
        boolean said = cursor.took("份");
        // 十月 alone is a name as often as a time (十月物资交流大会).
        return arabic || said || !bare ? year.months(number, number) : null;
    }

    private boolean tookQuarter() {
        return cursor.took("季度") || cursor.took("个季度");
    }

    /** Of quarters that were just read, the last day where 末 stands behind (三季度末). */
    private Stretch quarters(Stretch year, int first, int last) {
        return cursor.took("末") || cursor.took("底")
                ? year.end(last * QUARTER)
                : year.months(first * QUARTER - 2, last * QUARTER);
    }
}
