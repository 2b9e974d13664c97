package dev.broadsheet.enrich.extract;

import dev.broadsheet.enrich.extract.PeriodMeaning.Scope;
import dev.broadsheet.enrich.extract.Stretch.Origin;
import org.jspecify.annotations.Nullable;

/** Reads decades: 20世纪90年代, 上世纪八十年代, 60年代末. Stateless. */
final class Decade {
    private static final int CENTURY = 100;
    private static final int YEARS = 10;
    /** Without a century smaller ones may be of either. */
    private static final int FIRST_BARE = 50;

    private static final String WORD = "年代";

    private Decade() {}

    /** The time at {@code start}, or null; looks at nothing before {@code floor} or from {@code limit} on. */
    static @Nullable WrittenPeriod at(String text, int start, int floor, int limit) {
        int from = centuryEnd(text, start, limit);
        int end = from < limit ? DateNumbers.smallEnd(text, from, limit) : from;
        int decade = end > from ? DateNumbers.small(text, from, end) : -1;
        if (decade < 0 || end + WORD.length() > limit || !text.startsWith(WORD, end)) {
            return null;
        }
        int behind = end + WORD.length();
        boolean whole = decade % YEARS == 0 && decade < CENTURY;
        if (from == start && (!whole || decade < FIRST_BARE || !isBare(text, start, end + 1, limit))) {
            return null;
        }
        int part = PeriodWords.DECADE_PARTS.length(text, behind, limit);
        Stretch years = whole ? years(text, start, from, decade) : Stretch.NONE;
        PeriodMeaning meaning =
                years.isVague() || part > 0 ? PeriodMeaning.NONE : PeriodMeaning.of(Scope.WITHIN, years);
        int last = behind + part;
        return new WrittenPeriod(
                new Span(start, last), meaning, ComparedTime.reach(text, start, last, floor, limit), false);
    }

    /** 90年代; not 第90年代, 90年代表; {@code end} stands behind 年. */
    private static boolean isBare(String text, int start, int end, int limit) {
        return !PeriodEdges.isCounted(text, start, end, limit) && !text.startsWith("表", end + 1);
    }

    /** Behind the century at {@code start} (20世纪, 上世纪), or {@code start} where none stands there. */
    private static int centuryEnd(String text, int start, int limit) {
        boolean named = text.startsWith("上", start) || text.startsWith("本", start);
        int end = named ? start + 1 : DateNumbers.smallEnd(text, start, limit);
        return end > start && end + 2 < limit && text.startsWith("世纪", end) ? end + 2 : start;
    }

    private static Stretch years(String text, int start, int from, int decade) {
        char first = text.charAt(start);
        if (from == start) {
            return Stretch.decade(Origin.SHORT_YEAR, decade, decade);
        }
        if (first == '上' || first == '本') {
            return Stretch.decade(Origin.ISSUE_CENTURY, first == '本' ? 0 : -1, decade);
        }
        int century = DateNumbers.small(text, start, from - 2);
        int year = (century - 1) * CENTURY + decade;
        return century < 1 ? Stretch.NONE : Stretch.years(year, year + YEARS - 1);
    }
}
