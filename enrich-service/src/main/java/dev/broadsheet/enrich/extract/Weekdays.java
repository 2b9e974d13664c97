package dev.broadsheet.enrich.extract;

import java.util.List;

/** Reads the days of a week that was just named: 上周|六|, 本周|一至周五|, 上周|末|. Stateless. */
final class Weekdays {
    private static final String DAYS = "一二三四五六日";
    private static final List<String> WEEKS = List.of("周", "星期");
    /** What makes another word of 一 (上周一共, 本周一批) and of 日 (本周日均). */
    private static final String NO_MONDAY = "共直起举些批次个度大带边并旦律般系致";

    private static final String NO_SUNDAY = "均常平产报用内活";

    private Weekdays() {}

    /** The days at the cursor; {@code week} itself, not moved, where none stand here. */
    static Stretch of(Stretch week, DateCursor cursor) {
        if (cursor.took("末")) {
            return week.days(0, DAYS.length() - 1, DAYS.length());
        }
        int first = day(cursor, cursor.at());
        if (first == 0) {
            return week;
        }
        cursor.moveTo(cursor.at() + 1);
        return week.days(0, first, last(first, cursor));
    }

    private static int last(int first, DateCursor cursor) {
        int start = cursor.at();
        int next = cursor.rangeEnd(start);
        if (next == start) {
            return first;
        }
        cursor.moveTo(next);
        for (String word : WEEKS) {
            cursor.took(word);
        }
        int last = day(cursor, cursor.at());
        cursor.moveTo(last > first ? cursor.at() + 1 : start);
        return Math.max(first, last);
    }

    /** From 1 for 一; 0 where no day stands at {@code at}, but a number or another word. */
    private static int day(DateCursor cursor, int at) {
        int day = at < cursor.limit() ? DAYS.indexOf(cursor.text().charAt(at)) + 1 : 0;
        if (day == 0 || cursor.is(day == 1 ? NO_MONDAY : NO_SUNDAY, at + 1)) {
            return 0;
        }
        boolean counts = at + 1 < cursor.limit()
                && (cursor.is("一二三四五六七八九十百千万余多几", at + 1) || Units.at(cursor.text(), at + 1, cursor.limit()) != null);
        return counts ? 0 : day;
    }
}
