package dev.broadsheet.enrich.extract;

import dev.broadsheet.enrich.extract.Stretch.Origin;
import org.jspecify.annotations.Nullable;

/** Reads the stretch of the calendar that stands at a position: 2023年, 去年12月, 前三季度, 3月底, 2月22日, 上半年. One object per place of a text. */
final class StretchReader {
    private static final String RANGE = "至到-—~";
    private static final int QUARTER = 3;

    private final String text;
    private final int limit;
    private int at;

    StretchReader(String text, int from, int limit) {
        this.text = text;
        this.at = from;
        this.limit = limit;
    }

    /** Where the reading stands: behind what was read last. */
    int at() {
        return at;
    }

    /** The stretch here, or null; then the position has not moved. */
    @Nullable
    Stretch read() {
        int start = at;
        Stretch year = year();
        if (year != null) {
            Stretch part = part(year);
            return part == null ? year : part;
        }
        Stretch month = month();
        if (month != null) {
            Stretch part = dayOrEnd(month, 0);
            return part == null ? month : part;
        }
        Stretch part = part(Stretch.whole(Origin.UNTOLD, 0));
        if (part == null) {
            at = start;
        }
        return part;
    }

    private @Nullable Stretch year() {
        int year = DateNumbers.year(text, at, limit);
        if (year > 0) {
            int next = rangeEnd(at + 4);
            int second = next > at + 4 ? DateNumbers.year(text, next, limit) : -1;
            int end = second > 0 ? next + 4 : at + 4;
            if (!is('年', end) || is('代', end + 1) || PeriodEdges.isAge(text, at, end + 1, year, limit)) {
                return null;
            }
            at = end + 1;
            skip('度');
            return second > 0 ? Stretch.years(year, second) : Stretch.whole(Origin.YEAR, year);
        }
        int length = PeriodWords.YEARS.length(text, at, limit);
        if (length == 0 || !PeriodEdges.isWord(text, at, at + length, limit)) {
            return null;
        }
        Stretch named = PeriodWords.YEARS.meaning(text, at, length).first();
        at += length;
        skip('度');
        return named;
    }

    private @Nullable Stretch month() {
        int length = PeriodWords.MONTHS.length(text, at, limit);
        if (length == 0 || !PeriodEdges.isWord(text, at, at + length, limit)) {
            return null;
        }
        Stretch named = PeriodWords.MONTHS.meaning(text, at, length).first();
        at += length;
        return named;
    }

    /** A part of {@code year}; null, not moved, where none stands here. */
    private @Nullable Stretch part(Stretch year) {
        boolean bare = year.origin() == Origin.UNTOLD;
        if (year.part() == Stretch.Part.YEARS) {
            return null;
        }
        if (took("上半年")) {
            return year.months(1, 6);
        }
        if (took("下半年")) {
            return year.months(7, 12);
        }
        if (tookWord("年底") || tookWord("年末") || (!bare && (took("底") || took("末")))) {
            return year.end(12);
        }
        if (bare ? tookWord("全年") : took("全年")) {
            return year;
        }
        if (tookWord("年初") || (!bare && is('初', at) && !is('中', at + 1) && !is('级', at + 1) && took("初"))) {
            return Stretch.NONE;
        }
        int season = bare ? 0 : PeriodWords.SEASONS.length(text, at, limit);
        if (season > 0) {
            at += season;
            return Stretch.NONE;
        }
        return numbered(year, bare);
    }

    private @Nullable Stretch numbered(Stretch year, boolean bare) {
        if (took("首季度") || took("首季")) {
            return year.months(1, QUARTER);
        }
        int start = at;
        boolean first = took("前") || took("头");
        boolean ordinal = !first && took("第");
        int numberAt = at;
        int end = DateNumbers.smallEnd(text, at, limit);
        Stretch found = end == at ? null : numbered(year, bare, first, ordinal, numberAt, end);
        if (found == null) {
            at = start;
        }
        return found;
    }

    private @Nullable Stretch numbered(Stretch year, boolean bare, boolean first, boolean ordinal, int from, int end) {
        int number = DateNumbers.small(text, from, end);
        int next = rangeEnd(end);
        int secondEnd = next > end ? DateNumbers.smallEnd(text, next, limit) : next;
        int last = secondEnd > next ? DateNumbers.small(text, next, secondEnd) : -1;
        if (number < 0) {
            return null;
        }
        if (first) {
            at = end;
            return took("季度") ? quarters(year, 1, number) : took("个月") || took("月") ? year.months(1, number) : null;
        }
        if (last > 0) {
            at = secondEnd;
            if (took("季度")) {
                return quarters(year, number, last);
            }
            if (!ordinal && took("月")) {
                skip('份');
                return year.months(number, last);
            }
            if (!ordinal
                    && FlatText.isDigit(text.charAt(from))
                    && took("日")
                    && !isDuration()
                    && !PeriodEdges.isTerm(text, from, at, limit)) {
                return bare ? year.days(0, number, last) : null;
            }
        }
        at = end;
        if (took("季度")) {
            return quarters(year, number, number);
        }
        return ordinal ? null : monthOrDay(year, bare, number, from);
    }

    private @Nullable Stretch monthOrDay(Stretch year, boolean bare, int number, int numberAt) {
        boolean arabic = FlatText.isDigit(text.charAt(numberAt));
        if (bare && arabic && took("日")) {
            if (PeriodEdges.isTerm(text, numberAt, at, limit)) {
                return null;
            }
            return isDuration() ? Stretch.NONE : year.days(0, number, number);
        }
        if (!took("月")) {
            return null;
        }
        Stretch part = dayOrEnd(year, number);
        if (part != null) {
            return part;
        }
        boolean said = took("份");
        // 十月 alone is a name as often as a time (十月物资交流大会).
        return arabic || said || !bare ? year.months(number, number) : null;
    }

    /** What stands behind 月 (month {@code number}) or 上月 (0): a day, days, the end or a third of it. */
    private @Nullable Stretch dayOrEnd(Stretch year, int number) {
        int start = at;
        if (took("份底") || took("底") || took("末")) {
            return year.end(number);
        }
        if (took("上旬")) {
            return year.third(number, 1);
        }
        if (took("中旬")) {
            return year.third(number, 2);
        }
        if (took("下旬")) {
            return year.third(number, QUARTER);
        }
        if (took("中上旬") || took("中下旬") || (is('初', at) && !is('中', at + 1) && took("初"))) {
            return Stretch.NONE;
        }
        int end = DateNumbers.smallEnd(text, at, limit);
        int day = end > at ? DateNumbers.small(text, at, end) : -1;
        int next = rangeEnd(end);
        int secondEnd = next > end ? DateNumbers.smallEnd(text, next, limit) : next;
        int last = secondEnd > next ? DateNumbers.small(text, next, secondEnd) : -1;
        if (day > 0 && last > 0 && is('日', secondEnd)) {
            at = secondEnd + 1;
            return year.days(number, day, last);
        }
        if (day > 0 && (is('日', end) || is('号', end))) {
            at = end + 1;
            return year.days(number, day, day);
        }
        at = start;
        return null;
    }

    /** Of quarters that were just read, the last day where 末 stands behind (三季度末). */
    private Stretch quarters(Stretch year, int first, int last) {
        return took("末") || took("底") ? year.end(last * QUARTER) : year.months(first * QUARTER - 2, last * QUARTER);
    }

    /** 3日内, 7日游: how long, not when. */
    private boolean isDuration() {
        return at < limit && "内游龄均间之".indexOf(text.charAt(at)) >= 0;
    }

    /** Behind the sign of a range at {@code from} (至, —), or {@code from} where there is none. */
    int rangeEnd(int from) {
        if (from >= limit || RANGE.indexOf(text.charAt(from)) < 0) {
            return from;
        }
        int end = from + 1;
        while (end < limit && text.charAt(end) == text.charAt(from)) {
            end++;
        }
        return end;
    }

    boolean took(String word) {
        if (at + word.length() > limit || !text.startsWith(word, at)) {
            return false;
        }
        at += word.length();
        return true;
    }

    /** Took it where it is a word of its own; behind a year it always is one. */
    private boolean tookWord(String word) {
        int start = at;
        boolean whole = took(word) && (isBehindYear(start) || PeriodEdges.isWord(text, start, at, limit));
        if (!whole) {
            at = start;
        }
        return whole;
    }

    private boolean isBehindYear(int position) {
        return position > 0 && text.charAt(position - 1) == '年';
    }

    private boolean is(char c, int index) {
        return index < limit && text.charAt(index) == c;
    }

    private void skip(char c) {
        if (is(c, at)) {
            at++;
        }
    }

    void moveTo(int position) {
        at = position;
    }
}
